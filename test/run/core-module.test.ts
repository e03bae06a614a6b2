import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "@bytecodealliance/jco";
import { beforeAll, describe, expect, test } from "vitest";
import { cli } from "../support/cli.ts";
import { temporaryFolder } from "../support/files.ts";

const folder = temporaryFolder();

/** Path of a core module from its text. */
async function moduleFile(name: string, text: string): Promise<string> {
  const path = join(folder, `${name}.wasm`);
  writeFileSync(path, await parse(text));
  return path;
}

const PREVIEW1 = "wasi_snapshot_preview1";
const WRITES = `(module
  (import "${PREVIEW1}" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
  (import "${PREVIEW1}" "proc_exit" (func $exit (param i32)))
  (memory (export "memory") 1)
  (data (i32.const 0) "\\10\\00\\00\\00\\03\\00\\00\\00")
  (data (i32.const 16) "hi\\0a")
  (func (export "_start")
    (drop (call $write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8)))
    (call $exit (i32.const 5))))`;

describe("a core module", () => {
  let writes: string;
  beforeAll(async () => {
    writes = await moduleFile("writes", WRITES);
  });

  test("is run as it is, the first time and from the cache", async () => {
    for (const _ of ["first", "again"]) {
      expect(await cli(["run", writes])).toMatchObject({ code: 5, stdout: "hi\n" });
    }
  });

  test("is inspected with what it imports", async () => {
    const { stdout } = await cli(["inspect", "--json", writes]);
    expect(JSON.parse(stdout)).toMatchObject({
      kind: "module",
      core_modules: 1,
      imports: [`${PREVIEW1}.fd_write`, `${PREVIEW1}.proc_exit`],
      unsupported: [],
    });
  });

  test("of which nothing is valid code is rejected before any of it ran", async () => {
    const broken = join(folder, "broken.wasm");
    const bytes = readFileSync(writes);
    // The body of the last function ends with 0x0b; 0xff is no instruction.
    bytes[bytes.lastIndexOf(0x0b)] = 0xff;
    writeFileSync(broken, bytes);
    const { code, stdout, stderr } = await cli(["run", broken]);
    expect({ code, stdout }).toEqual({ code: 125, stdout: "" });
    expect(stderr).toContain("[INVALID]");
  });

  test("sees its arguments; words after -- are the program's, and a flag before it is ours or an error", async () => {
    expect(await cli(["run", writes, "one", "--", "--dir=/", "--unknown"])).toMatchObject({ code: 5 });
    const { code, stderr } = await cli(["run", writes, "--unknown"]);
    expect(code).toBe(125);
    expect(stderr).toContain("--unknown");
    expect(stderr).toContain("after --");
  });

  test("keeps to its limits", async () => {
    const start = (body: string) => `(module (memory (export "memory") 1) (func (export "_start") ${body}))`;
    const endless = await moduleFile("endless", start("(loop (br 0))"));
    const growing = await moduleFile("growing", start("(loop (drop (memory.grow (i32.const 64))) (br 0))"));
    expect(await cli(["run", "--fuel=100000", endless])).toMatchObject({ code: 124, stdout: "" });
    expect(await cli(["run", "--timeout=200ms", endless])).toMatchObject({ code: 124, stdout: "" });
    const { code, stderr } = await cli(["run", "--max-memory=16MiB", growing]);
    expect(code).toBe(124);
    expect(stderr).toContain("[LIMIT] memory");
  });

  const refusals: readonly (readonly [string, string, readonly string[], RegExp])[] = [
    ["without _start", "(module)", [], /exports no _start/],
    ["that is a reactor", '(module (func (export "_initialize")))', [], /reactor/],
    ["that imports a stranger", '(module (import "env" "x" (func)) (func (export "_start")))', [], /not give: env\.x/],
    [
      "that imports a function that preview1 does not have",
      `(module (import "${PREVIEW1}" "fd_steal" (func)) (func (export "_start")))`,
      [],
      /fd_steal/,
    ],
    [
      "of before preview1",
      '(module (import "wasi_unstable" "fd_write" (func)) (func (export "_start")))',
      [],
      /wasi_unstable/,
    ],
    [
      "that imports a call as a memory",
      `(module (import "${PREVIEW1}" "fd_write" (memory 1)) (func (export "_start")))`,
      [],
      /fd_write as memory, which is \(i32, i32, i32, i32\) -> \(i32\)/,
    ],
    [
      "that imports a call with other parameters",
      `(module (import "${PREVIEW1}" "fd_seek" (func (param i32 i32 i32 i32) (result i32))) (func (export "_start")))`,
      [],
      /fd_seek as \(i32, i32, i32, i32\) -> \(i32\), which is \(i32, i64, i32, i32\) -> \(i32\)/,
    ],
    [
      "that imports a call with another result",
      `(module (import "${PREVIEW1}" "proc_exit" (func (param i32) (result i32))) (func (export "_start")))`,
      [],
      /proc_exit as \(i32\) -> \(i32\), which is \(i32\) -> \(\)/,
    ],
    [
      "that imports a call of references",
      `(module (import "${PREVIEW1}" "sched_yield" (func (param externref) (result i32))) (func (export "_start")))`,
      [],
      /sched_yield as function/,
    ],
    ["that shall be invoked", '(module (func (export "_start")))', ["--invoke", "x()"], /core module/],
  ];
  test.each(refusals)("%s is refused by name", async (name, text, flags, message) => {
    const { code, stdout, stderr } = await cli(["run", ...flags, await moduleFile(name, text)]);
    expect({ code, stdout }).toEqual({ code: 126, stdout: "" });
    expect(stderr).toMatch(message);
  });

  const misfits: readonly (readonly [string, string, RegExp])[] = [
    ["exports no memory", '(module (func (export "_start")))', /no memory/],
    ["exports _start as a memory", '(module (memory (export "_start") (export "memory") 1))', /no function _start/],
    ["shares its memory", '(module (memory (export "memory") 1 1 shared) (func (export "_start")))', /shared/],
  ];
  test.each(misfits)("one that %s is no command", async (name, text, message) => {
    const { code, stdout, stderr } = await cli(["run", await moduleFile(name, text)]);
    expect({ code, stdout }).toEqual({ code: 125, stdout: "" });
    expect(stderr).toMatch(message);
  });
});
