import { OPEN } from "../file-messages.ts";
import { close, openAt } from "../files.ts";
import type { Descriptor, OpenFolder } from "./descriptors.ts";
import { Failure } from "./errno.ts";
import { checkFlags, FDFLAG, LOOKUP, OFLAG } from "./flags.ts";
import type { Host } from "./host.ts";
import { checkRights, FILE_RIGHTS, FOLDER_RIGHTS, RIGHT, rightsOf } from "./rights.ts";

export function pathOpen({ memory, table }: Host) {
  return {
    path_open(
      fd: number,
      lookup: number,
      path: number,
      length: number,
      oflags: number,
      base: bigint,
      inheriting: bigint,
      flags: number,
      out: number,
    ) {
      const folder = table.folder(fd);
      const name = memory.path(path, length);
      memory.view(out, 4);
      const wish: Wish = { lookup, oflags, rights: rightsOf(base), inheriting: rightsOf(inheriting), flags };
      checkWish(folder, wish);
      memory.setU32(out, table.add(open(folder, name, wish)));
    },
  };
}

interface Wish {
  readonly lookup: number;
  readonly oflags: number;
  readonly rights: number;
  readonly inheriting: number;
  readonly flags: number;
}

function checkWish(folder: OpenFolder, { lookup, oflags, rights, inheriting, flags }: Wish): void {
  checkFlags(lookup, LOOKUP);
  checkFlags(oflags, OFLAG);
  checkFlags(flags, FDFLAG);
  if (has(oflags, OFLAG.create) && has(oflags, OFLAG.directory)) throw new Failure("inval");
  checkRights(folder.rights, RIGHT.pathOpen | (has(oflags, OFLAG.create) ? RIGHT.pathCreateFile : 0));
  // The one missing right that is not "notcapable": runtimes have always answered "perm" here, and tests ask for it.
  if (has(oflags, OFLAG.truncate) && !has(folder.rights, RIGHT.pathFilestatSetSize)) throw new Failure("perm");
  checkRights(folder.inheriting, rights | inheriting | neededToSync(flags));
}

function neededToSync(flags: number): number {
  if (has(flags, FDFLAG.sync | FDFLAG.rsync)) return RIGHT.fdSync;
  return has(flags, FDFLAG.dsync) ? RIGHT.fdDatasync : 0;
}

function open(folder: OpenFolder, name: string, wish: Wish): Descriptor {
  const { rights, inheriting, flags } = wish;
  const { handle, kind } = openAt(folder.handle, name, doorFlags(wish));
  if (kind !== "folder") {
    return { kind: "file", handle, offset: 0n, rights: rights & FILE_RIGHTS, inheriting: 0, flags };
  }
  if (has(rights, RIGHT.fdWrite)) {
    close(handle);
    throw new Failure("isdir");
  }
  return { kind, handle, preopen: undefined, listing: undefined, rights: rights & FOLDER_RIGHTS, inheriting, flags };
}

/** Whoever may truncate by name, or change the size later, must have the file opened for writing at the broker. */
const WRITING = RIGHT.fdWrite | RIGHT.fdAllocate | RIGHT.fdFilestatSetSize;

function doorFlags({ lookup, oflags, rights }: Wish): number {
  const directory = has(oflags, OFLAG.directory);
  const writes = has(oflags, OFLAG.truncate) || has(rights, directory ? RIGHT.fdWrite : WRITING);
  return (
    (has(rights, RIGHT.fdRead) ? OPEN.read : 0) |
    (writes ? OPEN.write : 0) |
    (has(oflags, OFLAG.create) ? OPEN.create : 0) |
    (has(oflags, OFLAG.exclusive) ? OPEN.exclusive : 0) |
    (has(oflags, OFLAG.truncate) ? OPEN.truncate : 0) |
    (directory ? OPEN.folder : 0) |
    (has(lookup, LOOKUP.follow) ? OPEN.follow : 0)
  );
}

/** Any of the bits. */
function has(bits: number, wanted: number): boolean {
  return (bits & wanted) !== 0;
}
