import { describe, expect, test } from "vitest";
import { amount } from "../../support/amount.ts";
import { fuzzParser } from "../fuzz-parser.ts";
import { growingTooFast } from "../parser-growth.ts";
import { probeMaker, shape } from "../parser-probe.ts";
import { goSamples } from "./go-samples.ts";
import { goTokens } from "./go-tokens.ts";

const newProbe = await probeMaker("go");

/** The shape of the statements in a function. */
function body(code: string): string {
  const found = newProbe().tree(`package a\nfunc f() {\n${code}\n}\n`);
  return found.children.at(-1)?.children.at(0)?.children.map(shape).join(" ") ?? "";
}

test.each(goSamples)("reads %j without a fault", (sample) => {
  expect(newProbe().parse(sample)).toMatchObject({ errors: 0, cutoffs: 0, skippedFrom: 0 });
});

describe("lowers to the tree of all languages", () => {
  test.each([
    ["x, err := f(1)", "(Assign (Tuple (Name x) (Name err)) (Call (Name f) (Num)))"],
    ["x += y", "(AugAssign (Name x) (Name y))"],
    ["a.B(c...)", "(ExprStmt (Call (Attr (Name a) B) (Star (Name c))))"],
    ["x = []byte(y)", "(Assign (Name x) (Name y))"],
    ["x = []string{a, b}", "(Assign (Name x) (List (Name a) (Name b)))"],
    ["x = &a.B{C: d}", "(Assign (Name x) (Await (Call (Attr (Name a) B) (Keyword (Name d) C))))"],
    ['x = map[string]int{"k": 1}', "(Assign (Name x) (Dict (Str) (Num)))"],
    [
      "if a { b() } else { c() }",
      "(If (Name a) (Block (ExprStmt (Call (Name b)))) (Block (ExprStmt (Call (Name c)))))",
    ],
    ["for _, x := range y { }", "(For (Name x) (Name y) (Block))"],
    ["x = y.(io.Reader)", "(Assign (Name x) (Name y))"],
    ["var b bytes.Buffer", "(Assign (Name b) (Call (Attr (Name bytes) Buffer)))"],
    ["go func() { a() }()", "(ExprStmt (Call (Lambda (Block (ExprStmt (Call (Name a)))))))"],
    ["x := a < b && c", "(Assign (Name x) (Bool (Compare (Name a) (Name b)) (Name c)))"],
  ])("%s", (code, expected) => {
    expect(body(code)).toBe(expected);
  });
});

test("a line's end is a semicolon only where Go says so", () => {
  expect(body("a.\n  b()\nreturn\nx()")).toBe(
    "(ExprStmt (Call (Attr (Name a) b))) (Return) (ExprStmt (Call (Name x)))",
  );
});

test.each(["x := := 1", "if { a() ", "case 1:", ")", "func", "import 4", "x := [", "'", '"', "`", "\0"])(
  "goes on behind %j, and says so",
  (code) => {
    const source = `package a\nfunc f() {\n${code}\n}\nfunc g() { after() }\n`;
    expect(newProbe().parse(source).errors).toBeGreaterThan(0);
  },
);

test.each([
  ["parentheses", "(", ")"],
  ["calls", "f(", ")"],
  ["lists", "[]a{", "}"],
  ["functions", "func() { x := ", "}"],
  ["types", "[]", "a{}"],
  ["prefixes", "-!", ""],
])("10,000 levels of %s are cut off, and what follows is seen", (_, open, close) => {
  const source = `package a\nvar x = ${open.repeat(10_000)}y${close.repeat(10_000)}\nfunc g() { after() }\n`;
  expect(newProbe().parse(source)).toMatchObject({ cutoffLine: 2 });
  expect(newProbe().calls(source)).toContain("3:after:0");
});

test("work grows with the length of the input", () => {
  const within = [["package a\nfunc f() {\nx := g(", ")\n}\n"]] as const;
  expect(growingTooFast({ samples: goSamples, tokens: goTokens, newProbe, within })).toEqual([]);
});

test("mutated files: no trap, no endless work", async () => {
  expect(await fuzzParser(amount(500, 1500), 1, { samples: goSamples, tokens: goTokens, newProbe })).toEqual([]);
});
