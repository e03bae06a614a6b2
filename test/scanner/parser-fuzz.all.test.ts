import { expect, test } from "vitest";
import { fuzzParser } from "./fuzz-parser.ts";

test.each([1, 2, 3, 4, 5, 6, 7])("10,000 mutated files, seed %i: no trap, no endless work", async (seed) => {
  expect(await fuzzParser(10_000, seed)).toEqual([]);
});
