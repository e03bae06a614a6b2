import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "@bytecodealliance/jco";
import { describe, expect, test } from "vitest";
import { bubblewrapMissing } from "../isolation/support/walled.ts";
import { BIN, HOME } from "../support/cli.ts";
import { temporaryFolder } from "../support/files.ts";
import { descendants, exitOf, gone, guestOf } from "../support/processes.ts";
import { compilerMissing, type GuestStep, PROGRAMS, word } from "../support/steps-guest.ts";

const HOUR = 3_600_000_000_000n;
const ISOLATIONS = ["process", ...(bubblewrapMissing === undefined ? ["bubblewrap"] : [])];

/** Runs it with a standard input that stays open after these steps, and sees to it that nothing is left. */
async function endedByTheLimit(
  program: string,
  steps: readonly GuestStep[],
  flags: readonly string[] = [],
): Promise<void> {
  const child = spawn(BIN, ["run", "--timeout=1s", ...flags, program], {
    cwd: HOME,
    env: { HOME, PATH: "/usr/bin:/bin" },
  });
  child.stdin.on("error", () => {});
  child.stdin.write(steps.map((step) => `${step.map(word).join(" ")}\n`).join(""));
  let stderr = "";
  child.stderr.on("data", (chunk) => {
    stderr += chunk;
  });
  child.stdout.resume();
  const ended = exitOf(child);
  await guestOf(child.pid ?? 0);
  const processes = descendants(child.pid ?? 0);
  expect(await ended).toBe(124);
  expect(stderr).toContain("[LIMIT] timeout");
  expect(await gone(processes, 2000)).toBe(true);
}

describe.skipIf(compilerMissing).each(PROGRAMS)("A09: a WASI program that never ends, as %s", (way, program) => {
  const FORMS: readonly (readonly [string, readonly GuestStep[]])[] = [
    ["computes", [["spin"]]],
    ["sleeps for an hour", [["poll", HOUR]]],
    ["sleeps for five hundred years", [["poll", 2n ** 64n - 1n]]],
    ["sleeps a little, again and again", [["repeat", 1_000_000_000, "poll", 1_000_000]]],
    ["waits for a standard input that never comes", [["poll-stdin"]]],
    ["reads a standard input that never comes", []],
    ["asks the host without end", [["try", 1_000_000_000, "open", "none", "x", 1, 0, 2, 0, 1]]],
    ["prints nothing without end", [["try", 1_000_000_000, "write", "#1", ""]]],
  ];
  // The two differ in how they wait, and in nothing else that matters here.
  const forms =
    way === "a core module" ? FORMS : FORMS.filter(([form]) => /^(computes|waits|sleeps for an hour)/.test(form));

  test.each(forms)("%s: ended by the limit with 124, and no process is left", async (form, steps) => {
    const isolations = form === "computes" ? ISOLATIONS : ["auto"];
    for (const isolation of isolations) await endedByTheLimit(await program(), steps, [`--isolation=${isolation}`]);
  });
});

describe("A09: code that runs before the program's own begins", () => {
  const LOOPS: Readonly<Record<string, string>> = {
    "the start function of a core module":
      '(module (memory (export "memory") 1) (func $s (loop (br 0))) (start $s) (func (export "_start")))',
    "a core module's own start": '(module (memory (export "memory") 1) (func (export "_start") (loop (br 0))))',
    "recursion without end, and again": `(module (memory (export "memory") 1)
      (func $deep (param i32) (if (local.get 0) (then (call $deep (i32.sub (local.get 0) (i32.const 1))))))
      (func (export "_start") (loop (call $deep (i32.const 5000)) (br 0))))`,
    "whole-memory copies": `(module (memory (export "memory") 1000)
      (func (export "_start") (loop (memory.fill (i32.const 0) (i32.const 7) (i32.const 65000000)) (br 0))))`,
  };

  test.each(Object.entries(LOOPS))("%s: ended by the limit with 124", async (_name, wat) => {
    const path = join(temporaryFolder(), "loop.wasm");
    writeFileSync(path, await parse(wat));
    await endedByTheLimit(path, []);
  });
});
