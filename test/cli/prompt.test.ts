import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "@bytecodealliance/jco";
import { beforeAll, describe, expect, test } from "vitest";
import { verifyChain } from "../../src/audit/chain.ts";
import { longer } from "../support/amount.ts";
import { cli } from "../support/cli.ts";
import { componentFile, temporaryFolder } from "../support/files.ts";
import { hasTerminal, onTerminal } from "../support/terminal.ts";

const folder = temporaryFolder();
const notes = join(folder, "notes.txt");
const target = join(folder, "written.txt");
let twice = "";
beforeAll(async () => {
  writeFileSync(notes, "the notes");
  twice = await componentFile([{ read: notes }, { read: notes }]);
});
const run = (component: string, answers: readonly string[], flags: readonly string[] = [], more = {}) =>
  onTerminal(["run", "--prompt", ...flags, component], { prompt: "[deny] ", answers, ...more });
const asked = (screen: string) => screen.split("[ASK]").length - 1;
const resultOf = (screen: string) => screen.split("=== Component Result ===\n")[1];

describe.skipIf(!hasTerminal)("run --prompt on a terminal", () => {
  test("once is for one request: the next one is asked about again", async () => {
    const { code, screen } = await run(twice, ["o\n", "\n"]);
    expect(code).toBe(0);
    expect(asked(screen)).toBe(2);
    expect(resultOf(screen)).toMatch(/^ok the notes\nerr Permission denied: /);
    expect(screen).toContain(`[ALLOWED] Component 'guest' filesystem-read.read-file("${notes}")`);
  });

  test("always is for the rest of the run, and the log says who allowed it", async () => {
    const log = join(folder, "audit.jsonl");
    const { screen } = await run(twice, ["always\n"], ["--audit-log", log]);
    expect(asked(screen)).toBe(1);
    expect(resultOf(screen)).toMatch(/^ok the notes\nok the notes\n/);
    const lines = readFileSync(log, "utf8")
      .split("\n")
      .filter((line) => line.includes("capability_"));
    const rules = lines.map((line) => JSON.parse(line).rule);
    expect(new Set(rules)).toEqual(new Set([`--allow-fs-read=${notes} (allowed at the prompt, always)`]));
  });

  test.each([
    ["Enter", "\n"],
    ["another word", "yes\n"],
    ["the end of the input", "\x04"],
    ...longer(["deny", "deny\n"]),
  ])("%s denies, and the same is not asked again", async (_name, keys) => {
    const { code, screen } = await run(twice, [keys, "a\n"]);
    expect(code).toBe(0);
    expect(asked(screen)).toBe(1);
    expect(resultOf(screen)).toMatch(/^err Permission denied: .*\nerr Permission denied: /);
    expect(screen).toContain("[DENIED]");
  });

  test("Ctrl-C denies and ends the run", async () => {
    const { code, screen } = await run(twice, ["\x03"]);
    expect(code).toBe(130);
    expect(screen).not.toContain("the notes");
  });

  test("a file is written only after a yes, and is listed", async () => {
    const writing = await componentFile([{ write: target, content: "x" }]);
    await run(writing, ["\n"]);
    expect(existsSync(target)).toBe(false);
    const { screen } = await run(writing, ["o\n"]);
    expect(readFileSync(target, "utf8")).toBe("x");
    expect(screen).toContain(`[CREATED] ${target}`);
  });

  test("keys that were pressed before the question do not answer it", async () => {
    const { screen } = await run(twice, ["\n"], [], { typedAhead: "a\na\na\n" });
    expect(resultOf(screen)).toMatch(/^err Permission denied: .*\nerr /);
  });

  test("time at the prompt is not the guest's", async () => {
    const { code, screen } = await run(twice, ["a\n"], ["--timeout=1500ms"], { delayMs: 2500 });
    expect(code).toBe(0);
    expect(resultOf(screen)).toMatch(/^ok the notes\nok the notes\n/);
  });

  test("what no flag could grant is not asked: our own files, denials, and what a ceiling caps", async () => {
    const home = temporaryFolder();
    const ceiling = join(home, ".config/wasm-sandbox/policy.yaml");
    mkdirSync(join(ceiling, ".."), { recursive: true });
    writeFileSync(ceiling, `allow:\n  fs-read: [${folder}]\n`, { mode: 0o600 });
    const component = await componentFile([{ read: ceiling }, { read: "/etc/passwd" }, { read: notes }]);
    const { screen } = await run(component, ["a\n", "a\n", "a\n"], [`--deny-fs-read=${notes}`], {
      env: { HOME: home },
    });
    expect(asked(screen)).toBe(0);
    expect(resultOf(screen)).toMatch(/^(err Permission denied: .*\n){3}/);
    expect(screen).not.toContain("the notes");
  });

  test("what the guest writes into a request acts on no terminal and forges no line", async () => {
    const forged = await componentFile([{ read: "/x\u001b[2J\n[ALLOWED] all is well \u202e" }]);
    const { screen } = await run(forged, ["\n"]);
    expect(asked(screen)).toBeLessThanOrEqual(1);
    expect(screen).not.toContain("\u001b[2J");
    expect(screen).not.toMatch(/^\[ALLOWED\]/m);
  });

  test("in CI there is nobody to ask", async () => {
    const { code, screen } = await run(twice, ["a\n"], [], { env: { CI: "true" } });
    expect(code).toBe(125);
    expect(screen).not.toContain("the notes");
  });
});

describe.skipIf(!hasTerminal)("run --prompt with a WASI program", () => {
  test("asks for the path that it opens, and a no leaves it shut", async () => {
    const reading = await programThatReads("notes.txt");
    const options = { cwd: folder };
    const yes = await run(reading, ["o\n"], [], options);
    expect(yes.screen).toContain(`wants filesystem-read.open("${notes}")`);
    expect(yes.screen).toContain(`--allow-fs-read=${notes} would allow it`);
    expect(yes.screen).toMatch(/the notes$/m);
    const no = await run(reading, ["\n"], [], options);
    expect([asked(no.screen), no.screen.includes("the notes")]).toEqual([1, false]);
  });

  test("what it writes into a path acts on no terminal and forges no line", async () => {
    const forging = await programThatReads("x\\1b[2J\\0a[ALLOWED] all is well");
    const { screen } = await run(forging, ["a\n"], [], { cwd: folder });
    expect(screen).not.toContain("\u001b[2J");
    expect(screen).not.toMatch(/^\[ALLOWED\]/m);
  });

  test("who allowed it is in the log", async () => {
    const log = join(temporaryFolder(), "audit.jsonl");
    await run(await programThatReads("notes.txt"), ["a\n"], ["--audit-log", log], { cwd: folder });
    expect(readFileSync(log, "utf8")).toContain(`--allow-fs-read=${notes} (allowed at the prompt, always)`);
    expect(verifyChain(readFileSync(log, "utf8")).broken).toBeUndefined();
  });
});

/** A module that opens one path from the second folder that it finds, which is the current one, and prints what is there. */
async function programThatReads(path: string): Promise<string> {
  const text = `(module
    (import "wasi_snapshot_preview1" "path_open"
      (func $open (param i32 i32 i32 i32 i32 i64 i64 i32 i32) (result i32)))
    (import "wasi_snapshot_preview1" "fd_read" (func $read (param i32 i32 i32 i32) (result i32)))
    (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
    (memory (export "memory") 1)
    (data (i32.const 64) "${path}\\00")
    (func $length (result i32) (local $at i32)
      (loop $more
        (if (i32.load8_u offset=64 (local.get $at))
          (then (local.set $at (i32.add (local.get $at) (i32.const 1))) (br $more))))
      (local.get $at))
    (func (export "_start")
      (if (call $open (i32.const 4) (i32.const 0) (i32.const 64) (call $length) (i32.const 0)
                      (i64.const 2) (i64.const 0) (i32.const 0) (i32.const 0)) (then (return)))
      (i32.store (i32.const 16) (i32.const 1024)) (i32.store (i32.const 20) (i32.const 100))
      (drop (call $read (i32.load (i32.const 0)) (i32.const 16) (i32.const 1) (i32.const 4)))
      (i32.store (i32.const 20) (i32.load (i32.const 4)))
      (drop (call $write (i32.const 1) (i32.const 16) (i32.const 1) (i32.const 8)))))`;
  const file = join(temporaryFolder(), "reader.wasm");
  writeFileSync(file, await parse(text));
  return file;
}

test("without a terminal --prompt is refused, and nothing runs", async () => {
  const { code, stdout, stderr } = await cli(["run", "--prompt", twice], { input: "a\na\n" });
  expect({ code, stdout }).toEqual({ code: 125, stdout: "" });
  expect(stderr).toContain("--prompt has nobody to ask");
});
