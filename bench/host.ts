import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "@bytecodealliance/jco";
import { scripted } from "../test/support/scripted-component.ts";
import type { Figure } from "./figure.ts";
import { type Command, interleaved, run, slowness } from "./measure.ts";

const root = join(import.meta.dirname, "..");
const ROUNDS = 5;
const CALLS = 10_000;
const MEGABYTES = 64;

/** What a guest's calls of the host cost: the same program with and without them, wall over wall. */
export async function host(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "wasm-sandbox-bench-"));
  const programs = {
    idle: await program("(nop)"),
    stats: await program(repeated(CALLS, call("path_filestat_get", 3, 0, 16, 5, 1024))),
    reads: await program(
      `${open} ${repeated(CALLS, call("fd_pread", "(local.get $file)", 32, 1, "(i64.const 0)", 40))}`,
    ),
    content: await program(`${open} ${repeated(MEGABYTES, call("fd_read", "(local.get $file)", 24, 1, 40))}`),
    skillIdle: await scripted([{ say: "done" }]),
    skillReads: await scripted([{ readOften: join(folder, "small"), times: CALLS }]),
  };
  for (const [name, bytes] of Object.entries(programs)) writeFileSync(join(folder, `${name}.wasm`), bytes);
  writeFileSync(join(folder, "bytes"), Buffer.alloc(MEGABYTES * 2 ** 20, 7));
  writeFileSync(join(folder, "small"), "sixteen bytes !!");
  const env = { HOME: folder, PATH: "/usr/bin:/bin" };
  const command = (name: string): Command => ({
    file: join(root, "bin/wasm-sandbox.js"),
    args: ["run", "--dir", `${folder}::.`, `--allow-fs-read=${folder}`, join(folder, `${name}.wasm`)],
    env,
  });
  const commands = Object.fromEntries(Object.keys(programs).map((name) => [name, command(name)])) as Record<
    keyof typeof programs,
    Command
  >;
  for (const each of Object.values(commands)) run(each);
  const bare: Command = { file: process.execPath, args: ["-e", "0"], env };
  const before = slowness(bare);
  const wall = interleaved(commands, ROUNDS);
  const slow = (before + slowness(bare)) / 2; // as it was meanwhile
  rmSync(folder, { recursive: true });
  const microseconds = (taken: number) => (taken * 1000) / CALLS;
  return [
    { name: "stat by path, WASI", value: microseconds(wall.stats - wall.idle), unit: "us wall", atMost: 80 * slow },
    { name: "read of 16 bytes, WASI", value: microseconds(wall.reads - wall.idle), unit: "us wall", atMost: 80 * slow },
    // A whole file: looked up, opened, read and closed.
    {
      name: "read-file of 16 bytes, skill",
      value: microseconds(wall.skillReads - wall.skillIdle),
      unit: "us wall",
    },
    {
      name: "read of 64 MB through the door",
      value: MEGABYTES / ((wall.content - wall.idle) / 1000),
      unit: "MB/s wall",
      atLeast: 300 / slow,
    },
  ];
}

type Operand = number | string;

function call(name: string, ...operands: readonly Operand[]): string {
  const written = operands.map((operand) => (typeof operand === "number" ? `(i32.const ${operand})` : operand));
  return `(if (call $${name} ${written.join(" ")}) (then unreachable))`;
}

const open = `${call("path_open", 3, 0, 0, 5, 0, "(i64.const 6)", "(i64.const 0)", 0, 48)}
  (local.set $file (i32.load (i32.const 48)))`;

function repeated(times: number, body: string): string {
  return `(local.set $left (i32.const ${times}))
    (loop $again ${body} (local.set $left (i32.sub (local.get $left) (i32.const 1))) (br_if $again (local.get $left)))`;
}

/** A preview 1 program; "bytes" lies at 0, "small" at 16, the vector of one megabyte at 24, that of 16 bytes at 32. */
async function program(body: string): Promise<Uint8Array> {
  return parse(`(module
    (import "wasi_snapshot_preview1" "path_open"
      (func $path_open (param i32 i32 i32 i32 i32 i64 i64 i32 i32) (result i32)))
    (import "wasi_snapshot_preview1" "path_filestat_get" (func $path_filestat_get (param i32 i32 i32 i32 i32) (result i32)))
    (import "wasi_snapshot_preview1" "fd_read" (func $fd_read (param i32 i32 i32 i32) (result i32)))
    (import "wasi_snapshot_preview1" "fd_pread" (func $fd_pread (param i32 i32 i32 i64 i32) (result i32)))
    (memory (export "memory") 32)
    (data (i32.const 0) "bytes")
    (data (i32.const 16) "small")
    (data (i32.const 24) "\\00\\00\\01\\00\\00\\00\\10\\00")
    (data (i32.const 32) "\\00\\10\\00\\00\\10\\00\\00\\00")
    (func (export "_start") (local $left i32) (local $file i32) ${body}))`);
}
