import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "@bytecodealliance/jco";
import { describe, expect, test } from "vitest";
import { amount, longer } from "../support/amount.ts";
import { cli } from "../support/cli.ts";
import { temporaryFolder } from "../support/files.ts";

const folder = temporaryFolder();

/** A skill of one core module: what stands in the module, and what its `run` does before it returns nothing. */
async function skill(name: string, around: string, body: string): Promise<string> {
  const path = join(folder, `${name}.wasm`);
  const bytes = await parse(`(component
    (core module $m ${around} (memory $memory (export "memory") 1) (func (export "run") (result i32) (local $n i32) ${body} (i32.const 16)))
    (core instance $m (instantiate $m))
    (func $run (result string) (canon lift (core func $m "run") (memory (core memory $m "memory"))))
    (instance $skill (export "run" (func $run))) (export "sandbox:skill/skill" (instance $skill)))`);
  writeFileSync(path, bytes);
  return path;
}

interface Report {
  readonly outcome: { readonly kind: string; readonly limit?: string };
  readonly exit: number;
  readonly fuel_used?: number;
}

async function run(path: string, ...flags: string[]): Promise<Report> {
  return JSON.parse((await cli(["run", "--json", ...flags, path])).stdout);
}

const limited = (limit: string) => ({ exit: 124, outcome: { kind: "limit", limit } });
/** Catches everything that can be caught and tries again. */
const stubborn = (code: string) => `(loop $again (block $caught (try_table (catch_all $caught) ${code})) (br $again))`;
const growForever = "(loop $l (drop (memory.grow $memory (i32.const 16))) (br $l))";

describe("memory", () => {
  test.each([
    ["small steps", "", growForever],
    ["a start function", "(start $s) (func $s (drop (memory.grow $memory (i32.const 60000))))", ""],
    [
      "two memories together",
      "(memory $other 100)",
      "(drop (memory.grow $memory (i32.const 100))) (drop (memory.grow $other (i32.const 100)))",
    ],
    ["catching everything", "", stubborn(growForever)],
    ...longer(
      ["one huge step", "", "(drop (memory.grow $memory (i32.const 60000)))"],
      ["what a second memory begins with", "(memory $other 300)", ""],
    ),
  ])("beyond the limit ends the run, by %s", async (name, around, body) => {
    const path = await skill(`memory ${name}`, around, body);
    // Once freshly prepared, once out of the cache.
    for (let turn = 0; turn < amount(name === "small steps" ? 2 : 1, 2); turn += 1)
      expect(await run(path, "--max-memory=16MiB")).toMatchObject(limited("memory"));
  });

  test("beyond the module's own maximum is refused to the module, and the run goes on", async () => {
    const path = await skill(
      "own maximum",
      "(memory $small 1 4)",
      "(if (i32.ne (memory.grow $small (i32.const 50000)) (i32.const -1)) (then unreachable))",
    );
    expect(await run(path, "--max-memory=16MiB")).toMatchObject({ exit: 0, outcome: { kind: "returned" } });
  });

  test("of zero bytes starts nothing", async () => {
    expect(await run(await skill("nothing", "", ""), "--max-memory=0")).toMatchObject(limited("memory"));
  });
});

describe("tables", () => {
  test.each([
    ["growing", "(table $t 1 externref)", "(loop $l (drop (table.grow $t (ref.null extern) (i32.const 100))) (br $l))"],
    ["what they begin with", "(table 2000 funcref)", ""],
  ])("beyond the limit end the run, by %s", async (name, around, body) => {
    const path = await skill(`tables ${name}`, around, body);
    expect(await run(path, "--max-table-elements=1000")).toMatchObject(limited("tables"));
  });

  test("may declare more than the limit and not use it", async () => {
    const path = await skill("declared", "(table 1 5000000 externref)", "");
    expect(await run(path, "--max-table-elements=1000")).toMatchObject({ exit: 0 });
  });

  test("of zero elements are no hindrance to a component without tables", async () => {
    expect(await run(await skill("no table", "", ""), "--max-table-elements=0")).toMatchObject({ exit: 0 });
  });
});

describe("fuel", () => {
  const countdown =
    "(local.set $n (i32.const 1000)) (loop $l (br_if $l (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))";

  test("is the same number each time, from the first run on, and in the text for people", async () => {
    const path = await skill("countdown", "", countdown);
    // What this run keeps counts no fuel, and is not what the next one takes.
    expect(await run(path)).not.toHaveProperty("fuel_used");
    const used = [await run(path, "--fuel=1000000"), await run(path, "--fuel=1000000")].map(
      (report) => report.fuel_used,
    );
    // 1 for the call, 2 before the loop, 6 a turn, 1 for the result.
    expect(used).toEqual([1 + 2 + 6 * 1000 + 1, 1 + 2 + 6 * 1000 + 1]);
    expect((await cli(["run", "--fuel=1000000", path])).stderr).toContain("Fuel used: 6004\n");
  });

  test.each([
    ["an endless loop", "", "(loop (br 0))"],
    ["a guest that catches everything", "", stubborn("(loop (br 0))")],
    ...longer(
      ["endless calls", "(func $f (return_call $f))", "(call $f)"],
      ["an endless start function", "(func $s (loop (br 0))) (start $s)", ""],
    ),
  ])("ends %s", async (name, around, body) => {
    const path = await skill(`fuel ${name}`, around, body);
    const log = join(folder, `${name}.jsonl`);
    expect(await run(path, "--fuel=5000000", `--audit-log=${log}`)).toMatchObject({
      ...limited("fuel"),
      fuel_used: 5_000_000,
    });
    expect(readFileSync(log, "utf8")).toContain('"event":"limit_exceeded"');
  });

  test("of zero ends before the first instruction", async () => {
    const path = await skill("trap", "", "unreachable");
    expect(await run(path, "--fuel=0")).toMatchObject({ ...limited("fuel"), fuel_used: 0 });
    expect(await run(path, "--fuel=100")).toMatchObject({ exit: 1, outcome: { kind: "trapped" } });
  });
});
