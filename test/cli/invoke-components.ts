import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { componentEmbed, componentNew, parse } from "@bytecodealliance/jco";
import { execa } from "execa";
import { ROOT } from "../support/cli.ts";

const WIT = `package test:echo@1.0.0;

interface types {
  enum color { red, hot-pink, none }
  flags permissions { read, write, run-all }
  record point { x: s32, y-pos: s32, label: option<string> }
  variant shape { empty, circle(f64), polygon(list<point>), err(string) }
  type outcome = result<u8, string>;
}

interface echo {
  use types.{color, outcome, permissions, point, shape};
  integers: func(a: u8, b: s8, c: u16, d: s16, e: u32, f: s32, g: u64, h: s64) -> tuple<u8, s8, u16, s16, u32, s32, u64, s64>;
  others: func(a: f32, b: f64, c: bool, d: char, e: string) -> tuple<f32, f64, bool, char, string>;
  bytes: func(a: list<u8>) -> list<u8>;
  lists: func(a: list<s16>, b: list<u64>, c: list<f32>, d: list<string>) -> tuple<list<s16>, list<u64>, list<f32>, list<string>>;
  named: func(a: color, b: permissions, c: point, d: shape) -> tuple<color, permissions, point, shape>;
  options: func(a: option<u8>, b: option<option<u8>>, c: option<option<option<string>>>) -> tuple<option<u8>, option<option<u8>>, option<option<option<string>>>>;
  results: func(a: result, b: result<u8>, c: result<_, string>, d: result<point, color>) -> tuple<result, result<u8>, result<_, string>, result<point, color>>;
  divide: func(a: u32, b: u32) -> result<u32, string>;
  check: func(ok: bool) -> result;
  alias: func(ok: bool) -> outcome;
  nothing: func();
  throws: func() -> u8;
  repeat: func(text: string, times: u32) -> string;
}

world every-type {
  export echo;
  export delete: func(a: u32, b: u32) -> u32;
}`;

/** Gives back what it gets, so that a value of every type makes the whole way there and back. */
const SOURCE = `const all = (...values: unknown[]) => values;
export const echo = {
  integers: all, others: all, lists: all, named: all, options: all, results: all,
  bytes: (value: unknown) => value,
  divide(a: number, b: number): number {
    if (b === 0) throw "division by zero";
    return Math.trunc(a / b);
  },
  check(ok: boolean): void {
    if (!ok) throw undefined;
  },
  alias(ok: boolean): number {
    if (!ok) throw "no";
    return 7;
  },
  nothing(): void {},
  throws(): number {
    throw new Error("on purpose");
  },
  repeat: (text: string, times: number): string => text.repeat(times),
};
const remove = (a: number, b: number): number => a - b;
export { remove as delete };
`;

/** A TypeScript component with functions of every WIT type, built as the demo skills are. */
export async function everyType(): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), "wasm-sandbox-every-type-"));
  const [source, wit, out] = ["every-type.ts", "every-type.wit", "every-type.wasm"].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  await writeFile(source, SOURCE);
  await writeFile(wit, WIT);
  const backend = ["--backend", "qjs", "--backend-qjs-disable-async", "--backend-qjs-stub-wasi"];
  const jco = join(ROOT, "node_modules/@bytecodealliance/jco/dist/jco.js");
  const args = ["componentize", source, "--wit", wit, "--world-name", "every-type", ...backend, "--out", out];
  await execa(process.execPath, [jco, ...args], { cwd: ROOT });
  return readFile(out);
}

/** Two interfaces with a function of the same name, and others at the root. */
export async function sameNames(): Promise<Uint8Array> {
  return parse(`(component
    (core module $code
      (func (export "u64") (param i64) (result i64) (local.get 0))
      (func (export "u32") (param i32) (result i32) (local.get 0))
      (func (export "spin") (loop (br 0))))
    (core instance $i (instantiate $code))
    (func $u64 (param "a" u64) (result u64) (canon lift (core func $i "u64")))
    (func $s64 (param "a" s64) (result s64) (canon lift (core func $i "u64")))
    (func $u32 (param "a" u32) (result u32) (canon lift (core func $i "u32")))
    (func $spin (canon lift (core func $i "spin")))
    (instance $a (export "same" (func $u64)) (export "only-a" (func $s64)))
    (instance $b (export "same" (func $u32)))
    (instance $c (export "negate-HTTP-2" (func $s64)))
    (export "u64" (func $u64))
    (export "spin" (func $spin))
    (export "test:names/first@1.2.0" (instance $a))
    (export "test:names/second" (instance $b))
    (export "plain-name" (instance $c)))`);
}

/** A component without code whose functions deal in handles of a resource. */
export async function handles(): Promise<Uint8Array> {
  const files = "resource file { size: func() -> u64; } make: func() -> file; grow: func(files: list<borrow<file>>);";
  const witSource = `package test:handles; interface files { ${files} } world handles { export files; }`;
  return componentNew(await componentEmbed({ witSource, dummy: true, world: "handles" }), []);
}
