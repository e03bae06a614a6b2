import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "@bytecodealliance/jco";
import { buildSkill } from "../build/demos.ts";
import { findEngine } from "../src/isolation/engine.ts";
import type { Figure } from "./figure.ts";
import { type Command, median, processorTime, run } from "./measure.ts";

const root = join(import.meta.dirname, "..");
const ROUNDS = 7;

/** What counting fuel costs, and what the sandbox costs a loop that only computes: processor time over processor time. */
export async function fuel(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "wasm-sandbox-bench-"));
  const loop = await loopSkill(folder);
  const engine = await engineSkill(folder);
  const env = { HOME: folder, PATH: "/usr/bin:/bin" };
  const sandboxed = (component: string, ...flags: string[]): Command => ({
    file: join(root, "bin/wasm-sandbox.js"),
    // Of a guest in a process namespace of its own nobody learns the processor time.
    args: ["run", "--isolation=process", ...flags, component],
    env,
  });
  const counted = "--fuel=100000000000000";
  const cpu = alternately({
    node: { file: findEngine(root).path, args: [loop.script], env },
    loop: sandboxed(loop.component),
    loopCounted: sandboxed(loop.component, counted),
    engine: sandboxed(engine),
    engineCounted: sandboxed(engine, counted),
  });
  rmSync(folder, { recursive: true });
  return [
    { name: "compute loop, run over plain node", value: cpu.loop / cpu.node, unit: "x CPU", atMost: 1.1 },
    { name: "tight loop, with fuel over without", value: cpu.loopCounted / cpu.loop, unit: "x CPU", atMost: 1.5 },
    { name: "tight loop, with fuel over plain node", value: cpu.loopCounted / cpu.node, unit: "x CPU" },
    {
      name: "QuickJS at work, with fuel over without",
      value: cpu.engineCounted / cpu.engine,
      unit: "x CPU",
      atMost: 1.2,
    },
    { name: "compute loop in plain node", value: cpu.node, unit: "ms CPU" },
    { name: "QuickJS at work, without fuel", value: cpu.engine, unit: "ms CPU" },
  ];
}

/** Medians; in turn, so that what else the machine does meets all alike, after a first run of each that fills caches. */
function alternately<Name extends string>(commands: Readonly<Record<Name, Command>>): Record<Name, number> {
  const names = Object.keys(commands) as Name[];
  for (const name of names) run(commands[name]);
  const rounds = Array.from({ length: ROUNDS }, () => names.map((name) => processorTime(commands[name])));
  const medians = names.map((name, place) => [name, median(rounds.map((round) => round[place] ?? Number.NaN))]);
  return Object.fromEntries(medians);
}

/**
 * Turns of the smallest loop there is, in calls of 100,000, for about two seconds: what starting takes, which other lines
 * measure, is little beside it. The same core module as a skill and for plain node.
 */
async function loopSkill(folder: string): Promise<{ component: string; script: string }> {
  const [component, module, script] = ["loop.wasm", "loop.core.wasm", "loop.cjs"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  const core = `(memory (export "memory") 1)
    (func $work (param $sum i32) (result i32) (local $turn i32)
      (loop $next
        (local.set $sum (i32.add (local.get $sum) (local.get $turn)))
        (i32.store8 (i32.and (local.get $turn) (i32.const 0x7fff)) (local.get $sum))
        (br_if $next (i32.lt_u (local.tee $turn (i32.add (local.get $turn) (i32.const 1))) (i32.const 100000))))
      (local.get $sum))
    (func (export "run") (result i32) (local $sum i32) (local $times i32)
      (loop $again
        (local.set $sum (call $work (local.get $sum)))
        (br_if $again (i32.lt_u (local.tee $times (i32.add (local.get $times) (i32.const 1))) (i32.const 60000))))
      (i32.add (i32.const 0x8000) (i32.and (local.get $sum) (i32.const 0))))`;
  writeFileSync(module, await parse(`(module ${core})`));
  writeFileSync(
    component,
    await parse(`(component (core module $m ${core}) (core instance $m (instantiate $m))
      (func $run (result string) (canon lift (core func $m "run") (memory (core memory $m "memory"))))
      (instance $skill (export "run" (func $run))) (export "sandbox:skill/skill" (instance $skill)))`),
  );
  const bytes = `require("node:fs").readFileSync(${JSON.stringify(module)})`;
  writeFileSync(script, `new WebAssembly.Instance(new WebAssembly.Module(${bytes})).exports.run();`);
  return { component, script };
}

/** A JavaScript skill that computes for about a second: objects, strings, maps, sorting and numbers. */
async function engineSkill(folder: string): Promise<string> {
  const [source, component] = [join(folder, "engine.ts"), join(folder, "engine.wasm")];
  writeFileSync(source, ENGINE_SKILL);
  await buildSkill(root, source, component);
  return component;
}

const ENGINE_SKILL = `
function sieve(limit: number): number {
  const composite = new Uint8Array(limit + 1);
  let count = 0;
  for (let n = 2; n <= limit; n++) {
    if (composite[n] === 1) continue;
    count++;
    for (let multiple = n * n; multiple <= limit; multiple += n) composite[multiple] = 1;
  }
  return count;
}

function words(seed: number): number {
  const counts = new Map<string, number>();
  for (let n = 0; n < 8000; n++) {
    const word = \`w\${(n * 7919 + seed) % 997}\`;
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const sorted = [...counts].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1));
  return sorted.slice(0, 10).join("").length;
}

type Tree = { readonly value: number; readonly left?: Tree; readonly right?: Tree };
const grow = (depth: number, value: number): Tree =>
  depth === 0 ? { value } : { value, left: grow(depth - 1, value * 2), right: grow(depth - 1, value * 2 + 1) };
const total = ({ value, left, right }: Tree): number => value + (left ? total(left) : 0) + (right ? total(right) : 0);

export const skill = {
  run(): string {
    let sum = 0;
    for (let round = 0; round < 100; round++) sum = (sum * 31 + sieve(40000) + words(round) + total(grow(11, 1))) % 1000003;
    return String(sum);
  },
};
`;
