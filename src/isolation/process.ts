import type { Backend } from "./backend.ts";
import { systemLibraries } from "./engine-files.ts";
import { FIXED_NODE_FLAGS, type LaunchJob, type LaunchPlan } from "./launcher.ts";
import { systemProgram } from "./system-program.ts";

/** The walls that a process can put up around itself: Landlock and seccomp through perl, else limits through sh. */
export const processBackend = {
  name: "process",
  gives: "no path, no socket, no other process, limits of the kernel (Landlock and seccomp, by perl)",
  plan: planLaunch,
} satisfies Backend;

/** How a process of ours is started in the strictest way that needs no namespaces. */
export function planLaunch(job: LaunchJob): LaunchPlan {
  const perl = process.platform === "linux" ? systemProgram("perl") : undefined;
  if (perl !== undefined) {
    const args = perlArguments(job, [`parent=${process.pid}`]);
    return { command: perl, args, isolation: "process", walls: "landlock and seccomp" };
  }
  const sh = systemProgram("sh");
  const node = nodeCommand(job);
  const env = systemProgram("env");
  if (sh !== undefined) {
    const script = `ulimit -t ${job.cpuSeconds}; ulimit -c 0; exec "$@"`;
    // Shells give what they start a PWD, and some a SHLVL.
    const cleaned = env === undefined ? node : [env, "-i", ...node];
    return { command: sh, args: ["-c", script, "sh", ...cleaned], isolation: "process", walls: "none (V8 only)" };
  }
  return { command: job.engine.path, args: node.slice(1), isolation: "process", walls: "none (V8 only)" };
}

/** Node 24 and later count V8's 512 MiB code range as data, and the engine's own heap comes on top (measured). */
const ENGINE_DATA_BYTES = 768 * 1024 * 1024;

/** What perl is started with: the launcher, what it must allow, and the process that it becomes. */
export function perlArguments(job: LaunchJob, where: readonly string[]): string[] {
  return [
    `${job.distDir}/launch.pl`,
    ...[job.engine.path, ...systemLibraries()].map((path) => `run=${path}`),
    ...[job.entry, ...(job.readable ?? [])].map((path) => `read=${path}`),
    ...where,
    `cpu=${job.cpuSeconds}`,
    `data=${job.memoryBytes + ENGINE_DATA_BYTES}`,
    "--",
    ...nodeCommand(job),
  ];
}

/** The engine with its permission model, without any walls around it. */
export function nodeCommand(job: LaunchJob): string[] {
  const readable = [job.entry, ...(job.readable ?? [])];
  return [
    job.engine.path,
    "--permission",
    ...readable.map((path) => `--allow-fs-read=${path}`),
    ...FIXED_NODE_FLAGS,
    // Landlock answers EACCES where node expects a file or none, and node ends when its OpenSSL configuration is unreadable.
    "--openssl-config=/dev/null",
    "--no-warnings",
    ...(job.nodeFlags ?? []),
    job.entry,
  ];
}
