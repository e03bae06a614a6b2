import { fstatSync, writeSync } from "node:fs";
import { SandboxError } from "../errors.ts";

/** Where a command prints. */
export interface Output {
  out(text: string | Uint8Array): void;
  err(text: string | Uint8Array): void;
  readonly outIsTerminal: boolean;
  readonly errIsTerminal: boolean;
  /**
   * Resolves when the reader of stdout has taken everything, as any program waits for its reader. For stderr it waits
   * only as long as that is read: nobody may hold up a run's end by not reading its diagnostics.
   *
   * @param limited a limit or a signal ended the run: then nobody may hold it up by not reading its result either
   * @throws SandboxError `unwritable` when something could not be written
   */
  flushed(limited: boolean): Promise<void>;
}

/** https://no-color.org */
export function wantsColour(output: Output): boolean {
  const { NO_COLOR = "", TERM } = process.env;
  return output.outIsTerminal && NO_COLOR === "" && TERM !== "dumb";
}

/** How long a reader may take nothing before the rest is given up, in milliseconds. */
const STDERR_GRACE_MS = 500;
const LIMITED_STDOUT_GRACE_MS = 1000;

/** Through streams, which never block: a reader that never reads must not stop a run's deadline. */
export function streamOutput(): Output {
  let failure: NodeJS.ErrnoException | undefined;
  // `wasm-sandbox … | head` is no error: whoever closed the pipe has seen enough.
  const onError = (error: NodeJS.ErrnoException) => {
    if (!isClosedPipe(error)) failure ??= error;
  };
  for (const stream of [process.stdout, process.stderr]) stream.on("error", onError);
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    outIsTerminal: isTerminal(1),
    errIsTerminal: isTerminal(2),
    async flushed(limited) {
      await drained(process.stdout, limited ? LIMITED_STDOUT_GRACE_MS : Number.POSITIVE_INFINITY);
      await drained(process.stderr, STDERR_GRACE_MS);
      if (failure !== undefined) throw unwritable(failure);
    },
  };
}

/** Waits until a stream is empty, gone, or has made no progress for a while. */
async function drained(stream: NodeJS.WriteStream, graceMs: number): Promise<void> {
  let progress = { left: stream.writableLength, at: performance.now() };
  while (stream.writableLength > 0 && !stream.destroyed && stream.errored === null) {
    if (stream.writableLength < progress.left) progress = { left: stream.writableLength, at: performance.now() };
    if (performance.now() - progress.at > graceMs) return;
    await new Promise((done) => setTimeout(done, 1));
  }
  // An error is reported a turn after the write that met it.
  await new Promise(setImmediate);
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
    if (!isClosedPipe(error as NodeJS.ErrnoException)) throw unwritable(error as NodeJS.ErrnoException);
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

function isClosedPipe({ code }: NodeJS.ErrnoException): boolean {
  return code === "EPIPE" || code === "EBADF";
}

function unwritable(cause: NodeJS.ErrnoException): SandboxError {
  return new SandboxError("unwritable", `the output cannot be written: ${cause.code ?? cause.message}`, { cause });
}
