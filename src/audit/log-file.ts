import { closeSync, constants, fstatSync, fsyncSync, openSync, readSync, rmSync, statSync, writeSync } from "node:fs";
import { SandboxError } from "../errors.ts";
import { GENESIS } from "./chain.ts";

/** A log may not hold a line longer than this, so that its last one is found by reading only the tail. */
export const MAX_LINE_BYTES = 64 * 1024;

/** A lock that is older than this belongs to a process that died while it held it: one append takes milliseconds. */
const STALE_LOCK_MS = 5_000;

/** An append-only file that several runs may write at once, each line after the last one that is really there. */
export class LogFile {
  readonly #path: string;
  readonly #descriptor: number;

  private constructor(path: string, descriptor: number) {
    this.#path = path;
    this.#descriptor = descriptor;
  }

  static open(path: string): LogFile {
    const { O_APPEND, O_CREAT, O_NOFOLLOW, O_NONBLOCK, O_RDWR } = constants;
    const descriptor = attempt(path, () =>
      openSync(path, O_RDWR | O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK, 0o600),
    );
    if (!fstatSync(descriptor).isFile()) {
      closeSync(descriptor);
      throw new SandboxError("audit", `the audit log ${path} is not a regular file`, {
        hint: "name a file with --audit-log",
      });
    }
    return new LogFile(path, descriptor);
  }

  /** Writes one line. `line` gets the hash of the last line, and is called while nobody else can append. */
  append(line: (previous: string) => { text: string; hash: string }): string {
    return attempt(this.#path, () => this.#locked(() => this.#write(line)));
  }

  close(): void {
    attempt(this.#path, () => fsyncSync(this.#descriptor));
    closeSync(this.#descriptor);
  }

  #write(line: (previous: string) => { text: string; hash: string }): string {
    const tail = this.#lastLine();
    const { text, hash } = line(tail.hash);
    writeAll(this.#descriptor, tail.complete ? text : `\n${text}`);
    return hash;
  }

  /** A cut last line (a crash, a full disk) is left as evidence; the next line names the hash that it claims, or none. */
  #lastLine(): { hash: string; complete: boolean } {
    const { size } = fstatSync(this.#descriptor);
    if (size === 0) return { hash: GENESIS, complete: true };
    const tail = Buffer.alloc(Math.min(size, MAX_LINE_BYTES));
    readSync(this.#descriptor, tail, 0, tail.length, size - tail.length);
    const text = tail.toString("utf8");
    const complete = text.endsWith("\n");
    return { hash: hashIn(text.trimEnd().split("\n").at(-1) ?? "") ?? GENESIS, complete };
  }

  #locked<T>(action: () => T): T {
    const lock = `${this.#path}.lock`;
    const descriptor = acquire(lock);
    try {
      return action();
    } finally {
      closeSync(descriptor);
      rmSync(lock, { force: true });
    }
  }
}

const pause = new Int32Array(new SharedArrayBuffer(4));

function acquire(lock: string): number {
  for (;;) {
    try {
      return openSync(lock, "wx", 0o600);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
      if (age > STALE_LOCK_MS) rmSync(lock, { force: true });
      else Atomics.wait(pause, 0, 0, 1);
    }
  }
}

function hashIn(line: string): string | undefined {
  return /"hash":"([0-9a-f]{64})"\}$/.exec(line)?.[1];
}

function writeAll(descriptor: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let sent = 0; sent < bytes.length; ) sent += writeSync(descriptor, bytes, sent);
}

function attempt<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof SandboxError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw new SandboxError("audit", `the audit log ${path} cannot be written: ${code ?? String(error)}`, {
      hint: "name a file in a folder that you may write with --audit-log",
      cause: error,
    });
  }
}
