import { spawnSync } from "node:child_process";
import type { Missing } from "./backend.ts";
import type { LaunchJob, LaunchPlan } from "./launcher.ts";
import { bubblewrapFailure } from "./start-failure.ts";

/** The smallest process of ours that shows whether a plan works: the engine says its version, and reads no entry. */
export function tryOutJob({ engine, distDir }: LaunchJob): LaunchJob {
  return { engine, distDir, entry: `${distDir}/launch.pl`, nodeFlags: ["--version"], cpuSeconds: 5, memoryBytes: 0 };
}

const PATIENCE_MS = 5000;

/**
 * Starts a process of `tryOutJob` for real and waits for its end.
 *
 * @returns why it does not work; undefined when the engine ran behind what the plan promises
 */
export function tryOut(plan: LaunchPlan): Missing | undefined {
  const { status, signal, error, output } = spawnSync(plan.command, plan.args, {
    cwd: "/",
    env: {},
    stdio: ["ignore", "pipe", "pipe", "pipe"],
    timeout: PATIENCE_MS,
    killSignal: "SIGKILL",
    encoding: "latin1",
  });
  const [, said = "", complaint = "", door = ""] = output ?? [];
  if (status === 0 && said?.startsWith("v") && door?.includes(plan.isolation)) return undefined;
  return bubblewrapFailure(error?.message ?? signal ?? `code ${status}`, complaint ?? "");
}
