import { describe, expect, test } from "vitest";
import { javascriptProbeMaker, type Probe, type SYNTAX, shape, type TreeNode } from "../parser-probe.ts";
import { javascriptSamples, jsxSamples, typescriptSamples } from "./javascript-samples.ts";

const newProbe = await javascriptProbeMaker();

/** The shapes of a module's statements. */
function statements(source: string, syntax: keyof typeof SYNTAX = "js"): string[] {
  return newProbe(syntax).tree(source).children.map(shape);
}

function expression(source: string, syntax: keyof typeof SYNTAX = "js"): string | undefined {
  const [first] = newProbe(syntax).tree(source).children;
  return first?.children[0] && shape(first.children[0]);
}

const CLEAN = { errors: 0, cutoffs: 0, skippedFrom: 0, disguised: 0 };

describe("what is valid is read without a complaint", () => {
  test.each(javascriptSamples.filter((sample) => !sample.includes("\\u0061bc")))("%s", (sample) => {
    expect(newProbe().parse(sample)).toMatchObject(CLEAN);
    expect(newProbe("tsx").parse(sample)).toMatchObject(CLEAN);
  });
  test.each([...typescriptSamples])("%s", (sample) => expect(newProbe("ts").parse(sample)).toMatchObject(CLEAN));
  test.each([...jsxSamples])("%s", (sample) => expect(newProbe("js").parse(sample)).toMatchObject(CLEAN));
});

describe("lowering", () => {
  test.each([
    ["a.b", "(Attr (Name a) b)"],
    ["a?.b", "(Attr (Name a) b)"],
    ['a["b"]', "(Subscript (Name a) (Str))"],
    ["a?.[b]", "(Subscript (Name a) (Name b))"],
    ["a.#b", "(Attr (Name a) #b)"],
    ["f(a, ...b)", "(Call (Name f) (Name a) (Star (Name b)))"],
    ["f?.(a)", "(Call (Name f) (Name a))"],
    ["new X", "(Call (Name X))"],
    ["new X.Y(a)", "(Call (Attr (Name X) Y) (Name a))"],
    ["(0, eval)(x)", "(Call (Sequence (Num) (Name eval)) (Name x))"],
    [`\`a\${b}\``, "(FStr (Str) (Name b))"],
    [`t\`a\${b}\``, "(Call (Name t) (List (Str) (Str)) (Name b))"],
    ["[a, , ...b]", "(List (Name a) (Const None) (Star (Name b)))"],
    ["a = b = c", "(Walrus (Name a) (Name c) (Name b))"],
    ["a += b", "(Walrus (Name a) (Name b))"],
    ["a && b || c", "(Bool (Bool (Name a) (Name b)) (Name c))"],
    ["a + b * c", "(Bin (Name a) (Bin (Name b) (Name c)))"],
    ["a ** b ** c", "(Bin (Name a) (Bin (Name b) (Name c)))"],
    ["a instanceof b", "(Compare (Name a) (Name b))"],
    ["a ? b : c ? d : e", "(IfExp (Name a) (Name b) (Name c) (Name d) (Name e))"],
    ["x => y", "(Lambda (Name y) (Param x))"],
    [
      "async ({ a }, b = 1, ...c) => { d }",
      "(Lambda (Block (ExprStmt (Name d))) (Param (Dict (Str a) (Name a))) (Param (Num) b) (Param c))",
    ],
    ["(function f() {})", "(Lambda (Block) f)"],
    ["({ a, b: 1, c() {}, ...d })", "(Dict (Str a) (Name a) (Str b) (Num) (Str c) (Lambda (Block) c) (Star (Name d)))"],
    [
      "(class A extends B { x = 1; m() {} })",
      "(ClassDef (Block (Assign (Name x) (Num)) (FuncDef (Block) m)) (Name B) A)",
    ],
    ["/a/g", "(Regex)"],
    ["import('m')", "(Call (Name import) (Str))"],
    ["!a", "(Unary (Name a))"],
    ["true", "(Const True)"],
    ["null", "(Const None)"],
    ['<A b="c">t{d}</A>', "(Call (Name createElement) (Name A) (Dict (Str b) (Str)) (Str) (Name d))"],
  ])("%s", (source, expected) => expect(expression(source)).toBe(expected));

  test.each<[string, string[]]>([
    ["var a = 1, b;", ["(Assign (Name a) (Num))", "(Assign (Name b))"]],
    [
      "let { a, b: [c], ...d } = e",
      ["(Assign (Dict (Str a) (Name a) (Str b) (List (Name c)) (Star (Name d))) (Name e))"],
    ],
    ['import a, { b as c } from "m"', ["(ImportFrom (Str) (Alias (Name default) a) (Alias (Name b) c))"]],
    ['import * as a from "m"', ["(ImportFrom (Str) (Alias a))"]],
    ['export { a as b } from "m"', ["(ImportFrom (Str) (Alias (Name a) b))"]],
    ["export const a = 1", ["(Assign (Name a) (Num))", "(Assign (Attr (Name exports) a) (Name a))"]],
    ["export default a", ["(Assign (Attr (Name exports) default) (Name a))"]],
    ["export { a as b }", ["(Assign (Attr (Name exports) b) (Name a))"]],
    [
      "if (a) b; else if (c) d; else e",
      ["(If (Name a) (Block (ExprStmt (Name b))) (Name c) (Block (ExprStmt (Name d))) (Block (ExprStmt (Name e))))"],
    ],
    [
      "for (let i = 0; i < n; i++) f()",
      [
        "(Assign (Name i) (Num))",
        "(While (Compare (Name i) (Name n)) (Block (ExprStmt (Call (Name f))) (ExprStmt (Unary (Name i)))))",
      ],
    ],
    ["for (const [a] of b) c", ["(For (List (Name a)) (Name b) (Block (ExprStmt (Name c))))"]],
    [
      "try { a } catch (e) { b } finally { c }",
      ["(Try (Block (ExprStmt (Name a))) (Handler (Block (ExprStmt (Name b))) e) (Block (ExprStmt (Name c))))"],
    ],
    [
      "switch (a) { case b: c; default: d }",
      ["(Match (Name a) (Case (Name b) (Block (ExprStmt (Name c)))) (Case (Block (ExprStmt (Name d)))))"],
    ],
    ["label: for (;;) break label", ["(While (Const None) (Block (Simple)))"]],
    ["@a class B {}", ["(ClassDef (Block) (Decorator (Name a)) B)"]],
  ])("%s", (source, expected) => expect(statements(source)).toEqual(expected));

  test("types leave nothing behind", () => {
    expect(statements("type A = B<C>; interface D {} let a: E = f<G>(b as H)!;", "ts")).toEqual([
      "(Assign (Name a) (Call (Name f) (Name b)))",
    ]);
    expect(statements('import type A from "a"; import { type B } from "b"; declare function f(): void;', "ts")).toEqual(
      ["(ImportFrom (Str))"],
    );
    expect(statements("enum A { B = f() }", "ts")).toEqual(["(Assign (Name A) (Dict (Str B) (Call (Name f))))"]);
  });

  test("a `<` is no type in JavaScript", () => {
    expect(expression("f<a>(b)")).toBe("(Compare (Compare (Name f) (Name a)) (Name b))");
    expect(expression("f<a>(b)", "ts")).toBe("(Call (Name f) (Name b))");
  });
});

describe("names", () => {
  test("an escape spells the same name, and is reported", () => {
    expect(expression("\\u0065v\\u{61}l(x)")).toBe("(Call (Name eval) (Name x))");
    expect(newProbe().parse("a;\n\\u0065val(x)")).toMatchObject({ disguised: 1, disguisedLine: 2, errors: 0 });
  });
  test("blanks beyond ASCII separate names, and line ends beyond ASCII end comments", () => {
    expect(newProbe().calls("f(a\u00a0,\u3000b)")).toEqual(["1:f:2"]);
    expect(newProbe().calls("// x\u2028f()")).toEqual(["1:f:0"]);
  });
});

describe("faults", () => {
  const first = (source: string, probe: Probe = newProbe()) => probe.parse(source).errorLines[0];
  test.each([
    ["an unclosed string", "a;\nb = 'c"],
    ["an unclosed template", "a;\nb = `c"],
    ["an unclosed comment", "a;\n/* b"],
    ["an unclosed bracket", "a;\nf(b"],
    ["an unclosed block", "a;\nif (b) {"],
    ["an unknown character", "a;\nb \u0001 c"],
    ["a NUL", "a;\nb\0"],
    ["a missing operand", "a;\nb = ;"],
    ["two operands", "a;\nb c"],
    ["a stray clause", "a;\nelse { b }"],
    ["a stray bracket", "a;\n) b"],
    ["an unclosed element", "a;\nb = <p>c"],
    ["what is a comment in scripts only", "a;\n<!-- b"],
  ])("%s is one", (_, source) => expect(first(source)).toBe(2));

  test("the rest is read on", () => {
    expect(newProbe().calls("f(a b c);\ng();\nh(;\ni();\n")).toEqual(["1:f:3", "2:g:0", "3:h:1", "4:i:0"]);
    expect(
      newProbe()
        .calls("x = { a: , b: f() };\nclass { ) m() { g(); } }\nh();")
        .map((call) => call.slice(2)),
    ).toEqual(expect.arrayContaining(["f:0", "g:0", "h:0"]));
  });
});

test("places are those of the source", () => {
  const call = find(newProbe().tree("\n  ünï\n    .b\n    .c(d)"), "Call");
  expect(call).toMatchObject({ line: 4, text: "ünï\n    .b\n    .c(d)" });
});

function find(node: TreeNode, kind: string): TreeNode | undefined {
  if (node.kind === kind) return node;
  return node.children.map((child) => find(child, kind)).find((found) => found !== undefined);
}
