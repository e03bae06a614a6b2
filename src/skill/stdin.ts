import { readSync } from "node:fs";

const CHUNK_BYTES = 64 * 1024;
const RETRY_MS = 5;

/** All of the standard input, or undefined when it is longer than `maxBytes`. */
export function readStdin(maxBytes: number): Uint8Array | undefined {
  const chunks: Buffer[] = [];
  let total = 0;
  for (;;) {
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    const count = readChunk(chunk);
    if (count === 0) return Buffer.concat(chunks, total);
    chunks.push(chunk.subarray(0, count));
    total += count;
    if (total > maxBytes) return undefined;
  }
}

function readChunk(chunk: Buffer): number {
  for (;;) {
    try {
      return readSync(0, chunk, 0, chunk.length, null);
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : undefined;
      if (code === "EOF") return 0; // Windows says so at the end of a pipe
      if (code !== "EAGAIN") throw error;
      pause(RETRY_MS); // whoever started us left the pipe non-blocking
    }
  }
}

function pause(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
