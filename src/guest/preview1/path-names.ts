import { linkAt, makeFolderAt, readLinkAt, removeFolderAt, renameAt, symlinkAt, unlinkFileAt } from "../files.ts";
import { checkFlags, LOOKUP } from "./flags.ts";
import type { Host } from "./host.ts";
import { need, RIGHT } from "./rights.ts";

/** The names in a folder: made, moved, linked, removed. */
export function pathNames({ memory, table }: Host) {
  const place = (fd: number, right: number, pointer: number, length: number) => {
    const folder = table.folder(fd);
    need(folder, right);
    return [folder.handle, memory.path(pointer, length)] as const;
  };
  return {
    path_create_directory: (fd: number, path: number, length: number) =>
      makeFolderAt(...place(fd, RIGHT.pathCreateDirectory, path, length)),
    path_remove_directory: (fd: number, path: number, length: number) =>
      removeFolderAt(...place(fd, RIGHT.pathRemoveDirectory, path, length)),
    path_unlink_file: (fd: number, path: number, length: number) =>
      unlinkFileAt(...place(fd, RIGHT.pathUnlinkFile, path, length)),
    path_rename(fd: number, path: number, length: number, toFd: number, to: number, toLength: number) {
      const from = place(fd, RIGHT.pathRenameSource, path, length);
      renameAt(...from, ...place(toFd, RIGHT.pathRenameTarget, to, toLength));
    },
    path_link(fd: number, lookup: number, path: number, length: number, toFd: number, to: number, toLength: number) {
      const [folder, name] = place(fd, RIGHT.pathLinkSource, path, length);
      checkFlags(lookup, LOOKUP);
      linkAt(folder, name, lookup !== 0, ...place(toFd, RIGHT.pathLinkTarget, to, toLength));
    },
    path_symlink(target: number, targetLength: number, fd: number, path: number, length: number) {
      const at = place(fd, RIGHT.pathSymlink, path, length);
      symlinkAt(memory.path(target, targetLength), ...at);
    },
    /** A target that is longer than the buffer is cut. */
    path_readlink(fd: number, path: number, length: number, pointer: number, size: number, out: number) {
      const at = place(fd, RIGHT.pathReadlink, path, length);
      const buffer = memory.bytes(pointer, size);
      const target = new TextEncoder().encode(readLinkAt(...at)).subarray(0, size);
      buffer.set(target);
      memory.setU32(out, target.length);
    },
  };
}
