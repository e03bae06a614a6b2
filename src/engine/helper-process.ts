import type { ChildProcess } from "node:child_process";
import type { Duplex, Readable } from "node:stream";
import { type Request, serveDoor } from "../broker/door.ts";
import { SandboxError } from "../errors.ts";
import { MAX_GENERATED_BYTES } from "../guest/head-start.ts";
import type { Engine } from "../isolation/engine.ts";
import { assertConfined, launch } from "../isolation/launcher.ts";
import { planLaunch } from "../isolation/process.ts";
import { MIB } from "../policy/limits.ts";
import { quoted } from "./wasm/malformed.ts";

export interface HelperJob {
  readonly engine: Engine;
  /** Folder with `launch.pl`, `prepare.cjs` and `engine/bindgen.wasm`. */
  readonly distDir: string;
  /** What the helper works on. */
  readonly shell: Uint8Array;
  /** How long it may take, in milliseconds. */
  readonly milliseconds: number;
}

/** How long the generator may take. With the memory below about a hundred times what the largest known component needs. */
export const GENERATOR_MS = 15_000;
const HELPER_LIMITS = { memoryBytes: 512 * MIB, heapMiB: 128 } as const;

/**
 * Runs the prepare helper behind the same walls as a guest, and gives back what it answered.
 *
 * @throws SandboxError `invalid-component` when the component cost more time, memory or output than one may;
 * `missing-backend` when the helper could not be started, `internal` when it broke down otherwise
 */
export async function runHelper(job: HelperJob): Promise<Uint8Array> {
  const plan = planLaunch(launchJob(job));
  assertConfined(job.engine, plan);
  const child = launch(plan);
  const timer = setTimeout(() => child.kill("SIGKILL"), job.milliseconds);
  try {
    return await Promise.race([conversation(child, job.shell), breakdown(child)]);
  } finally {
    clearTimeout(timer);
    child.kill("SIGKILL");
  }
}

function launchJob({ engine, distDir }: HelperJob): Parameters<typeof planLaunch>[0] {
  return {
    engine,
    distDir,
    entry: `${distDir}/prepare.cjs`,
    readable: [`${distDir}/engine/bindgen.wasm`],
    nodeFlags: [
      // Most of a generator run is compiling it: the baseline compiler alone, without what it notes for the optimising
      // one (a quarter of the time, measured on Node 26.10), and no validation of our own module.
      "--liftoff-only",
      "--no-wasm-inlining",
      "--wasm-lazy-validation",
      `--wasm-max-mem-pages=${HELPER_LIMITS.memoryBytes / WASM_PAGE}`,
      `--max-old-space-size=${HELPER_LIMITS.heapMiB}`,
    ],
    cpuSeconds: GENERATOR_MS / 1000,
    memoryBytes: HELPER_LIMITS.memoryBytes + HELPER_LIMITS.heapMiB * MIB,
  };
}

const WASM_PAGE = 65_536;

/** One frame to the helper, one from it, after the launcher's own word on the walls. */
function conversation(child: ChildProcess, shell: Uint8Array): Promise<Uint8Array> {
  const door = child.stdio[3] as Duplex;
  return new Promise((resolve, reject) => {
    const handle = ({ operation, fields: [answer = new Uint8Array()] }: Request) => {
      if (operation === "returned") resolve(answer);
      else if (operation !== "walls") reject(brokeOff(`asked for ${operation}`));
      return undefined;
    };
    const violation = (reason: string) => reject(reason.startsWith("announced") ? tooMuchGlue() : brokeOff(reason));
    serveDoor(door, { maxMessageBytes: MAX_GENERATED_BYTES, handle, violation });
    const length = Buffer.alloc(4);
    length.writeUInt32LE(shell.length);
    door.write(length);
    door.write(shell);
  });
}

/** Rejects when the helper ends; that it was killed after its answer is not heard by anybody. */
async function breakdown(child: ChildProcess): Promise<never> {
  child.stdout?.resume();
  const [complaint, ending] = await Promise.all([tailOf(child.stderr), endOf(child)]);
  if (ending === "SIGKILL" || ending === "SIGXCPU") throw tookTooLong();
  if (OUT_OF_MEMORY.test(complaint)) throw tooCostly(`${HELPER_LIMITS.memoryBytes / MIB} MiB of memory`);
  throw brokeOff(`ended with ${ending} and said ${quoted(complaint.split("\n").at(-1) ?? "")}`);
}

const OUT_OF_MEMORY = /out of memory|heap limit|OOM error/i;

async function tailOf(stderr: Readable | null): Promise<string> {
  let text = "";
  for await (const chunk of stderr ?? []) text = (text + chunk).slice(-MAX_COMPLAINT);
  return text.trim();
}

const MAX_COMPLAINT = 2000;

function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const missing = (cause: Error) =>
      reject(new SandboxError("missing-backend", "The prepare helper did not start", { cause }));
    child.once("error", missing);
    child.once("exit", (code, signal) => resolve(signal ?? `code ${code}`));
  });
}

/** For a process that took more than its time. */
export function tookTooLong(): SandboxError {
  return tooCostly(`${GENERATOR_MS / 1000} s`);
}

function tooCostly(what: string): SandboxError {
  return new SandboxError("invalid-component", `Preparing the component took more than ${what}`);
}

function tooMuchGlue(): SandboxError {
  return tooCostly(`${MAX_GENERATED_BYTES / MIB} MiB of glue`);
}

function brokeOff(how: string): SandboxError {
  return new SandboxError("internal", `The prepare helper ${how}`);
}
