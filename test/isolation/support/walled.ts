import { join } from "node:path";
import type { Missing } from "../../../src/isolation/backend.ts";
import { bubblewrapBackend } from "../../../src/isolation/bubblewrap.ts";
import { findEngine } from "../../../src/isolation/engine.ts";
import { type LaunchJob, type LaunchPlan, launch } from "../../../src/isolation/launcher.ts";
import { planLaunch } from "../../../src/isolation/process.ts";
import { tryOut, tryOutJob } from "../../../src/isolation/try-out.ts";

const root = join(import.meta.dirname, "../../..");

/** A job that reads nothing but its entry. */
export function jobFor(entry: string, engine = findEngine(root)): LaunchJob {
  const distDir = join(root, "src/isolation");
  return { engine, distDir, entry, cpuSeconds: 5, memoryBytes: 512 * 1024 * 1024 };
}

const trial = tryOutJob(jobFor(import.meta.filename));
const bubblewrap = bubblewrapBackend.plan(trial);

/** Why bubblewrap cannot be tested on this machine; undefined when it can. */
export const bubblewrapMissing: Missing | undefined = "missing" in bubblewrap ? bubblewrap : tryOut(bubblewrap);

/** Each way to put up walls, and whether it cannot be tested on this machine. */
export const WALLED: readonly (readonly [
  LaunchPlan["isolation"],
  (job: LaunchJob) => LaunchPlan,
  unavailable: boolean,
])[] = [
  ["process", planLaunch, planLaunch(trial).walls === "none (V8 only)"],
  ["bubblewrap", planInBubblewrap, bubblewrapMissing !== undefined],
];

export function planInBubblewrap(job: LaunchJob): LaunchPlan {
  const plan = bubblewrapBackend.plan(job);
  if ("missing" in plan) throw new Error(plan.missing);
  return plan;
}

/** Everything that a walled process says, once it has ended. */
export async function endOf(plan: LaunchPlan): Promise<{ door: string; out: Buffer; complaint: string }> {
  const child = launch(plan);
  const [door, out, complaint] = await Promise.all(
    [3, 1, 2].map((fd) => readAll(child.stdio[fd] as NodeJS.ReadableStream)),
  );
  return { door: String(door), out: out ?? Buffer.alloc(0), complaint: String(complaint) };
}

async function readAll(stream: NodeJS.ReadableStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Buffer));
  return Buffer.concat(chunks);
}
