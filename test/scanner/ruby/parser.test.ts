import { describe, expect, test } from "vitest";
import { fuzzParser } from "../fuzz-parser.ts";
import { foreignProbeMaker, shape } from "../parser-probe.ts";
import { seededRandom } from "../seeded-random.ts";
import { rubySamples } from "./ruby-samples.ts";
import { rubyTokens } from "./ruby-tokens.ts";

const newProbe = await foreignProbeMaker("ruby");
/** Twice the input may take this much more work: linear, with room for what is counted once. */
const MOST_GROWTH = 2.2;
const FEWEST_STEPS = 2000;

function growth(unit: string, count: number, head = "", foot = ""): number {
  const probe = newProbe();
  const once = probe.parse(head + unit.repeat(count) + foot).steps;
  return once < FEWEST_STEPS ? 0 : probe.parse(head + unit.repeat(2 * count) + foot).steps / once;
}

function shapes(code: string): string {
  return newProbe().tree(code).children.map(shape).join(" ");
}

test.each(rubySamples)("reads %j without a fault", (sample) => {
  expect(newProbe().parse(sample)).toMatchObject({ errors: 0, cutoffs: 0, skippedFrom: 0 });
});

describe("lowers to the tree of all languages", () => {
  test.each([
    ["x = 1", "(ExprStmt (Walrus (Name x) (Num)))"],
    ["A::B.c d", "(ExprStmt (Call (Attr (Attr (Name A) B) c) (Call (Name d))))"],
    ["x = a\nx", "(ExprStmt (Walrus (Name x) (Call (Name a)))) (ExprStmt (Name x))"],
    ["`ls #{d}`", "(ExprStmt (Call (Name :backtick) (FStr (Str) (Call (Name d)))))"],
    ["%w[a b]", "(ExprStmt (List (Str) (Str)))"],
    ["a { |x| x }", "(ExprStmt (Call (Name a) (Lambda (Block (Return (Name x))) (Param x))))"],
    [
      "a b: 1 do c end",
      "(ExprStmt (Call (Name a) (Keyword (Num) b) (Lambda (Block (Return (Call (Name c)))) (Param (Name _1) it))))",
    ],
    ["a if b", "(If (Call (Name b)) (Block (ExprStmt (Call (Name a)))))"],
    ["def f(a) a end", "(FuncDef (Block (Return (Name a))) (Param a) f)"],
    ["ENV['A']", "(ExprStmt (Subscript (Name ENV) (Str)))"],
    ["a / b", "(ExprStmt (Bin (Call (Name a)) (Call (Name b))))"],
    ["puts <<~A\n  b\nA\nc", "(ExprStmt (Call (Name puts) (Str))) (ExprStmt (Call (Name c)))"],
  ])("%s", (code, expected) => {
    expect(shapes(code)).toBe(expected);
  });
});

test("what stands behind a heredoc's name is on its line, and what is in its text on that of the text", () => {
  const calls = newProbe().calls("a <<~A, b(1)\n  x\n  #{c(2)}\nA\nd(3)\n");
  expect(calls.toSorted()).toEqual(["1:a:2", "1:b:1", "3:c:1", "5:d:1"]);
});

test.each(["end", ")", "x = )", "def", "class", '"#{', "%w[", "<<~A", "->(", "case", "@"])(
  "goes on behind %j, and says so",
  (code) => {
    expect(newProbe().parse(`a\n${code}\nb\n`).errors).toBeGreaterThan(0);
  },
);

test.each([
  ["parentheses", "(", ")"],
  ["calls", "f(", ")"],
  ["lists", "[", "]"],
  ["hashes", "{a: ", "}"],
  ["blocks", "f { ", "}"],
  ["texts", '"#{', '}"'],
  ["conditions", "if a\n", "\nend"],
  ["prefixes", "-!", ""],
  ["assignments", "x = ", ""],
])("10,000 levels of %s are cut off and counted", (_, open, close) => {
  const source = `a\nx = ${open.repeat(10_000)}y${close.repeat(10_000)}\nafter(1)\n`;
  expect(newProbe().parse(source).cutoffs).toBeGreaterThan(0);
});

test("work grows with the length of the input", () => {
  for (const unit of [...rubyTokens, ...rubySamples]) {
    expect(growth(unit, 3000 / unit.length + 100), unit).toBeLessThan(MOST_GROWTH);
    expect(growth(unit, 3000 / unit.length + 100, 'x = "#{a(', ')}"\n'), unit).toBeLessThan(MOST_GROWTH);
    expect(growth(unit, 3000 / unit.length + 100, "x = <<~Z\n#{a(", ")}\nZ\n"), unit).toBeLessThan(MOST_GROWTH);
  }
  const random = seededRandom(19);
  for (let i = 0; i < 300; i++) {
    const unit = Array.from({ length: 1 + random(6) }, () => rubyTokens[random(rubyTokens.length)]).join("");
    expect(growth(unit, 400), JSON.stringify(unit)).toBeLessThan(MOST_GROWTH);
  }
});

test("1,500 mutated files: no trap, no endless work", async () => {
  expect(await fuzzParser(1500, 1, { samples: rubySamples, tokens: rubyTokens, newProbe })).toEqual([]);
});
