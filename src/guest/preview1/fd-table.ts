import type { Descriptor } from "./descriptors.ts";
import { Failure } from "./errno.ts";
import type { Host } from "./host.ts";

/** Which descriptors there are, and which of them were granted. */
export function fdTable({ memory, table }: Host) {
  return {
    fd_close: (fd: number) => table.close(fd),
    fd_renumber: (from: number, to: number) => table.renumber(from, to),
    fd_prestat_get(fd: number, out: number) {
      const { length } = nameOf(table.get(fd));
      const view = memory.view(out, PRESTAT_BYTES);
      view.setUint8(0, PREOPEN_FOLDER);
      view.setUint32(4, length, true);
    },
    fd_prestat_dir_name(fd: number, pointer: number, length: number) {
      const name = nameOf(table.get(fd));
      if (length < name.length) throw new Failure("nametoolong");
      memory.bytes(pointer, name.length).set(name);
    },
  };
}

const PRESTAT_BYTES = 8;
const PREOPEN_FOLDER = 0;
const encoder = new TextEncoder();

function nameOf(descriptor: Descriptor): Uint8Array {
  const name = descriptor.kind === "folder" ? descriptor.preopen : undefined;
  if (name === undefined) throw new Failure("badf");
  return encoder.encode(name);
}
