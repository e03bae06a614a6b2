import { expect, test } from "vitest";
import { fuzzParser } from "../fuzz-parser.ts";
import { fuzzedJavascript } from "./fuzz.ts";

test.each(["js", "ts", "tsx"] as const)("500 mutated files, read as %s: no trap, no endless work", async (syntax) => {
  expect(await fuzzParser(500, 1, await fuzzedJavascript(syntax))).toEqual([]);
});
