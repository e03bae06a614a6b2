import { fstatSync, writeSync } from "node:fs";

/** Where a command prints. */
export interface Output {
  out(text: string | Uint8Array): void;
  err(text: string | Uint8Array): void;
  readonly outIsTerminal: boolean;
  readonly errIsTerminal: boolean;
  /** Resolves when everything was taken by the readers, or after `graceMs`: then they do not read. */
  flushed(graceMs: number): Promise<void>;
}

/** Through streams, which never block: a reader that never reads must not stop a run's deadline. */
export function streamOutput(): Output {
  const pending = new Set<Promise<void>>();
  const write = (stream: NodeJS.WriteStream, text: string | Uint8Array) => {
    const written = new Promise<void>((done) => {
      stream.write(text, () => done());
    });
    pending.add(written);
    void written.then(() => pending.delete(written));
  };
  // `wasm-sandbox … | head` is no error: whoever closed the pipe has seen enough.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", ignoreClosedPipe);
  return {
    out: (text) => write(process.stdout, text),
    err: (text) => write(process.stderr, text),
    outIsTerminal: isTerminal(1),
    errIsTerminal: isTerminal(2),
    flushed: (graceMs) => Promise.race([Promise.all(pending).then(() => {}), expired(graceMs)]),
  };
}

/** Straight to the descriptors: for commands that nothing waits for, and without the 2 ms that streams take to load. */
export function directOutput(): Output {
  return {
    out: (text) => writeAll(1, text),
    err: (text) => writeAll(2, text),
    outIsTerminal: isTerminal(1),
    errIsTerminal: isTerminal(2),
    flushed: () => Promise.resolve(),
  };
}

/** Loading `node:tty` takes a millisecond, and only a character device can be a terminal. */
function isTerminal(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isCharacterDevice() && process.getBuiltinModule("node:tty").isatty(descriptor);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EBADF") return false;
    throw error;
  }
}

function writeAll(descriptor: number, text: string | Uint8Array): void {
  const bytes = typeof text === "string" ? Buffer.from(text) : text;
  try {
    for (let sent = 0; sent < bytes.length; ) sent += writeSome(descriptor, bytes, sent);
  } catch (error) {
    ignoreClosedPipe(error as NodeJS.ErrnoException);
  }
}

/** A pipe that another process made non-blocking is full for a moment. */
function writeSome(descriptor: number, bytes: Uint8Array, from: number): number {
  try {
    return writeSync(descriptor, bytes, from);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    return 0;
  }
}

function expired(milliseconds: number): Promise<void> {
  return new Promise((done) => {
    setTimeout(done, milliseconds).unref();
  });
}

function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE" && error.code !== "EBADF") throw error;
}
