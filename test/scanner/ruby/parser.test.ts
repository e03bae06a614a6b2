import { describe, expect, test } from "vitest";
import { amount } from "../../support/amount.ts";
import { fuzzParser } from "../fuzz-parser.ts";
import { growingTooFast } from "../parser-growth.ts";
import { probeMaker, shape } from "../parser-probe.ts";
import { rubySamples } from "./ruby-samples.ts";
import { rubyTokens } from "./ruby-tokens.ts";

const newProbe = await probeMaker("ruby");

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
  const within = [
    ['x = "#{a(', ')}"\n'],
    ["x = <<~Z\n#{a(", ")}\nZ\n"],
  ] as const;
  expect(growingTooFast({ samples: rubySamples, tokens: rubyTokens, newProbe, within })).toEqual([]);
});

test("mutated files: no trap, no endless work", async () => {
  expect(await fuzzParser(amount(500, 1500), 1, { samples: rubySamples, tokens: rubyTokens, newProbe })).toEqual([]);
});
