import { describe, expect, test } from "vitest";
import { corpusOf } from "../../fuzz/corpus.ts";
import { explore, replay } from "../../fuzz/explore.ts";
import { TARGETS } from "../../fuzz/targets/index.ts";
import { amount } from "../support/amount.ts";

const SEED = 20_261_121;

describe.each(TARGETS.map((target) => [target.name, target] as const))("fuzz target %s", (name, target) => {
  test("every input of the corpus keeps the promises", async () => {
    const corpus = corpusOf(name);
    expect(corpus.length).toBeGreaterThan(0);
    expect(await replay(target, corpus)).toBeUndefined();
  });

  const runs = amount(Math.ceil(target.gateRuns / 3), target.gateRuns);
  test(`${runs} inputs of seed ${SEED} do too`, async () => {
    const { executions, broken } = await explore(target, SEED, runs);
    expect(broken).toBeUndefined();
    expect(executions).toBeGreaterThanOrEqual(runs);
  });
});
