import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findEngine } from "../src/isolation/engine.ts";
import { guestOf } from "../test/support/processes.ts";
import { scripted } from "../test/support/scripted-component.ts";
import type { Figure } from "./figure.ts";
import { bigComponent, bigProgram } from "./fixtures.ts";
import {
  type Command,
  interleaved,
  median,
  peakResident,
  processorTime,
  run,
  slowness,
  wall as wallOf,
} from "./measure.ts";

const root = join(import.meta.dirname, "..");
const ROUNDS = 20;

/**
 * `run` against bare node: wall over wall, the pinned engine on both sides, cache warm, audit log included; what
 * bubblewrap adds is `isolation`'s figure.
 */
export async function runs(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "wasm-sandbox-bench-"));
  const node = findEngine(root).path;
  const small = join(folder, "small.wasm");
  writeFileSync(small, await scripted([{ say: "hello" }]));
  writeFileSync(join(folder, "endless.wasm"), await scripted([{ wat: "(loop (br 0))" }]));
  const big = await bigComponent(join(root, "node_modules/.cache/wasm-sandbox"));
  const env = { HOME: folder, PATH: "/usr/bin:/bin" };
  const sandboxed = (component: string): Command => ({
    file: join(root, "bin/wasm-sandbox.js"),
    args: ["run", "--isolation=process", `--audit-log=${folder}/audit.jsonl`, component],
    env,
  });
  const bare: Command = { file: node, args: ["-e", "0"], env };
  run(sandboxed(small));
  const firstRuns = Array.from({ length: 9 }, () => ({
    taken: firstRun(sandboxed(big), folder),
    slow: slowness(bare),
  }));
  const middle = join(root, "dist/components/malicious.wasm");
  const wall = interleaved({ bare, small: sandboxed(small), middle: sandboxed(middle), big: sandboxed(big) }, ROUNDS);
  const program = await bigProgram(join(root, "node_modules/.cache/wasm-sandbox"));
  const overJco = median(Array.from({ length: 3 }, () => firstOverJco(sandboxed(program), program, folder, node)));
  const figures: Figure[] = [
    { name: "run, small component, warm, over bare node", value: wall.small / wall.bare, unit: "x wall", atMost: 3.5 },
    {
      name: "run, 1.6 MB component, warm, over bare node",
      value: wall.middle / wall.bare,
      unit: "x wall",
      atMost: 4.5,
    },
    { name: "run, 12 MB component, first run, over jco run", value: overJco, unit: "x wall", atMost: 1 / 3 },
    { name: "run, 12 MB component, warm, over bare node", value: wall.big / wall.bare, unit: "x wall", atMost: 8 },
    {
      name: "run, 12 MB component, first run",
      value: median(firstRuns.map(({ taken }) => taken)),
      unit: "ms CPU",
      atMost: 300 * median(firstRuns.map(({ slow }) => slow)),
    },
    { name: "run, endless, beyond its limit of 1 s", value: beyondLimit(folder, env), unit: "ms wall", atMost: 250 },
    { name: "bare node", value: wall.bare, unit: "ms wall" },
    { name: "guest process, small component, peak resident", value: await guestResident(folder, env), unit: "MiB" },
  ];
  rmSync(folder, { recursive: true });
  return figures;
}

/** The first run of a program over `jco run` of the same. */
function firstOverJco(command: Command, program: string, home: string, node: string): number {
  forget(home);
  const ours = wallOf(command);
  const jco = join(root, "node_modules/@bytecodealliance/jco/dist/jco.js");
  return (
    ours / wallOf({ file: node, args: [jco, "run", program], cwd: home, env: { HOME: home, PATH: "/usr/bin:/bin" } })
  );
}

/** Nothing is prepared yet; that the engine is the published one is known, as after any first use. */
function firstRun(command: Command, home: string): number {
  forget(home);
  return processorTime(command);
}

function forget(home: string): void {
  const cache = join(home, ".cache/wasm-sandbox");
  const prepared = existsSync(cache) ? readdirSync(cache).filter((name) => !name.startsWith("engine-")) : [];
  for (const name of prepared) rmSync(join(cache, name), { recursive: true });
}

/** How much longer than its limit a command takes whose guest never ends, start-up included (attack A09). */
function beyondLimit(folder: string, env: Readonly<Record<string, string>>): number {
  const args = ["run", "--timeout=1s", join(folder, "endless.wasm")];
  return (
    median(Array.from({ length: 5 }, () => wallOf({ file: join(root, "bin/wasm-sandbox.js"), args, env, code: 124 }))) -
    1000
  );
}

/** The guest process of an endless component, once it has started to loop. */
async function guestResident(folder: string, env: Readonly<Record<string, string>>): Promise<number> {
  const endless = join(folder, "endless.wasm");
  run({ file: join(root, "bin/wasm-sandbox.js"), args: ["run", "--timeout=1s", endless], env, code: 124 });
  const child = spawn(join(root, "bin/wasm-sandbox.js"), ["run", "--timeout=3s", endless], { env, stdio: "ignore" });
  const guest = await guestOf(child.pid ?? 0);
  await new Promise((done) => setTimeout(done, 1000));
  const bytes = peakResident(guest);
  child.kill("SIGKILL");
  return bytes / 2 ** 20;
}
