import { type ChildProcess, spawn } from "node:child_process";
import { SandboxError } from "../errors.ts";
import type { Engine } from "./engine.ts";
import { systemProgram } from "./system-program.ts";

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
  /** What puts walls around the process; the door's first frame says which of them this kernel really gave. */
  readonly walls: "landlock and seccomp" | "none (V8 only)";
}

/** Node 24 and later count V8's 512 MiB code range as data, and the engine's own heap comes on top (measured). */
const ENGINE_DATA_BYTES = 768 * 1024 * 1024;

/** What node links, in the folders where distributions keep it; a name that is missing here is simply not needed there. */
const LIBRARIES = [
  "libatomic.so.1",
  "libc.so.6",
  "libdl.so.2",
  "libgcc_s.so.1",
  "libm.so.6",
  "libpthread.so.0",
  "libstdc++.so.6",
];
const LIBRARY_FOLDERS: Readonly<Record<string, readonly string[]>> = {
  x64: ["/lib/x86_64-linux-gnu", "/lib64"],
  arm64: ["/lib/aarch64-linux-gnu", "/lib64"],
};
const LOADERS: Readonly<Record<string, string>> = {
  x64: "/lib64/ld-linux-x86-64.so.2",
  arm64: "/lib/ld-linux-aarch64.so.1",
};

/** V8 flags of every such process; a code cache is only good for a process with the same ones. */
export const FIXED_NODE_FLAGS = ["--disallow-code-generation-from-strings"] as const;

export function planLaunch(job: LaunchJob): LaunchPlan {
  const node = [job.engine.path, ...nodeArguments(job)];
  const perl = process.platform === "linux" ? systemProgram("perl") : undefined;
  if (perl !== undefined) {
    return {
      command: perl,
      args: [`${job.distDir}/launch.pl`, ...wallOptions(job), "--", ...node],
      walls: "landlock and seccomp",
    };
  }
  const sh = systemProgram("sh");
  if (sh !== undefined) {
    const script = `ulimit -t ${job.cpuSeconds}; ulimit -c 0; exec "$@"`;
    return { command: sh, args: ["-c", script, "sh", ...node], walls: "none (V8 only)" };
  }
  return { command: job.engine.path, args: node.slice(1), walls: "none (V8 only)" };
}

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

function nodeArguments(job: LaunchJob): string[] {
  const readable = [job.entry, ...(job.readable ?? [])];
  return [
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

function wallOptions(job: LaunchJob): string[] {
  const loader = LOADERS[process.arch];
  const libraries = (LIBRARY_FOLDERS[process.arch] ?? []).flatMap((folder) =>
    LIBRARIES.map((name) => `${folder}/${name}`),
  );
  return [
    ...[job.engine.path, ...(loader === undefined ? [] : [loader]), ...libraries].map((path) => `run=${path}`),
    ...[job.entry, ...(job.readable ?? [])].map((path) => `read=${path}`),
    `parent=${process.pid}`,
    `cpu=${job.cpuSeconds}`,
    `data=${job.memoryBytes + ENGINE_DATA_BYTES}`,
  ];
}
