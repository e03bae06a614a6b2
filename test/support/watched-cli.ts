import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { OPERATIONS } from "../../src/guest/messages.ts";
import { canAlterTheMachine } from "./altered-machine.ts";
import { BIN, type CliResult, HOME, ROOT } from "./cli.ts";
import { temporaryFolder } from "./files.ts";
import { pause } from "./processes.ts";

export interface Watched extends CliResult {
  /** The most memory that the command itself held, in bytes; the guest process is another one. */
  readonly peak: number;
}

export interface WatchOptions {
  readonly input?: string;
  /** Standard input stays open and silent. */
  readonly silent?: boolean;
}

/** Runs the built command and measures it. Linux only. */
export function watchCli(args: readonly string[], options: WatchOptions = {}): Promise<Watched> {
  return watch(spawn(BIN, args, { cwd: HOME, env: ENV, stdio: "pipe" }), options);
}

/** Why native code in the guest process cannot be played here; undefined when it can. */
export const rawGuestMissing: string | undefined = canAlterTheMachine ? undefined : "needs root and mount namespaces";

/**
 * Runs the built command with a guest process that is the attacker's from its first instruction, as after a bug of V8:
 * walls, broker and door are real, only our own client behind the door is replaced. `door` is descriptor 3, `frame` makes
 * one of a code and its fields, `receive` waits for an answer.
 */
export function watchRawGuest(script: string, args: readonly string[], options: WatchOptions = {}): Promise<Watched> {
  const folder = temporaryFolder();
  const replacement = join(folder, "guest.cjs");
  writeFileSync(replacement, PRELUDE + script);
  chmodSync(replacement, 0o644);
  const mount = `mount --bind ${replacement} ${join(ROOT, "dist/guest.cjs")} && exec "$@"`;
  const child = spawn("/usr/bin/unshare", ["--mount", "sh", "-c", mount, "sh", BIN, ...args], {
    cwd: HOME,
    env: { ...ENV, PATH: "/usr/bin:/bin:/usr/sbin:/sbin" },
    stdio: "pipe",
  });
  return watch(child, options);
}

const ENV = { HOME, PATH: "/usr/bin:/bin" };

const PRELUDE = `
const fs = require("node:fs");
const door = 3;
const u32 = (n) => { const b = Buffer.alloc(4); b.writeUInt32LE(n); return b; };
const u64 = (n) => { const b = Buffer.alloc(8); b.writeBigUInt64LE(n); return b; };
const frame = (code, ...fields) => {
  const body = Buffer.concat([Buffer.of(code), ...fields.flatMap((field) => [u32(field.length), Buffer.from(field)])]);
  return Buffer.concat([u32(body.length), body]);
};
const retry = (action) => { for (;;) try { return action(); } catch (error) { if (error.code !== "EAGAIN") throw error; } };
const send = (bytes) => { for (let at = 0; at < bytes.length; ) at += retry(() => fs.writeSync(door, bytes, at)); };
const exactly = (length) => {
  const bytes = Buffer.alloc(length);
  for (let at = 0; at < length; ) {
    const count = retry(() => fs.readSync(door, bytes, at, length - at, null));
    if (count === 0) process.exit(1);
    at += count;
  }
  return bytes;
};
const receive = () => exactly(exactly(4).readUInt32LE());
const ask = (...request) => { send(frame(...request)); return receive(); };
// On a component's first run a shell comes before the job: nothing is made of it, and the prepare helper does it.
const first = receive();
if (first.readUInt32LE() === first.length - 4) {
  send(frame(${OPERATIONS.generated.code}, ""));
  receive();
}
`;

async function watch(child: ChildProcess, { input, silent = false }: WatchOptions): Promise<Watched> {
  const chunks: Record<"stdout" | "stderr", Buffer[]> = { stdout: [], stderr: [] };
  child.stdout?.on("data", (chunk) => chunks.stdout.push(chunk));
  child.stderr?.on("data", (chunk) => chunks.stderr.push(chunk));
  // A command that is over reads no more.
  child.stdin?.on("error", () => {});
  if (!silent) child.stdin?.end(input ?? "");
  let over = false;
  const closed = new Promise<number>((done) => child.once("close", (code) => done(code ?? 128)));
  void closed.then(() => {
    over = true;
  });
  let peak = 0;
  for (; !over; await pause(10)) peak = Math.max(peak, peakOf(child.pid ?? 0));
  const [stdout, stderr] = [chunks.stdout, chunks.stderr].map((parts) => Buffer.concat(parts).toString());
  return { code: await closed, stdout: stdout ?? "", stderr: stderr ?? "", peak };
}

/** From /proc/PID/status; 0 when the process is gone. */
function peakOf(pid: number): number {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "latin1"))?.[1];
    return Number(kilobytes ?? 0) * 1024;
  } catch {
    return 0;
  }
}
