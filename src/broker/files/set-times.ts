import { spawn } from "node:child_process";
import type { NewTime } from "../../guest/file-messages.ts";
import { systemProgram } from "../../isolation/system-program.ts";
import type { SystemCalls } from "./system-calls.ts";

export interface TimedObject {
  readonly calls: SystemCalls;
  /** For one system call that follows links, unless the object is one. */
  readonly path: string;
  readonly isLink: boolean;
}

export interface NewTimes {
  readonly accessed: NewTime;
  readonly modified: NewTime;
}

/**
 * Sets one or both times of an object. Node's own calls take seconds as a floating-point number, which libuv cuts to
 * microseconds, and always set both; what needs more is done by touch(1), which knows nanoseconds and can leave one.
 */
export async function setTimesOf(object: TimedObject, times: NewTimes): Promise<void> {
  if (times.accessed === undefined && times.modified === undefined) return;
  const [accessed, modified] = [exact(times.accessed), exact(times.modified)];
  const touch = process.platform === "linux" ? systemProgram("touch") : undefined;
  if (touch === undefined || (isWhole(accessed) && isWhole(modified))) return setBoth(object, accessed, modified);
  if (accessed !== undefined) await run(touch, ["-a", ...stamp(accessed)], object);
  if (modified !== undefined) await run(touch, ["-m", ...stamp(modified)], object);
}

function exact(time: NewTime): bigint | undefined {
  return time === "now" ? BigInt(Date.now()) * 1_000_000n : time;
}

function isWhole(nanoseconds: bigint | undefined): nanoseconds is bigint {
  return nanoseconds !== undefined && nanoseconds % 1000n === 0n;
}

async function setBoth({ calls, path, isLink }: TimedObject, accessed?: bigint, modified?: bigint): Promise<void> {
  const facts = await calls.lstat(path);
  const [first, second] = [accessed ?? facts.atimeNs, modified ?? facts.mtimeNs].map(
    (time) => Number(time / 1000n) / 1e6,
  );
  if (first === undefined || second === undefined) return;
  await (isLink ? calls.setLinkTimes(path, first, second) : calls.setTimes(path, first, second));
}

function stamp(nanoseconds: bigint): string[] {
  const fraction = String(nanoseconds % 1_000_000_000n).padStart(9, "0");
  return ["-d", `@${nanoseconds / 1_000_000_000n}.${fraction}`];
}

/** Descriptors of ours are named by our process: the child has none of them. */
function run(touch: string, words: readonly string[], { path, isLink }: TimedObject): Promise<void> {
  const ours = path.replace(/^\/proc\/self\//, `/proc/${process.pid}/`);
  const child = spawn(touch, ["-c", ...(isLink ? ["-h"] : []), ...words, "--", ours], {
    cwd: "/",
    env: {},
    stdio: "ignore",
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => (code === 0 ? resolve() : reject(notPermitted())));
  });
}

function notPermitted(): Error {
  return Object.assign(new Error("the times could not be set"), { code: "EPERM", syscall: "utimensat" });
}
