import { readStdin } from "../files.ts";
import { awaitedStdin, writeAll } from "../wasi/cli.ts";
import { Pollable } from "../wasi/io.ts";
import type { Buffers } from "./buffers.ts";
import type { Stream } from "./descriptors.ts";
import { Failure } from "./errno.ts";
import { FDFLAG } from "./flags.ts";

const PIECE = 1024 * 1024;

/** What there is of the input, in one piece; waits for it. */
export function readStream(stream: Stream, buffers: Buffers): number {
  if (stream.kind !== "stdin") throw new Failure("badf");
  if (buffers.total === 0) return 0;
  if ((stream.flags & FDFLAG.nonblock) !== 0 && !new Pollable(awaitedStdin).ready()) throw new Failure("again");
  const bytes = readStdin(buffers.total);
  buffers.scatter(0, bytes);
  return bytes.length;
}

export function writeStream(stream: Stream, buffers: Buffers): number {
  if (stream.kind === "stdin") throw new Failure("badf");
  // In pieces: a thousand vectors may name the same gigabyte.
  for (let at = 0; at < buffers.total; at += PIECE) {
    writeAll(stream.kind === "stdout" ? 1 : 2, buffers.gather(at, Math.min(PIECE, buffers.total - at)));
  }
  return buffers.total;
}
