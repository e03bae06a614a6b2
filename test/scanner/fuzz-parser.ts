import { mutated, tokenSoup } from "./mutations.ts";
import { type Facts, type Probe, probeMaker } from "./parser-probe.ts";
import { pythonSamples } from "./python-samples.ts";
import { pythonTokens } from "./python-tokens.ts";
import { seededRandom } from "./seeded-random.ts";

/** More steps for a byte than any input needs: the parser would be running in circles. */
const MOST_STEPS_PER_BYTE = 8;

export interface Trouble {
  readonly source: string;
  readonly reason: string;
}

/** As many as a report can show. */
const MOST_TROUBLES = 3;

/** What is mutated, with which tokens, and who parses it. */
export interface FuzzedLanguage {
  readonly samples: readonly string[];
  readonly tokens: readonly string[];
  newProbe(): Probe;
}

/** Parses `count` mutated samples and token soups, the same ones for the same seed. The first that trapped, ran in circles or gave an impossible count. */
export async function fuzzParser(count: number, seed: number, language?: FuzzedLanguage): Promise<Trouble[]> {
  const { samples, tokens, newProbe } = language ?? {
    samples: pythonSamples,
    tokens: pythonTokens,
    newProbe: await probeMaker(),
  };
  const random = seededRandom(seed);
  const troubles: Trouble[] = [];
  let probe = newProbe();
  for (let i = 0; i < count && troubles.length < MOST_TROUBLES; i++) {
    const bytes = i % 10 === 0 ? tokenSoup(random, 500, tokens) : mutated(sample(samples, random), random, tokens);
    try {
      const reason = implausible(probe.parse(bytes), bytes);
      if (reason !== undefined) troubles.push({ source: Buffer.from(bytes).toString("latin1"), reason });
    } catch (error) {
      troubles.push({ source: Buffer.from(bytes).toString("latin1"), reason: String(error) });
      probe = newProbe();
    }
  }
  return troubles;
}

function sample(samples: readonly string[], random: (below: number) => number): string {
  return Array.from({ length: 1 + random(4) }, () => samples[random(samples.length)]).join("\n");
}

function implausible(facts: Facts, bytes: Uint8Array): string | undefined {
  const lines = bytes.reduce((count, byte) => count + (byte === 10 || byte === 13 ? 1 : 0), 1);
  if (facts.steps > 200 + bytes.length * MOST_STEPS_PER_BYTE) return `${facts.steps} steps for ${bytes.length} bytes`;
  if (Math.max(...facts.errorLines, facts.cutoffLine, facts.skippedFrom) > lines) return "a line behind the last one";
  if (facts.errors > 0 !== facts.errorLines.length > 0) return "errors without a line";
  return undefined;
}
