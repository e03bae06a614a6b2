import { type ChildProcess, spawn } from "node:child_process";
import { SandboxError } from "../errors.ts";
import type { Engine } from "./engine.ts";

/** One process of ours that must not be able to touch anything: a guest, or the helper that prepares a component. */
export interface LaunchJob {
  readonly engine: Engine;
  /** Folder with our built files: `launch.pl` and the entries. */
  readonly distDir: string;
  /** Absolute path of the script to run. */
  readonly entry: string;
  /** Further files of ours that the process may read; nothing else is readable. */
  readonly readable?: readonly string[];
  readonly nodeFlags?: readonly string[];
  /** Processor time after which the kernel ends the process, whatever became of us, in whole seconds. */
  readonly cpuSeconds: number;
  /** Private memory, in bytes, beside what the engine itself reserves. */
  readonly memoryBytes: number;
}

/** How a process will be started, as data: what `--dry-run` shows is what `launch` does. */
export interface LaunchPlan {
  readonly command: string;
  readonly args: readonly string[];
  /** The backend that made this plan. */
  readonly isolation: "process" | "bubblewrap";
  /** What puts walls around the process; the door's first frame says which of them this kernel really gave. */
  readonly walls: "bubblewrap, landlock and seccomp" | "landlock and seccomp" | "none (V8 only)";
}

/** V8 flags of every such process; a code cache is only good for a process with the same ones. */
export const FIXED_NODE_FLAGS = ["--disallow-code-generation-from-strings"] as const;

/**
 * Starts the process with an empty environment, no stdin, capped-by-the-reader stdout and stderr, and the door on
 * descriptor 3. It leads a session of its own, so that a Ctrl-C of the terminal reaches only us.
 */
export function launch(plan: LaunchPlan): ChildProcess {
  const child = spawn(plan.command, plan.args, {
    cwd: "/",
    env: {},
    detached: true,
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
  if (child.pid !== undefined) return child;
  // Why is known only later, and then nobody is left to hear it.
  child.once("error", () => {});
  throw new SandboxError("missing-backend", `a process of ours could not be started: ${plan.command}`, {
    hint: "see whether the machine is out of processes or open files (ulimit -n, ulimit -u)",
  });
}

/** An engine whose permission model leaves the network open (before Node 25) is no confinement without walls. */
export function assertConfined(engine: Engine, plan: LaunchPlan): void {
  if (plan.walls !== "none (V8 only)" || Number.parseInt(engine.version, 10) >= 25) return;
  throw new SandboxError(
    "refused",
    `Node ${engine.version} cannot deny the network to a guest, and nothing else here can`,
    {
      hint: "install the optional dependencies of wasm-sandbox (the pinned Node), or perl on Linux",
    },
  );
}
