import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { BIN, HOME } from "./cli.ts";

/** The command while it runs: for tests that look at its processes, or end it. */
export function startCli(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  cwd = HOME,
): ChildProcess {
  return spawn(BIN, args, { cwd, env: { HOME, PATH: "/usr/bin:/bin", ...env }, stdio: ["ignore", "pipe", "pipe"] });
}

/** The same, in a shell that has carried out `before`, for example `ulimit`. */
export function startCliWith(before: string, args: readonly string[]): ChildProcess {
  return spawn("sh", ["-c", `${before}; exec "$0" "$@"`, BIN, ...args], {
    cwd: HOME,
    env: { HOME, PATH: "/usr/bin:/bin" },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** All processes below one, from Linux' /proc. */
export function descendants(pid: number): number[] {
  const children = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((candidate) => parentOf(candidate) === pid);
  return children.flatMap((child) => [child, ...descendants(child)]);
}

/** The guest process of a running command: the only one below it that runs our guest entry. */
export async function guestOf(pid: number): Promise<number> {
  for (let tries = 0; tries < 500; tries++) {
    const guest = descendants(pid).find(isGuest);
    if (guest !== undefined) return guest;
    await pause(10);
  }
  throw new Error("no guest process appeared");
}

/** How many of them are guest processes. */
export function guestsAmong(pids: readonly number[]): number {
  return pids.filter(isGuest).length;
}

function isGuest(pid: number): boolean {
  const words = commandLine(pid);
  return words[0]?.endsWith("/node") === true && words.at(-1)?.endsWith("/guest.cjs") === true;
}

/** True when none of the processes is left within the time. A zombie runs nothing. */
export async function gone(pids: readonly number[], milliseconds: number): Promise<boolean> {
  for (const end = performance.now() + milliseconds; performance.now() < end; await pause(10)) {
    if (pids.every((pid) => stateOf(pid) === undefined || stateOf(pid) === "Z")) return true;
  }
  return false;
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}

export function exitOf(child: ChildProcess): Promise<number | NodeJS.Signals> {
  return new Promise((done) => child.once("exit", (code, signal) => done(signal ?? code ?? -1)));
}

/** Processor time that a process has used, in the kernel's ticks of 10 ms. */
export function processorTicks(pid: number): number {
  return Number(statFields(pid)[11]) + Number(statFields(pid)[12]);
}

function commandLine(pid: number): string[] {
  return read(`/proc/${pid}/cmdline`).split("\0").slice(0, -1);
}

function parentOf(pid: number): number {
  return Number(statFields(pid)[1] ?? 0);
}

function stateOf(pid: number): string | undefined {
  return statFields(pid)[0];
}

/** Fields of /proc/PID/stat from the state on; the name before it may hold anything. */
function statFields(pid: number): string[] {
  const stat = read(`/proc/${pid}/stat`);
  return stat === "" ? [] : stat.slice(stat.lastIndexOf(")") + 2).split(" ");
}

function read(path: string): string {
  try {
    return readFileSync(path, "latin1");
  } catch {
    return "";
  }
}
