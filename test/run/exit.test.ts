import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "@bytecodealliance/jco";
import { describe, expect, test } from "vitest";
import { type CliResult, cli } from "../support/cli.ts";
import { temporaryFolder } from "../support/files.ts";

const folder = temporaryFolder();

async function run(name: string, text: string, ...flags: string[]): Promise<CliResult> {
  const path = join(folder, `${name}.wasm`);
  writeFileSync(path, await parse(text));
  return cli(["run", ...flags, path]);
}

/** Both ways in which a guest catches everything, around a piece of code. */
const CATCHING: Readonly<Record<string, (code: string) => string>> = {
  "try_table and catch_all": (code) => `(block $caught (try_table (catch_all $caught) ${code}))`,
  "try and catch_all of old": (code) => `try ${code} catch_all end`,
};
const catchers = Object.entries(CATCHING);

/** Prints 60,000 bytes `before`, exits with 7, and if that was caught prints `after`. */
const program = (catching: (code: string) => string) => `(module
  (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
  (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
  (memory (export "memory") 2)
  (data (i32.const 16) "after")
  (func $print (param $at i32) (param $length i32)
    (i32.store (i32.const 0) (local.get $at)) (i32.store (i32.const 4) (local.get $length))
    (if (call $write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8)) (then unreachable)))
  (func (export "_start")
    (memory.fill (i32.const 64) (i32.const 98) (i32.const 60000))
    (call $print (i32.const 64) (i32.const 60000))
    ${catching("(call $exit (i32.const 7))")}
    (call $print (i32.const 16) (i32.const 5))))`;

/** Calls `exit` with the error, and returns 42 if that was caught. */
const component = (catching: (code: string) => string) => `(component
  (import "wasi:cli/exit@0.2.0" (instance $exit (export "exit" (func (param "status" (result))))))
  (core func $x (canon lower (func $exit "exit")))
  (core module $m (import "h" "x" (func $x (param i32)))
    (func (export "f") (result i32) ${catching("(call $x (i32.const 1))")} (i32.const 42)))
  (core instance $i (instantiate $m (with "h" (instance (export "x" (func $x))))))
  (func (export "f") (result u32) (canon lift (core func $i "f"))))`;

describe("an exit", () => {
  test.each(catchers)("of a core module cannot be caught, by %s", async (name, catching) => {
    for (const flags of [[], ["--fuel=1000"]]) {
      const { code, stdout, stderr } = await run(`module ${name}`, program(catching), ...flags);
      expect({ code, stdout }).toEqual({ code: 7, stdout: "b".repeat(60_000) });
      expect(stderr).toContain("[EXIT] the component exited with 7");
      expect(stderr.includes("Fuel used: ")).toBe(flags.length > 0);
    }
  });

  test.each(catchers)("of a component cannot be caught, by %s", async (name, catching) => {
    const { code, stdout, stderr } = await run(`component ${name}`, component(catching), "--invoke", "f()");
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain("[EXIT] the component exited with 1");
  });
});

describe("an exception that nothing catches", () => {
  test("ends the run as a trap, in words", async () => {
    const { code, stderr } = await run(
      "throws",
      '(module (memory (export "memory") 1) (tag $e (param i32)) (func (export "_start") (throw $e (i32.const 1))))',
    );
    expect(code).toBe(1);
    expect(stderr).toContain("[TRAP] an exception that nothing caught\n");
  });
});
