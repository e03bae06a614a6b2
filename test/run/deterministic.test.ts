import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "@bytecodealliance/jco";
import { expect, test } from "vitest";
import { cli } from "../support/cli.ts";
import { temporaryFolder } from "../support/files.ts";

/** Prints random bytes, both clocks and the listing of its folder, inodes included. */
const CURIOUS = `(module
  (import "wasi_snapshot_preview1" "random_get" (func $random (param i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "clock_time_get" (func $clock (param i32 i64 i32) (result i32)))
  (import "wasi_snapshot_preview1" "fd_readdir" (func $list (param i32 i32 i32 i64 i32) (result i32)))
  (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
  (memory (export "memory") 1)
  (func (export "_start")
    (if (i32.or
        (i32.or (call $random (i32.const 64) (i32.const 32)) (call $clock (i32.const 0) (i64.const 1) (i32.const 96)))
        (i32.or (call $clock (i32.const 1) (i64.const 1) (i32.const 104))
          (call $list (i32.const 3) (i32.const 112) (i32.const 1024) (i64.const 0) (i32.const 16))))
      (then unreachable))
    (i32.store (i32.const 0) (i32.const 64))
    (i32.store (i32.const 4) (i32.add (i32.const 48) (i32.load (i32.const 16))))
    (drop (call $write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 20)))))`;

test("with --deterministic two runs print the same bytes, and others than without it", async () => {
  const program = join(temporaryFolder(), "curious.wasm");
  writeFileSync(program, await parse(CURIOUS));
  const names = ["b", "a", "c", "ä", "B"];
  const run = async (order: readonly string[], ...flags: string[]) => {
    const folder = temporaryFolder();
    for (const name of order) writeFileSync(join(folder, name), name);
    const { code, stdout } = await cli(["run", ...flags, `--dir=${folder}::d:ro`, program]);
    expect(code).toBe(0);
    return stdout;
  };
  const first = await run(names, "--deterministic");
  expect(await run(names.toReversed(), "--deterministic")).toBe(first);
  for (const name of names) expect(first).toContain(name);
  expect(await run(names)).not.toBe(first);
});
