import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "@bytecodealliance/jco";
import { describe, expect, test } from "vitest";
import { type CliResult, cli } from "../support/cli.ts";
import { temporaryFolder } from "../support/files.ts";

const WASI = '"wasi_snapshot_preview1"';
const RUNS = '(memory (export "memory") 1) (func (export "_start"))';

/** Core modules that look like WASI programs, and are not what the names promise. */
const FALSE: Readonly<Record<string, string>> = {
  "a call of WASI as a memory": `(module (import ${WASI} "fd_write" (memory 1)) (func (export "_start")))`,
  "a call of WASI as a global": `(module (import ${WASI} "fd_write" (global i32)) ${RUNS})`,
  "a call of WASI as a table": `(module (import ${WASI} "fd_write" (table 1 funcref)) ${RUNS})`,
  "a call that WASI does not have": `(module (import ${WASI} "fd_execute" (func (param i32) (result i32))) ${RUNS})`,
  "a name of every object's": `(module (import ${WASI} "constructor" (func)) (import ${WASI} "__proto__" (func)) (import ${WASI} "toString" (func)) ${RUNS})`,
  "a module that is every object's": `(module (import "__proto__" "toString" (func)) ${RUNS})`,
  "a host of another kind": `(module (import "env" "system" (func (param i32) (result i32))) ${RUNS})`,
  "an older snapshot": `(module (import "wasi_unstable" "fd_write" (func (param i32 i32 i32 i32) (result i32))) ${RUNS})`,
  "hooks of ours": `(module (import "\\01hooks" "\\01fuel" (func)) ${RUNS})`,
  "a start that is a memory": '(module (memory (export "_start") 1))',
  "a memory that is a function": '(module (func (export "memory")) (func (export "_start")))',
  "no start at all": '(module (memory (export "memory") 1))',
  "more memory than there may be": '(module (memory (export "memory") 65536) (func (export "_start")))',
  "a table of four billion":
    '(module (memory (export "memory") 1) (table 4294967295 funcref) (func (export "_start")))',
};

/** Its cache is looked into. */
const HOME = temporaryFolder();
const own = (args: readonly string[]): Promise<CliResult> => cli(args, { env: { HOME } });

async function file(bytes: Uint8Array): Promise<string> {
  const path = join(temporaryFolder(), "module.wasm");
  writeFileSync(path, bytes);
  return path;
}

/** Ours is one clear refusal, before anything ran; never a bug of ours, never a stack. */
async function refusedOrEnded(path: string): Promise<void> {
  const { code, stdout, stderr } = await own(["run", "--timeout=10s", path]);
  expect([1, 124, 125, 126]).toContain(code);
  expect(stdout).toBe("");
  expect(stderr).toMatch(/^(error: |\[(LIMIT|TRAP|INVALID|REFUSED)\] )/m);
  expect(stderr).not.toMatch(/\n\s+at /);
}

describe("A25: core modules that are not what they look like", () => {
  test.each(Object.entries(FALSE))("%s: refused, nothing of it ran", async (_name, wat) => {
    await refusedOrEnded(await file(await parse(wat)));
  });

  test("a module cut off anywhere, or with bytes changed, is refused or runs as what it then is", async () => {
    const whole = await parse(`(module (import ${WASI} "proc_exit" (func $exit (param i32)))
      (memory (export "memory") 1) (data (i32.const 0) "some data") (func (export "_start") (call $exit (i32.const 7))))`);
    expect((await own(["run", await file(whole)])).code).toBe(7);
    for (let length = 1; length < whole.length; length += 11) {
      const { code, stderr } = await own(["run", await file(whole.subarray(0, length))]);
      expect([length, code]).toEqual([length, expect.toSatisfy((number) => [1, 125, 126].includes(number))]);
      expect(stderr).not.toMatch(/\n\s+at /);
    }
    const versions = [
      Uint8Array.of(0x0d, 0, 1, 0),
      Uint8Array.of(2, 0, 0, 0),
      Uint8Array.of(1, 0, 1, 0),
      Uint8Array.of(0xff, 0xff, 0, 0),
    ];
    for (const version of versions) {
      const posing = Uint8Array.from(whole);
      posing.set(version, 4);
      await refusedOrEnded(await file(posing));
    }
    expect(
      existsSync(join(HOME, ".cache/wasm-sandbox"))
        ? readdirSync(join(HOME, ".cache/wasm-sandbox")).filter((name) => name.startsWith("."))
        : [],
    ).toEqual([]);
  });

  test("a file that grows, a folder, a FIFO or a device is no component", async () => {
    for (const path of ["/dev/zero", "/dev/tty", "/proc/self/mem", temporaryFolder(), "/nonexistent"]) {
      const { code, stderr } = await own(["run", "--timeout=5s", path]);
      expect([path, code]).toEqual([path, expect.toSatisfy((number) => [125, 127].includes(number))]);
      expect(stderr).toMatch(/^error: /m);
    }
  });
});
