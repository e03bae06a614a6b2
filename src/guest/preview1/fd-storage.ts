import { setSize, stat, sync } from "../files.ts";
import type { Descriptor, OpenFile } from "./descriptors.ts";
import { Failure } from "./errno.ts";
import type { Host } from "./host.ts";
import { LAST_POSITION } from "./position.ts";
import { need, RIGHT } from "./rights.ts";

/** How content is kept. */
export function fdStorage({ table }: Host) {
  return {
    fd_sync: (fd: number) => flush(table.get(fd), RIGHT.fdSync, false),
    fd_datasync: (fd: number) => flush(table.get(fd), RIGHT.fdDatasync, true),
    /** An advice may be ignored, and this one is. */
    fd_advise(fd: number, offset: bigint, length: bigint, advice: number) {
      const file = stored(table.get(fd));
      need(file, RIGHT.fdAdvise);
      if (advice > LAST_ADVICE || offset + length > LAST_POSITION) throw new Failure("inval");
    },
    /** The file is as long afterwards; its blocks are taken when they are written to. */
    fd_allocate(fd: number, offset: bigint, length: bigint) {
      const file = stored(table.get(fd));
      need(file, RIGHT.fdAllocate);
      if (length === 0n) throw new Failure("inval");
      if (offset + length > LAST_POSITION) throw new Failure("fbig");
      if (stat(file.handle).size < offset + length) setSize(file.handle, offset + length);
    },
  };
}

const LAST_ADVICE = 5;

function flush(descriptor: Descriptor, right: number, contentOnly: boolean): void {
  if (!("handle" in descriptor)) throw new Failure("inval");
  need(descriptor, right);
  sync(descriptor.handle, contentOnly);
}

function stored(descriptor: Descriptor): OpenFile {
  if (descriptor.kind === "file") return descriptor;
  throw new Failure(descriptor.kind === "folder" ? "badf" : "spipe");
}
