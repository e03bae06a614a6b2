import { readFileSync } from "node:fs";
import { parse } from "acorn";
import { beforeAll, describe, expect, it } from "vitest";
import { GENERATOR } from "../../build/bindgen.ts";
import { knownLines } from "../../build/known-lines.ts";
import { generate } from "../../src/engine/generator.ts";
import { bodyOf, checkGlue } from "../../src/engine/glue/check.ts";
import { hasOnlyKnownLines, type KnownLines, lineShape, parseKnownLines } from "../../src/engine/glue/known-lines.ts";
import type { Node } from "../../src/engine/glue/node.ts";
import { freeIdentifiers } from "../../src/engine/glue/scope.ts";
import { validComponents } from "../component-fixtures/components.ts";

let glues: ReadonlyMap<string, string>;
let known: KnownLines;
const NOTHING: KnownLines = new Set();

beforeAll(async () => {
  const compiled = new WebAssembly.Module(readFileSync(GENERATOR));
  const textOf = (bytes: Uint8Array) =>
    Buffer.from(generate(compiled, bytes).find(({ name }) => name.endsWith(".js"))?.bytes ?? []).toString();
  glues = new Map((await validComponents()).map(({ name, bytes }) => [name, textOf(bytes)]));
  known = parseKnownLines((await knownLines(compiled)).join("\n"));
});

describe("what the generator writes", () => {
  it("is known line by line, so that nothing is parsed", () => {
    for (const [name, glue] of glues) expect(hasOnlyKnownLines(bodyOf(Buffer.from(glue)), known), name).toBe(true);
  });

  it("passes, for every WIT type, as import and as export, and gives the same script whether its lines are known or not", async () => {
    for (const [name, glue] of glues) {
      const script = await check(glue);
      expect(script, name).toMatch(/^"use strict";\(function instantiate\(/);
      expect(await check(glue, known), name).toBe(script);
    }
  });
});

describe("what it would never write", () => {
  const inserted = [
    "import('node:fs')",
    "import.meta.url",
    "require('node:fs')",
    "eval('1')",
    "Function('return 1')()",
    "new Function('return 1')()",
    "globalThis.process.exit()",
    "globalThis['process']",
    "const g = globalThis",
    "process.exit()",
    "fetch('http://127.0.0.1')",
    "''.constructor.constructor('return process')()",
    "const { constructor: c } = ''",
    "''['constructor']",
    "''['con' + 'structor']",
    "''[`constructor`]",
    "''[String.fromCharCode(99)]",
    "const k = 'constructor'",
    "({ ['x']: 1 })",
    "({ __proto__: null })",
    "({}).__proto__",
    "\\u0065val('1')",
    "x.\\u0063onstructor",
    "Object.getPrototypeOf(1)",
    "const o = Object",
    "Reflect.get(1, 'a')",
    "new Proxy({}, {})",
    "console.log(1)",
    "const c = console",
    "/regular/.test('')",
    "with (imports) {}",
    "debugger",
    "class A { static { eval } }",
    "class A { ['constructor']() {} }",
    "tag`text`",
    "new.target.constructor",
    "var undefined_name = somethingElse",
    "{ let eval2 = 1 } eval2",
    "label: for (const eval3 of []) {} eval3",
    "Atomics.wait",
    "SharedArrayBuffer",
    "arguments.callee.x = process",
    "setTimeout.constructor",
    "Buffer.from('')",
    "module.exports",
    "this.process.exit.apply(process)",
    "import_meta = Error.prepareStackTrace = globalThis",
  ];

  it.each(inserted)("%s", async (code) => {
    await expect(check(withStatement(code))).rejects.toThrow(REFUSED);
    await expect(check(withStatement(code), known)).rejects.toThrow(REFUSED);
  });

  it("text around the function, a function that ends early, another function", async () => {
    const beside = /beside the function instantiate/;
    await expect(check(`evil();${small()}`)).rejects.toThrow(beside);
    await expect(check(`${small()}evil();`)).rejects.toThrow(beside);
    await expect(check(small().replace("instantiate(", "instantiat3("))).rejects.toThrow(beside);
    await expect(check(withStatement("} evil(); function more() {"))).rejects.toThrow(REFUSED);
    await expect(check(withStatement("}; {"))).rejects.toThrow(REFUSED);
    await expect(check(withStatement("const {"))).rejects.toThrow(/a syntax error/);
  });

  it("characters and comments that a script reads in another way than a module", async () => {
    await expect(check(withStatement("'\u2028'"))).rejects.toThrow(/plain ASCII/);
    await expect(check(withStatement("'\u00e9'"))).rejects.toThrow(/plain ASCII/);
    await expect(check(withStatement("1 <!--x"))).rejects.toThrow(/HTML comment/);
    await expect(check(withStatement("\n--> x"))).rejects.toThrow(/HTML comment/);
  });

  it("control: the statement around which they stand is fine", async () => {
    expect(await check(withStatement("const a = imports"))).toContain("const a = imports");
  });

  it("takes every string for what it is: data", async () => {
    const text = `const text = "process.exit(); import('x'); eval"`;
    expect(await check(withStatement(text))).toContain("import('x')");
  });
});

describe("a line's shape", () => {
  const line = "const { readFile } = imports['sandbox:skill/filesystem-read'];";

  it("is the same whatever the names, numbers and strings", () => {
    expect(lineShape(line)).toBe("const { I } = I.I;");
    expect(lineShape("const { a, b, c } = imports['x:y/z'];")).toBe(lineShape(line));
    expect(lineShape("x1[20] = 0x1f;")).toBe(lineShape("y2[3] = 4_000;"));
  });

  it.each([
    "const { constructor } = imports['x'];",
    "const { eval } = imports['x'];",
    "const { readFile } = imports['constructor'];",
    "const { readFile } = imports['__proto__'];",
    "const { readFile } = globalThis['x'];",
    "const { readFile } = process['x'];",
    "const { readFile } = imports['x'].constructor;",
    "const { readFile } = imports['x'], y = 1;",
    "const { readFile } = imports['x']; evil();",
    "const { readFile } = imports['x'];//",
    "const { readFile } = imports[`x`];",
    "const { readFile } = imports['x\\'];evil();'];",
    "const { readFile } = imports[import('x')];",
    "const { readFile } = await imports['x'];",
    "const { readFile: [] = evil() } = imports['x'];",
    "const { re\\u0061d } = imports['x'];",
  ])("is another one for %s", (changed) => {
    expect(known.has(lineShape(line))).toBe(true);
    expect(known.has(lineShape(changed))).toBe(false);
  });

  it("is the whole line where a name could only mean one thing", () => {
    const debug = "if (!globalThis?.process?.env?.JCO_DEBUG) { return; }";
    expect(known.has(lineShape(debug))).toBe(true);
    expect(known.has(lineShape(debug.replace("JCO_DEBUG", "mainModule")))).toBe(false);
    expect(known.has(lineShape('console.error("ERROR:", err.toString());'))).toBe(true);
    expect(known.has(lineShape('console.error("ERROR:", imports.toString());'))).toBe(false);
  });
});

describe("free identifiers", () => {
  it.each<[string, string[]]>([
    ["a; const b = a;", ["a", "a"]],
    ["function f(x, { y, z: [q] }, ...r) { return x + y + q + r + f + w; }", ["w"]],
    ["{ let a = 1; a; } a;", ["a"]],
    ["if (1) { var a = 1; } a;", []],
    ["{ function f() {} } f();", ["f"]],
    ["for (const a of b) { a; } a;", ["b", "a"]],
    ["for (let i = 0; i < n; i++) { i; }", ["n"]],
    ["try { x; } catch (e) { e; } e;", ["x", "e"]],
    ["const o = { a: b, c, d() { e; }, [f]: 1 };", ["b", "c", "e", "f"]],
    ["class A { #p = q; m() { return A; } static s = this.#p; } A;", ["q"]],
    ["const f = function g() { g; }; g;", ["g"]],
    ["const f = (a = b, { c = a } = {}) => { arguments; };", ["b", "arguments"]],
    ["function f() { arguments; }", []],
    ["o.p.q; o?.r; o[s];", ["o", "o", "o", "s"]],
    ["l: for (;;) { break l; }", []],
    ["switch (a) { case 1: let b; b; } b;", ["a", "b"]],
    ["const { a, b: { c = d } } = e;", ["d", "e"]],
  ])("%s", (code, names) => {
    const program = parse(code, { ecmaVersion: 2025 }) as unknown as Node;
    expect(freeIdentifiers(program).map((identifier) => identifier["name"])).toEqual(names);
  });
});

const REFUSED = expect.objectContaining({
  code: "invalid-component",
  message: expect.stringMatching(/^The code generated/),
});

function check(glue: string, lines = NOTHING): Promise<string> {
  return checkGlue(Buffer.from(glue), lines);
}

function small(): string {
  return glues.get("greeter") ?? "";
}

/** What stands around every glue, and in it one statement. */
function withStatement(code: string): string {
  const [head = "", tail = ""] = small().split(bodyText());
  return `${head}\n  const promise = 1, maybeSyncReturn = 2;\n  ${code};\n  ${LAST_STATEMENT}\n${tail}`;
}

function bodyText(): string {
  return small().slice(small().indexOf(") {") + 3, small().indexOf(LAST_STATEMENT) + LAST_STATEMENT.length);
}

const LAST_STATEMENT = "return promise || maybeSyncReturn;";
