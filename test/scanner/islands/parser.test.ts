import { describe, expect, test } from "vitest";
import { fuzzParser } from "../fuzz-parser.ts";
import { growingTooFast } from "../parser-growth.ts";
import { DIALECTS, islandsProbeMaker, shape } from "../parser-probe.ts";
import { islandsSamples } from "./islands-samples.ts";
import { islandsTokens } from "./islands-tokens.ts";

const newProbe = await islandsProbeMaker();

function shapes(dialect: string, code: string): string {
  return newProbe(dialect).tree(code).children.map(shape).join(" ");
}

test.each(islandsSamples)("reads %s without a fault", (dialect, code) => {
  expect(newProbe(dialect).parse(code)).toMatchObject({ errors: 0, cutoffs: 0, skippedFrom: 0 });
});

describe("lowers to the tree of all languages", () => {
  test.each([
    ["c#", 'var s = $"a {b.c,3:x} d";', "(Assign (Name s) (FStr (Str) (Attr (Name b) c) (Str)))"],
    ["c#", "new A(b) { C = d };", "(ExprStmt (Call (Name A) (Name b) (Keyword (Name d) C)))"],
    ["java", "Map<String, X> m = (Y) z;", "(Assign (Name m) (Name z))"],
    [
      "java",
      "void f(final A a, int... b) { g(a); }",
      "(FuncDef (Block (ExprStmt (Call (Name g) (Name a)))) (Param a) (Param b) f)",
    ],
    ["kotlin", "val a = b?.c(d) ?: e", "(Assign (Name a) (Bool (Call (Attr (Name b) c) (Name d)) (Name e)))"],
    ["scala", 'Seq("a", b).!', "(ExprStmt (Call (Attr (Call (Name Seq) (Str) (Name b)) !)))"],
    ["groovy", 'a "b", c', "(ExprStmt (Call (Name a) (Str) (Name c)))"],
    ["dart", "f(a: (b) => b);", "(ExprStmt (Call (Name f) (Keyword (Lambda (Name b) (Param b)) a)))"],
    ["swift", 'let a = "b \\(c) d"', "(Assign (Name a) (FStr (Str) (Name c) (Str)))"],
    ["rust", "let a = b::c(&d)?;", "(Assign (Name a) (Call (Attr (Name b) c) (Await (Name d))))"],
    ["c", "char *a = b(c);", "(Assign (Name a) (Call (Name b) (Name c)))"],
    ["php", "<?php $a .= $b->c('d') . 'e';", "(AugAssign (Name $a) (Bin (Call (Attr (Name $b) c) (Str)) (Str)))"],
    ["perl", "my $a = f $b, 1 if $c;", "(Assign (Name $a) (Call (Name f) (Name $b) (Num))) (ExprStmt (Name $c))"],
    ["lua", 'local a <const> = b.c:d"e"', "(Assign (Name a) (Call (Attr (Attr (Name b) c) d) (Str)))"],
    ["vim script", "let g:a = s:b(l:c)", "(Assign (Name a) (Call (Name b) (Name c)))"],
    ["r", "a <- b |> c(d)", "(Assign (Name a) (Call (Name c) (Name b) (Name d)))"],
    ["julia", "f(x) = `a $x`", "(FuncDef (Block (Return (Call (Name :backtick) (FStr (Str) (Name x))))) (Param x) f)"],
    [
      "applescript",
      'set a to do shell script "b" & c',
      "(Assign (Name a) (Call (Name do_shell_script) (Bin (Str) (Name c))))",
    ],
  ])("%s: %s", (dialect, code, expected) => {
    expect(shapes(dialect, code)).toBe(expected);
  });
});

test.each(DIALECTS)("goes on behind what it cannot read in %s", (dialect) => {
  const code = dialect === "php" ? "<?php ) ] = ;\nafter(1);" : ") ] = \nafter(1)\n";
  expect(newProbe(dialect).calls(code)).toContain("2:after:1");
});

test.each([
  ["parentheses", "(", ")"],
  ["calls", "f(", ")"],
  ["lists", "[", "]"],
  ["prefixes", "-!", ""],
  ["conditions", "a ? ", ""],
])("10,000 levels of %s are cut off and counted", (_, open, close) => {
  const source = `a = ${open.repeat(10_000)}y${close.repeat(10_000)};\n`;
  expect(newProbe("c#").parse(source).cutoffs).toBeGreaterThan(0);
});

test.each(["c#", "perl", "lua"])("work grows with the length of the input in %s", (dialect) => {
  const samples = islandsSamples.filter(([of]) => of === dialect).map(([, code]) => code);
  expect(growingTooFast({ samples, tokens: islandsTokens, newProbe: () => newProbe(dialect), within: [] })).toEqual([]);
});

test.each(["swift", "php", "vim script"])("300 mutated files of %s: no trap, no endless work", async (dialect) => {
  const samples = islandsSamples.filter(([of]) => of === dialect).map(([, code]) => code);
  expect(await fuzzParser(300, 1, { samples, tokens: islandsTokens, newProbe: () => newProbe(dialect) })).toEqual([]);
});
