import { setSize, setTimes, stat } from "../files.ts";
import type { Descriptor, OpenFile } from "./descriptors.ts";
import { Failure } from "./errno.ts";
import { checkFlags, FDFLAG, FILETYPE } from "./flags.ts";
import type { Host } from "./host.ts";
import { position } from "./position.ts";
import { checkRights, need, RIGHT, rightsOf } from "./rights.ts";
import { newTimes, putStat, STREAM_STAT } from "./stat.ts";

/** What a descriptor, and what lies behind it, says of itself. */
export function fdStat({ memory, table }: Host) {
  return {
    fd_fdstat_get(fd: number, out: number) {
      const descriptor = table.get(fd);
      const view = memory.view(out, FDSTAT_BYTES);
      view.setUint8(0, filetypeOf(descriptor));
      view.setUint16(2, descriptor.flags, true);
      view.setBigUint64(8, BigInt(descriptor.rights), true);
      view.setBigUint64(16, BigInt(descriptor.inheriting), true);
    },
    fd_fdstat_set_flags(fd: number, flags: number) {
      const descriptor = table.get(fd);
      need(descriptor, RIGHT.fdFdstatSetFlags);
      checkFlags(flags, FDFLAG);
      descriptor.flags = flags;
    },
    fd_fdstat_set_rights(fd: number, base: bigint, inheriting: bigint) {
      const descriptor = table.get(fd);
      const [rights, heritage] = [rightsOf(base), rightsOf(inheriting)];
      checkRights(descriptor.rights, rights);
      checkRights(descriptor.inheriting, heritage);
      descriptor.rights = rights;
      descriptor.inheriting = heritage;
    },
    fd_filestat_get(fd: number, out: number) {
      const descriptor = table.get(fd);
      need(descriptor, RIGHT.fdFilestatGet);
      putStat(memory, out, "handle" in descriptor ? stat(descriptor.handle) : STREAM_STAT);
    },
    fd_filestat_set_size(fd: number, size: bigint) {
      const file = sizeable(table.get(fd));
      need(file, RIGHT.fdFilestatSetSize);
      setSize(file.handle, position(size));
    },
    fd_filestat_set_times(fd: number, accessed: bigint, modified: bigint, flags: number) {
      const descriptor = table.get(fd);
      const times = newTimes(accessed, modified, flags);
      if (!("handle" in descriptor)) throw new Failure("badf");
      need(descriptor, RIGHT.fdFilestatSetTimes);
      setTimes(descriptor.handle, ...times);
    },
  };
}

const FDSTAT_BYTES = 24;

function filetypeOf({ kind }: Descriptor): number {
  return kind === "file" || kind === "folder" ? FILETYPE[kind] : FILETYPE.unknown;
}

function sizeable(descriptor: Descriptor): OpenFile {
  if (descriptor.kind === "file") return descriptor;
  throw new Failure(descriptor.kind === "folder" ? "badf" : "inval");
}
