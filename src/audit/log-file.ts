import {
  accessSync,
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmdirSync,
  type Stats,
  unlinkSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
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
  #isOpen = true;

  private constructor(path: string, descriptor: number) {
    this.#path = path;
    this.#descriptor = descriptor;
  }

  static open(path: string): LogFile {
    return new LogFile(path, openRegular(path, constants.O_CREAT));
  }

  /** Fails as `open` would, and makes nothing. */
  static check(path: string): void {
    attempt(path, () => accessSync(`${dirname(path)}/.`, constants.W_OK | constants.X_OK));
    if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) closeSync(openRegular(path, 0));
  }

  /** Writes one line. `line` gets the hash of the last line, and is called while nobody else can append. */
  append(line: (previous: string) => { text: string; hash: string }): string {
    return attempt(this.#path, () => this.#locked(() => this.#write(line)));
  }

  /** What was closed stays closed. */
  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    try {
      attempt(this.#path, () => fsyncSync(this.#descriptor));
    } finally {
      closeSync(this.#descriptor);
    }
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
    const identity = acquire(lock);
    try {
      return action();
    } finally {
      release(lock, identity);
    }
  }
}

function openRegular(path: string, creation: number): number {
  const { O_APPEND, O_NOFOLLOW, O_NONBLOCK, O_RDWR } = constants;
  const descriptor = attempt(path, () => openSync(path, O_RDWR | O_APPEND | creation | O_NOFOLLOW | O_NONBLOCK, 0o600));
  if (fstatSync(descriptor).isFile()) return descriptor;
  closeSync(descriptor);
  throw new SandboxError("audit", `the audit log ${path} is not a regular file`, {
    hint: "name a file with --audit-log",
  });
}

const pause = new Int32Array(new SharedArrayBuffer(4));

/**
 * Waits for the lock, at most until one that is held all the while counts as left behind.
 *
 * It is a folder, because making one takes no descriptor: once a log is open, no shortage of those keeps an event out.
 *
 * @returns its inode
 */
function acquire(lock: string): number {
  for (const end = performance.now() + 2 * STALE_LOCK_MS; performance.now() < end; Atomics.wait(pause, 0, 0, 1)) {
    const identity = tryLock(lock);
    if (identity !== undefined) return identity;
    removeStale(lock);
  }
  throw new SandboxError("audit", `the audit log is locked: ${lock}`, {
    hint: "remove that file when no run uses the log",
  });
}

function tryLock(lock: string): number | undefined {
  try {
    mkdirSync(lock, 0o700);
    return lstatSync(lock).ino;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return undefined;
    throw error;
  }
}

/** Age counts in both directions: a clock may go back. What is removed is the very lock that was found stale. */
function removeStale(lock: string): void {
  const found = lstatSync(lock, { throwIfNoEntry: false });
  if (found === undefined || Math.abs(Date.now() - found.mtimeMs) < STALE_LOCK_MS) return;
  if (!isLock(lock, found)) {
    throw new SandboxError("audit", `what has the name of the audit log's lock is none: ${lock}`, {
      hint: "remove it",
    });
  }
  const aside = `${lock}.${process.pid}`;
  try {
    renameSync(lock, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
    throw error;
  }
  // Somebody else was faster, and this is the lock of a run that lives: it gets it back.
  if (lstatSync(aside).ino !== found.ino) renameSync(aside, lock);
  else if (found.isFile()) unlinkSync(aside);
  else rmdirSync(aside);
}

/** Version 0.1 made files. */
function isLock(path: string, found: Stats): boolean {
  return found.isFile() || (found.isDirectory() && readdirSync(path).length === 0);
}

/** A lock that was taken from us, because we were stopped for long, is not ours to remove. */
function release(lock: string, identity: number): void {
  if (lstatSync(lock, { throwIfNoEntry: false })?.ino === identity) rmdirSync(lock);
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
