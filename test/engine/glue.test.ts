import { readFileSync } from "node:fs";
import { parse } from "acorn";
import { beforeAll, describe, expect, it } from "vitest";
import { GENERATOR } from "../../build/bindgen.ts";
import { knownGlue } from "../../build/known-glue.ts";
import { generate } from "../../src/engine/generator.ts";
import { bodyOf, checkGlue } from "../../src/engine/glue/check.ts";
import { indexKnownGlue, type KnownStatement, knownPrefix } from "../../src/engine/glue/known.ts";
import type { Node } from "../../src/engine/glue/node.ts";
import { freeIdentifiers } from "../../src/engine/glue/scope.ts";
import { validComponents } from "../component-fixtures/components.ts";

let glues: ReadonlyMap<string, string>;
let known: readonly KnownStatement[];
const nothingKnown = indexKnownGlue([]);

beforeAll(async () => {
  const compiled = new WebAssembly.Module(readFileSync(GENERATOR));
  const textOf = (bytes: Uint8Array) =>
    Buffer.from(generate(compiled, bytes).find(({ name }) => name.endsWith(".js"))?.bytes ?? []).toString();
  glues = new Map((await validComponents()).map(({ name, bytes }) => [name, textOf(bytes)]));
  known = await knownGlue(compiled);
});

describe("what the generator writes", () => {
  it("passes, for every WIT type, as import and as export", () => {
    for (const [name, glue] of glues) expect(check(glue), name).toMatch(/^"use strict";\(function instantiate\(/);
  });

  it("is almost all known for a small component, so that hardly anything is parsed", () => {
    const body = bodyOf(Buffer.from(small()));
    expect(knownPrefix(body, indexKnownGlue(known)).end).toBeGreaterThan(body.length * 0.9);
  });

  it("gives the same script whether its statements are known or not", () => {
    for (const [name, glue] of glues) expect(check(glue, indexKnownGlue(known)), name).toBe(check(glue));
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

  it.each(inserted)("%s", (code) => {
    expect(() => check(withStatement(code))).toThrow(REFUSED);
  });

  it("the same behind statements that are known", () => {
    for (const code of inserted.slice(0, 12)) {
      const glue = small().replace(LAST_STATEMENT, () => `${code};${LAST_STATEMENT}`);
      expect(() => check(glue, indexKnownGlue(known)), code).toThrow(REFUSED);
    }
  });

  it("text around the function, a function that ends early, another function", () => {
    expect(() => check(`evil();${small()}`)).toThrow(/beside the function instantiate/);
    expect(() => check(`${small()}evil();`)).toThrow(/beside the function instantiate/);
    expect(() => check(small().replace("instantiate(", "instantiat3("))).toThrow(/beside the function instantiate/);
    expect(() => check(withStatement("} evil(); function more() {"))).toThrow(REFUSED);
    expect(() => check(withStatement("}; {"))).toThrow(REFUSED);
    expect(() => check(withStatement("const {"))).toThrow(/a syntax error/);
  });

  it("characters and comments that a script reads in another way than a module", () => {
    expect(() => check(withStatement("'\u2028'"))).toThrow(/plain ASCII/);
    expect(() => check(withStatement("'\u00e9'"))).toThrow(/plain ASCII/);
    expect(() => check(withStatement("1 <!--x"))).toThrow(/HTML comment/);
    expect(() => check(withStatement("\n--> x"))).toThrow(/HTML comment/);
  });

  it("a known statement with one character changed is not known, and is checked", () => {
    const index = indexKnownGlue(known);
    const changed = small().replace("globalThis?.process?.env?.JCO_DEBUG", "globalThis?.process?.env?.JCO_DEBU2");
    expect(changed).not.toBe(small());
    expect(() => check(changed, index)).toThrow(/the global "globalThis"/);
  });

  it("control: the statement around which they stand is fine", () => {
    expect(check(withStatement("const a = imports"))).toContain("const a = imports");
  });

  it("takes every string for what it is: data", () => {
    const text = `const text = "process.exit(); import('x'); eval"`;
    expect(check(withStatement(text))).toContain("import('x')");
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
    expect(freeIdentifiers(program, new Set()).map((identifier) => identifier["name"])).toEqual(names);
  });
});

const REFUSED = expect.objectContaining({
  code: "invalid-component",
  message: expect.stringMatching(/^The code generated/),
});

function check(glue: string, index = nothingKnown): string {
  return checkGlue(Buffer.from(glue), index);
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
