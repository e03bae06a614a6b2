import { expect, test } from "vitest";
import { fuzzParser } from "../fuzz-parser.ts";
import { fuzzedJavascript } from "./fuzz.ts";

const rounds = (["js", "ts", "tsx"] as const).flatMap((syntax) => [1, 2, 3, 4].map((seed) => ({ syntax, seed })));

test.each(rounds)(
  "10,000 mutated files, read as $syntax, seed $seed: no trap, no endless work",
  async ({ syntax, seed }) => {
    expect(await fuzzParser(10_000, seed, await fuzzedJavascript(syntax))).toEqual([]);
  },
);
