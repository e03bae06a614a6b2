import { constants } from "node:fs";
import type { ContentAccess, Entry } from "./entry.ts";
import { entryFacts, objectId } from "./entry-facts.ts";
import { joinPath, type Location } from "./host-path.ts";
import { OpenFile } from "./open-file.ts";
import type { SystemCalls } from "./system-calls.ts";

/**
 * Platforms without `/proc/self/fd`: each name is looked at with lstat, and what is opened in the end must be the object
 * that was looked at. Weaker than descriptors: a folder further up can still be swapped for a link between two steps,
 * except where the final open refuses every link (macOS).
 */
export async function openPathEntry(location: Location, calls: SystemCalls): Promise<Entry> {
  const path = joinPath(location);
  const facts = entryFacts(await calls.lstat(path));
  const pathOf = (name: string) => joinPath([...location, name]);
  return {
    ...facts,
    calls,
    self: path,
    pathOf,
    child: (name) => openPathEntry([...location, name], calls),
    target: () => calls.readLink(path),
    look: async () => entryFacts(await calls.lstat(path)),
    filesystemType: async () => (await calls.statFilesystem(path)).type,
    openContent: (access) => openSame(path, ACCESS_MODES[access], facts.id, calls),
    create: async (name, access) =>
      new OpenFile(await calls.open(pathOf(name), NEW_FILE | ACCESS_MODES[access], OWNER_ONLY), calls),
    close: () => {},
  };
}

async function openSame(path: string, access: number, id: string, calls: SystemCalls): Promise<OpenFile> {
  const fd = await calls.open(path, access | NO_LINKS);
  if (objectId(await calls.statDescriptor(fd)) === id) return new OpenFile(fd, calls);
  await calls.close(fd);
  throw Object.assign(new Error("the file was replaced while it was opened"), { code: "ESTALE", syscall: "open" });
}

/** macOS: no link anywhere in the path (sys/fcntl.h), which closes the race; absent from Node's constants. */
const O_NOFOLLOW_ANY = process.platform === "darwin" ? 0x20000000 : 0;

// Windows has none of these flags, and Node leaves them undefined there.
const NO_LINKS = (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0) | O_NOFOLLOW_ANY;
const NEW_FILE = NO_LINKS | constants.O_CREAT | constants.O_EXCL;
const OWNER_ONLY = 0o600;

const ACCESS_MODES: Readonly<Record<ContentAccess, number>> = {
  read: constants.O_RDONLY,
  write: constants.O_WRONLY,
  both: constants.O_RDWR,
};
