import { Refused } from "../door.ts";
import { append, MAX_READ, readAt, stat, sync, writeAt } from "../files.ts";
import type { Buffers } from "./buffers.ts";
import type { OpenFile } from "./descriptors.ts";
import { FDFLAG } from "./flags.ts";

/** Fills the buffers from `position` on; how many bytes there were. */
export function readFile({ handle }: OpenFile, position: bigint, buffers: Buffers): number {
  return inChunks(buffers.total, (done, length) => {
    const bytes = readAt(handle, position + BigInt(done), length);
    buffers.scatter(done, bytes);
    return bytes.length;
  });
}

/** Writes the buffers at `position`, or at the end when the descriptor appends; how many bytes were taken. */
export function writeFile(file: OpenFile, position: bigint, buffers: Buffers): number {
  const { handle, flags } = file;
  const appends = (flags & FDFLAG.append) !== 0;
  const taken = inChunks(buffers.total, (done, length) => {
    const bytes = buffers.gather(done, length);
    return appends ? append(handle, bytes) : writeAt(handle, position + BigInt(done), bytes);
  });
  if ((flags & (FDFLAG.sync | FDFLAG.rsync)) !== 0) sync(handle, false);
  else if ((flags & FDFLAG.dsync) !== 0) sync(handle, true);
  return taken;
}

/** Where a descriptor stands after it has written `taken` bytes. */
export function offsetAfterWrite({ handle, flags, offset }: OpenFile, taken: number): bigint {
  return (flags & FDFLAG.append) !== 0 ? stat(handle).size : offset + BigInt(taken);
}

/** Stops at the first chunk that is not moved whole; what was moved before a refusal counts, and the next call gets it. */
function inChunks(total: number, move: (done: number, length: number) => number): number {
  let done = 0;
  while (done < total) {
    const length = Math.min(MAX_READ, total - done);
    const moved = attempt(done, () => move(done, length));
    done += moved;
    if (moved < length) break;
  }
  return done;
}

function attempt(done: number, move: () => number): number {
  try {
    return move();
  } catch (error) {
    if (done > 0 && error instanceof Refused) return 0;
    throw error;
  }
}
