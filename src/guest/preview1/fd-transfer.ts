import { stat } from "../files.ts";
import { Buffers } from "./buffers.ts";
import type { Descriptor, OpenFile } from "./descriptors.ts";
import { Failure } from "./errno.ts";
import type { Host } from "./host.ts";
import { LAST_POSITION, position } from "./position.ts";
import { need, RIGHT } from "./rights.ts";
import { readStream, writeStream } from "./streams.ts";
import { offsetAfterWrite, readFile, writeFile } from "./transfer.ts";

/** Reading and writing, and where that happens. */
export function fdTransfer({ memory, table }: Host) {
  return {
    fd_read(fd: number, list: number, count: number, out: number) {
      const from = table.get(fd);
      if (from.kind === "folder") throw new Failure("isdir");
      need(from, RIGHT.fdRead);
      memory.setU32(out, read(from, new Buffers(memory, list, count)));
    },
    fd_pread(fd: number, list: number, count: number, at: bigint, out: number) {
      const from = table.get(fd);
      if (from.kind === "folder") throw new Failure("isdir");
      const file = seekable(from);
      need(file, RIGHT.fdRead | RIGHT.fdSeek);
      memory.setU32(out, readFile(file, position(at), new Buffers(memory, list, count)));
    },
    fd_write(fd: number, list: number, count: number, out: number) {
      const to = table.get(fd);
      if (to.kind === "folder") throw new Failure("badf");
      need(to, RIGHT.fdWrite);
      memory.view(out, 4);
      memory.setU32(out, write(to, new Buffers(memory, list, count)));
    },
    fd_pwrite(fd: number, list: number, count: number, at: bigint, out: number) {
      const file = seekable(table.get(fd));
      need(file, RIGHT.fdWrite | RIGHT.fdSeek);
      memory.view(out, 4);
      memory.setU32(out, writeFile(file, position(at), new Buffers(memory, list, count)));
    },
    fd_seek(fd: number, by: bigint, whence: number, out: number) {
      const file = seekable(table.get(fd));
      const step = BigInt.asIntN(64, by);
      // Asking where one stands is what `fd_tell` does.
      need(file, whence === WHENCE.current && step === 0n ? RIGHT.fdTell : RIGHT.fdSeek);
      const offset = target(file, step, whence);
      memory.setU64(out, offset);
      file.offset = offset;
    },
    fd_tell(fd: number, out: number) {
      const file = seekable(table.get(fd));
      need(file, RIGHT.fdTell);
      memory.setU64(out, file.offset);
    },
  };
}

const WHENCE = { start: 0, current: 1, end: 2 } as const;

/** A file; a stream has no position, and a folder's is that of its listing. */
function seekable(descriptor: Descriptor): OpenFile {
  if (descriptor.kind === "file") return descriptor;
  throw new Failure(descriptor.kind === "folder" ? "badf" : "spipe");
}

function read(from: Exclude<Descriptor, { kind: "folder" }>, buffers: Buffers): number {
  if (from.kind !== "file") return readStream(from, buffers);
  const got = readFile(from, from.offset, buffers);
  from.offset += BigInt(got);
  return got;
}

function write(to: Exclude<Descriptor, { kind: "folder" }>, buffers: Buffers): number {
  if (to.kind !== "file") return writeStream(to, buffers);
  const taken = writeFile(to, to.offset, buffers);
  to.offset = offsetAfterWrite(to, taken);
  return taken;
}

function target(file: OpenFile, step: bigint, whence: number): bigint {
  const offset = origin(file, whence) + step;
  if (offset < 0n) throw new Failure("inval");
  if (offset > LAST_POSITION) throw new Failure("overflow");
  return offset;
}

function origin({ handle, offset }: OpenFile, whence: number): bigint {
  switch (whence) {
    case WHENCE.start:
      return 0n;
    case WHENCE.current:
      return offset;
    case WHENCE.end:
      return stat(handle).size;
    default:
      throw new Failure("inval");
  }
}
