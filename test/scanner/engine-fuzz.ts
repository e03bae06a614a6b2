import type { CountingScanner } from "./engine-scan.ts";
import { mutated, tokenSoup } from "./mutations.ts";
import { pythonSamples } from "./python-samples.ts";
import { pythonExamples } from "./rule-examples.ts";
import { seededRandom } from "./seeded-random.ts";

/** What one byte may cost, and what folding may cost whatever the length; a tenth of it is usual. */
const STEPS_PER_BYTE = 400;
const FIXED_STEPS = 2 ** 22;

type Random = (below: number) => number;

const snippets = [...pythonExamples(["bad", "good"]), ...pythonSamples].filter((code) => code.length < 4_000);

/** Mutated mixtures of the rules' examples, the same ones for the same seed. */
export function* mixtures(count: number, seed: number): Generator<string> {
  const random = seededRandom(seed);
  for (let i = 0; i < count; i++) {
    const bytes = i % 10 === 0 ? tokenSoup(random, 300) : mutated(mixture(random), random);
    yield new TextDecoder().decode(bytes); // what the host makes of any bytes
  }
}

function mixture(random: Random): string {
  return Array.from({ length: 1 + random(6) }, () => snippets[random(snippets.length)]).join("\n");
}

/** What is wrong with the scan of this code, or undefined. */
export function trouble(scanner: CountingScanner, code: string): string | undefined {
  try {
    const steps = scanner.steps(code);
    if (steps > FIXED_STEPS + STEPS_PER_BYTE * code.length) return `${steps} steps for ${code.length} characters`;
    const { findings } = scanner.scan(code);
    const lines = code.split(/\r\n|\r|\n/).length;
    return findings.some(({ line, column }) => line < 1 || line > lines || column < 1) ? "a place outside" : undefined;
  } catch (error) {
    return String(error);
  }
}
