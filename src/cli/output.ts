/** Where a command prints. Streams, never synchronous writes: a reader that never reads must not stop the deadline. */
export interface Output {
  out(text: string | Uint8Array): void;
  err(text: string | Uint8Array): void;
  readonly outIsTerminal: boolean;
  readonly errIsTerminal: boolean;
  /** Resolves when everything was taken by the readers, or after `graceMs`: then they do not read. */
  flushed(graceMs: number): Promise<void>;
}

export function standardOutput(): Output {
  const pending = new Set<Promise<void>>();
  const write = (stream: NodeJS.WriteStream, text: string | Uint8Array) => {
    const written = new Promise<void>((done) => {
      stream.write(text, () => done());
    });
    pending.add(written);
    void written.then(() => pending.delete(written));
  };
  // `wasm-sandbox … | head` is no error: whoever closed the pipe has seen enough.
  process.stdout.on("error", ignoreClosedPipe);
  process.stderr.on("error", ignoreClosedPipe);
  return {
    out: (text) => write(process.stdout, text),
    err: (text) => write(process.stderr, text),
    outIsTerminal: process.stdout.isTTY === true,
    errIsTerminal: process.stderr.isTTY === true,
    flushed: (graceMs) => Promise.race([Promise.all(pending).then(() => {}), expired(graceMs)]),
  };
}

function expired(milliseconds: number): Promise<void> {
  return new Promise((done) => {
    setTimeout(done, milliseconds).unref();
  });
}

function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
}
