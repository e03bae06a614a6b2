import { parseArgs } from "node:util";
import { parseDuration } from "../src/policy/units.ts";
import { corpusOf, keep } from "./corpus.ts";
import { type Budget, exploreFor, replay } from "./explore.ts";
import type { Target } from "./target.ts";
import { TARGETS } from "./targets/index.ts";

/**
 * Looks for inputs that break a promise: `main.ts [--time 60s] [--executions N] [--target NAME] [--seed N]`, time and
 * executions for each target; it ends at the first of them, and at the number alone where no time is said.
 * What is found is kept in the corpus, which the gate replays from then on. Ends with 1 when anything was found.
 */
const { values } = parseArgs({
  options: {
    time: { type: "string" },
    executions: { type: "string" },
    target: { type: "string" },
    seed: { type: "string" },
  },
});
const budget = budgetOf(values);
const chosen = TARGETS.filter(({ name }) => values.target === undefined || name === values.target);
if (chosen.length === 0) throw new Error(`--target is one of ${TARGETS.map(({ name }) => name).join(", ")}`);
const seed = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed);
for (const target of chosen) await run(target);

async function run(target: Target): Promise<void> {
  const start = performance.now();
  const { executions, broken } =
    (await replay(target, corpusOf(target.name))) ?? (await exploreFor(target, seed, budget));
  const verdict = broken === undefined ? "nothing found" : `FOUND, kept in ${keep(target.name, broken.input)}`;
  const seconds = Math.round((performance.now() - start) / 1000);
  process.stdout.write(`${target.name}: ${executions} executions in ${seconds} s, seed ${seed}: ${verdict}\n`);
  if (broken === undefined) return;
  process.stdout.write(`${JSON.stringify(broken.input)}\n${broken.how}\n`);
  process.exitCode = 1;
}

function budgetOf({ time, executions }: { readonly time?: string; readonly executions?: string }): Budget {
  const most = executions === undefined ? Number.POSITIVE_INFINITY : Number(executions);
  if (!(most > 0)) throw new Error(`--executions is a number above 0, not ${executions}`);
  if (time === undefined && executions !== undefined)
    return { milliseconds: Number.POSITIVE_INFINITY, executions: most };
  return { milliseconds: parseDuration(time ?? "60s", "--time"), executions: most };
}
