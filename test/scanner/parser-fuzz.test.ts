import { expect, test } from "vitest";
import { fuzzParser } from "./fuzz-parser.ts";

test("1,000 mutated files: no trap, no endless work", async () => {
  expect(await fuzzParser(1000, 1)).toEqual([]);
});
