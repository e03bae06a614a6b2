import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "@bytecodealliance/jco";
import { expect, test } from "vitest";
import { cli } from "../support/cli.ts";
import { temporaryFolder } from "../support/files.ts";

/**
 * A function becomes hot and then calls itself deeper than the stack holds. V8 optimises it at about 1100 turns (its
 * budget for that is in src/run/plan.ts), which makes its frames smaller: on a thread of its own now before, now after.
 */
const DEEP = `(module (memory (export "memory") 1)
  (func $r (param i32) (result i32)
    (if (i32.eqz (local.get 0)) (then (return (i32.const 1))))
    (i32.add (i32.const 1) (call $r (i32.sub (local.get 0) (i32.const 1)))))
  (func (export "_start") (local $i i32)
    (local.set $i (i32.const 1100))
    (loop $x (drop (call $r (i32.const 1000))) (br_if $x (local.tee $i (i32.sub (local.get $i) (i32.const 1)))))
    (drop (call $r (i32.const 1000000)))))`;

const folder = temporaryFolder();

test("deep recursion ends at the same place each time, with fuel and with --deterministic", async () => {
  const path = join(folder, "deep.wasm");
  writeFileSync(path, await parse(DEEP));
  const reports = [];
  for (let turn = 0; turn < 8; turn += 1) {
    const { stdout } = await cli(["run", "--json", "--deterministic", "--fuel=10000000000", path]);
    const { outcome, fuel_used } = JSON.parse(stdout);
    reports.push({ outcome, fuel_used });
  }
  expect(new Set(reports.map((report) => JSON.stringify(report))).size).toBe(1);
  expect(reports[0]?.fuel_used).toBeGreaterThan(1_000_000);
});
