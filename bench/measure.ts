import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { systemProgram } from "../src/isolation/system-program.ts";

export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  /** Exit code that the command must end with; anything else is a broken benchmark. */
  readonly code?: number;
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Wall clock of several commands in milliseconds, run in turn so that what else the machine does meets all alike.
 * Two rounds warm up and are not counted.
 */
export function interleaved<Name extends string>(
  commands: Readonly<Record<Name, Command>>,
  rounds: number,
): Record<Name, number> {
  const names = Object.keys(commands) as Name[];
  const samples = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = -2; round < rounds; round++) {
    for (const name of names) {
      const taken = wall(commands[name]);
      if (round >= 0) samples.get(name)?.push(taken);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(samples.get(name) ?? [])])) as Record<Name, number>;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export function wall(command: Command): number {
  const started = performance.now();
  run(command);
  return performance.now() - started;
}

/**
 * Processor time of one run of a command and everything it started, in milliseconds. A sub-reaper (prctl 36) waits for
 * the processes that outlive their parents for a moment, so that a killed guest is counted too.
 *
 * @param times how often it runs: the kernel counts in steps of 10 ms
 */
export function processorTime(command: Command, times = 1): number {
  const script =
    'my $n = shift; syscall(157,36,1,0,0,0); for (1..$n) { system(@ARGV); 1 while wait() != -1 } my @t = times; printf "\\n%d", 1000 * ($t[2] + $t[3]) / $n;';
  const args = ["-e", script, String(times), command.file, ...command.args];
  const result = run({ ...command, file: systemProgram("perl") ?? "perl", args });
  return Number(result.slice(result.lastIndexOf("\n") + 1));
}

/** What bare node takes on the machine that the promises in absolute figures are made for, in ms of processor time. */
const REFERENCE_MS = 20;

/** How much slower this machine is now than that one, at least 1: a promise in absolute figures is scaled by it. */
export function slowness(bare: Command): number {
  return Math.max(1, processorTime(bare, 20) / REFERENCE_MS);
}

/** Largest resident size that a process had so far, in bytes. */
export function peakResident(pid: number): number {
  return 1024 * Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
}

export function run({ file, args, cwd = "/", env = {}, code = 0 }: Command): string {
  const result = spawnSync(file, args, { cwd, env, encoding: "utf8", maxBuffer: 2 ** 28 });
  if (result.status === code) return result.stdout;
  throw new Error(`${file} ${args.join(" ")} ended with ${result.status ?? result.signal}: ${result.stderr}`);
}
