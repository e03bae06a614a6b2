import { parseArgs } from "node:util";
import { parseDuration } from "../src/policy/units.ts";
import { corpusOf, keep } from "./corpus.ts";
import { exploreFor, replay } from "./explore.ts";
import type { Target } from "./target.ts";
import { TARGETS } from "./targets/index.ts";

/**
 * Looks for inputs that break a promise: `main.ts [--time 60s] [--target NAME] [--seed N]`, the time for each target.
 * What is found is kept in the corpus, which the gate replays from then on. Ends with 1 when anything was found.
 */
const { values } = parseArgs({
  options: { time: { type: "string", default: "60s" }, target: { type: "string" }, seed: { type: "string" } },
});
const milliseconds = parseDuration(values.time, "--time");
const chosen = TARGETS.filter(({ name }) => values.target === undefined || name === values.target);
if (chosen.length === 0) throw new Error(`--target is one of ${TARGETS.map(({ name }) => name).join(", ")}`);
const seed = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed);
for (const target of chosen) await run(target);

async function run(target: Target): Promise<void> {
  const { executions, broken } =
    (await replay(target, corpusOf(target.name))) ?? (await exploreFor(target, seed, milliseconds));
  const verdict = broken === undefined ? "nothing found" : `FOUND, kept in ${keep(target.name, broken.input)}`;
  process.stdout.write(`${target.name}: ${executions} executions in ${values.time}, seed ${seed}: ${verdict}\n`);
  if (broken === undefined) return;
  process.stdout.write(`${JSON.stringify(broken.input)}\n${broken.how}\n`);
  process.exitCode = 1;
}
