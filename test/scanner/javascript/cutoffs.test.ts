import { describe, expect, test } from "vitest";
import { javascriptProbeMaker } from "../parser-probe.ts";

const newProbe = await javascriptProbeMaker();

const NESTS: readonly (readonly [name: string, open: string, close: string])[] = [
  ["parentheses", "(", ")"],
  ["arrays", "[", "]"],
  ["objects", "{a:", "}"],
  ["calls", "f(", ")"],
  ["items", "a[", "]"],
  ["spreads", "[...", "]"],
  ["arrow functions", "a => ", ""],
  ["parenthesised arrow functions", "(a) => ", ""],
  ["arrow functions with bodies", "() => { return ", "}"],
  ["functions", "function () { return ", "}"],
  ["defaults", "(a = ", ") => 0"],
  ["classes", "class { a = ", "}"],
  ["heritages", "class extends ", "{}"],
  ["getters", "{ get a() { return ", "} }"],
  ["computed keys", "{ [", "]: 1 }"],
  ["templates", "`${", "}`"],
  ["tags", "t`${", "}`"],
  ["new", "new ", ""],
  ["powers", "2 ** ", ""],
  ["mixed prefixes", "- ! ~ ", ""],
  ["updates", "++", ""],
  ["awaits", "await !", ""],
  ["ternaries in ternaries", "a ? ", " : b"],
  ["compound assignments", "a += ", ""],
  ["operators of every level", "a || b && c | d ^ e & f == g < h << i + j * (", ")"],
  ["elements", "<a>{", "}</a>"],
  ["attributes", "<a b={", "}/>"],
];

describe("10,000 levels of expressions", () => {
  test.each(NESTS)("%s: cut off, counted with its line, and what follows is seen", (_, open, close) => {
    const source = `0;\nx = ${open.repeat(10_000)}child.exec(1)${close.repeat(10_000)};\nafter();\n`;
    expect(newProbe().parse(source)).toMatchObject({ cutoffLine: 2 });
    const callees = newProbe()
      .calls(source)
      .map((call) => call.split(":")[1]);
    expect(callees).toContain("exec");
    expect(callees).toContain("after");
  });
});

describe("10,000 levels of statements", () => {
  test.each([
    ["blocks", "{", "}"],
    ["ifs", "if (a) ", ""],
    ["loops", "for (;;) ", ""],
    ["labels", "a: ", ""],
    ["functions", "function f() {", "}"],
    ["tries", "try {", "} finally {}"],
    ["switches", "switch (a) { case b: ", "}"],
    ["classes", "class A { static {", "} }"],
  ])("%s", (_, open, close) => {
    const source = `0;\n${open.repeat(10_000)}child.exec(1);${close.repeat(10_000)}\nafter();\n`;
    expect(newProbe().parse(source)).toMatchObject({ cutoffLine: 2 });
    const callees = newProbe()
      .calls(source)
      .map((call) => call.split(":")[1]);
    expect(callees).toContain("exec");
    expect(callees).toContain("after");
  });
});

test.each([
  ["generics", "A<", ">"],
  ["conditions", "A extends B ? ", " : C"],
  ["functions", "(a: B) => ", ""],
  ["templates", "`${", "}`"],
])("10,000 levels of types: %s", (_, open, close) => {
  const facts = newProbe("ts").parse(`0;\nlet x: ${open.repeat(10_000)}D${close.repeat(10_000)};\n`);
  expect(facts.cutoffLine).toBe(2);
});

test("chains have no limit", () => {
  for (const link of [
    ".a",
    "?.a",
    "()",
    "[0]",
    " + a",
    " && a",
    " < a",
    ", a",
    " = a",
    " ? a : a",
    "`t`",
    "!",
    "++ + a",
  ]) {
    const facts = newProbe().parse(`x = a${link.repeat(50_000)};`);
    expect(facts, link).toMatchObject({ errors: 0, cutoffs: 0 });
  }
  expect(newProbe().parse(`if (a) b();${" else if (a) b();".repeat(50_000)}`)).toMatchObject({ errors: 0, cutoffs: 0 });
});

test("what node accepts in honest code is read whole", () => {
  const source = `x = ${"f(".repeat(100)}1${")".repeat(100)}; ${"(() => {".repeat(40)}${"})();".repeat(40)}`;
  expect(newProbe().parse(source)).toMatchObject({ errors: 0, cutoffs: 0, skippedFrom: 0 });
});
