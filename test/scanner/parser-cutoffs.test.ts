import { describe, expect, test } from "vitest";
import { collidingNames } from "./colliding-names.ts";
import { probeMaker } from "./parser-probe.ts";

const newProbe = await probeMaker();

/** CPython refuses more than 200 brackets; the parser's own limit must lie above that. */
const CPYTHON_BRACKETS = 200;
const MIB = 1 << 20;

describe("nesting", () => {
  test("what CPython accepts is read whole", () => {
    const facts = newProbe().parse(`x = ${"(".repeat(CPYTHON_BRACKETS)}1${")".repeat(CPYTHON_BRACKETS)}`);
    expect(facts).toMatchObject({ errors: 0, cutoffs: 0, skippedFrom: 0 });
  });

  test.each([
    ["parentheses", "(", ")"],
    ["lists", "[", "]"],
    ["sets", "{", "}"],
    ["dicts", "{1:", "}"],
    ["calls", "f(", ")"],
    ["keyword arguments", "f(k=", ")"],
    ["stars", "[*", "]"],
    ["double stars", "{**", "}"],
    ["star arguments", "f(*", ")"],
    ["subscripts", "a[", "]"],
    ["slices", "a[b:", "]"],
    ["tuples of slices", "a[b:,", "]"],
    ["comprehensions", "[x for x in ", "]"],
    ["conditions", "[x for x in y if ", "]"],
    ["lambdas", "lambda: ", ""],
    ["lambda defaults", "lambda x=", ":0"],
    ["powers", "2 ** ", ""],
    ["ternaries", "a if b else ", ""],
    ["mixed prefixes", "- not ~ ", ""],
    ["awaits and nots", "await not ", ""],
    ["yields", "yield ", ""],
    ["walruses", "(a := ", ")"],
    ["operators of every level", "a or b and c == d | e ^ f & g << h + i * (", ")"],
    ["f-strings", 'f"{', '}"'],
    ["starred f-strings", 'f"{*', '}"'],
    ["format specs", "f'''{a:", "}'''"],
    ["backticks", "`(", ")`"],
  ])("10,000 %s: cut off, counted with its line, and the call inside is seen", (_, open, close) => {
    const probe = newProbe();
    const source = `pass\nx = ${open.repeat(10_000)}os.system(1)${close.repeat(10_000)}\nafter()\n`;
    expect(probe.parse(source)).toMatchObject({ cutoffLine: 2 });
    const callees = probe.calls(source).map((call) => call.split(":")[1]);
    if (!open.startsWith("f'''")) expect(callees).toContain("system");
    if (!open.startsWith("f'''")) expect(callees).toContain("after");
  });

  test.each([
    ["groups", "("],
    ["lists", "["],
    ["classes", "C("],
    ["keywords", "C(k="],
    ["mappings", "{1: "],
  ])("10,000 %s in a pattern are cut off", (_, open) => {
    const source = `match x:\n  case ${open.repeat(10_000)}1\nafter()\n`;
    expect(newProbe().parse(source).cutoffLine).toBe(2);
  });

  test("left-deep chains have no limit", () => {
    for (const link of [".a", "()", "[0]", " + a", " and a", " < a", " in a", " | a"]) {
      expect(newProbe().parse(`x = a${link.repeat(100_000)}\n`)).toMatchObject({ errors: 0, cutoffs: 0 });
    }
    expect(newProbe().parse(`import a${".b".repeat(100_000)}\n`)).toMatchObject({ errors: 0, cutoffs: 0 });
  });

  test("more than 100 levels of indentation are an error, and read on", () => {
    const source = `${Array.from({ length: 120 }, (_, i) => `${" ".repeat(i)}if x:\n`).join("")}${" ".repeat(120)}f()\ng()\n`;
    expect(newProbe().parse(source).errorLines[0]).toBe(102);
    expect(newProbe().calls(source)).toEqual(["121:f:0", "122:g:0"]);
  });
});

describe("errors", () => {
  test("the first lines are kept, each once", () => {
    const facts = newProbe().parse("$ $\na = )\nb\nc = ?\n");
    expect(facts.errorLines).toEqual([1, 2, 4]);
    expect(facts.errors).toBeGreaterThan(3);
  });

  test("a valid file has none", () => {
    expect(newProbe().parse("import os\nos.system('id')\n")).toMatchObject({
      errors: 0,
      cutoffs: 0,
      skippedFrom: 0,
      errorLines: [],
    });
    expect(newProbe().parse("")).toMatchObject({ errors: 0, skippedFrom: 0 });
  });

  test.each([
    ["code", "a = 1;\0 b\n"],
    ["a comment", "a # \0\n"],
    ["a string", "a = '\0'\n"],
    ["a string's escape", "a = '\\\0'\n"],
    ["an f-string", "a = f'\0'\n"],
    ["indentation", "\0a\n"],
    ["a continuation", "a = \\\n\0 b\n"],
    ["a bracket", "(a,\0 b)\n"],
  ])("a NUL byte in %s is one", (_, source) => {
    const facts = newProbe().parse(`pass\n${source}`);
    expect(facts.errors).toBe(1);
    expect(facts.errorLines[0]).toBeGreaterThan(1);
  });
});

describe("the rest of the file was not read", () => {
  test.each(["'''", '"""', "f'''", 'rb"""'])("after an unclosed %s", (quote) => {
    expect(newProbe().parse(`a\nb = ${quote}\nimport os\n`)).toMatchObject({ skippedFrom: 2, errorLines: [2] });
  });

  test("when the tree would need too much memory", () => {
    const facts = newProbe().parse("x=1;".repeat(1_000_000));
    expect(facts.skippedFrom).toBe(1);
    expect(facts.memoryBytes).toBeLessThanOrEqual(192 * MIB);
  });

  test("when names were chosen to collide", () => {
    const names = collidingNames(11);
    expect(new Set(names).size).toBe(2 ** 11);
    const facts = newProbe().parse(names.join("\n"));
    expect(facts.skippedFrom).toBeGreaterThan(1);
    expect(facts.steps).toBeLessThan(2 ** 25);
  });

  test("not because there are many names", () => {
    const facts = newProbe().parse(Array.from({ length: 300_000 }, (_, i) => `name_${i}`).join("\n"));
    expect(facts).toMatchObject({ skippedFrom: 0, errors: 0 });
    expect(facts.steps).toBeLessThan(4_000_000);
  });
});
