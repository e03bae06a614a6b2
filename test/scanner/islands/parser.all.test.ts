import { expect, test } from "vitest";
import { fuzzParser } from "../fuzz-parser.ts";
import { growingTooFast } from "../parser-growth.ts";
import { DIALECTS, islandsProbeMaker } from "../parser-probe.ts";
import { islandsSamples } from "./islands-samples.ts";
import { islandsTokens } from "./islands-tokens.ts";

const newProbe = await islandsProbeMaker();

test.each(DIALECTS)("work grows with the length of the input in %s", (dialect) => {
  const samples = islandsSamples.filter(([of]) => of === dialect).map(([, code]) => code);
  expect(
    growingTooFast({ samples, tokens: islandsTokens, newProbe: () => newProbe(dialect), within: [["x = (", ")\n"]] }),
  ).toEqual([]);
});

test.each(DIALECTS)("2,000 mutated files of %s: no trap, no endless work", async (dialect) => {
  const samples = islandsSamples.filter(([of]) => of === dialect).map(([, code]) => code);
  expect(await fuzzParser(2000, 2, { samples, tokens: islandsTokens, newProbe: () => newProbe(dialect) })).toEqual([]);
});
