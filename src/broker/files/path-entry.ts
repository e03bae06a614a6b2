import { constants } from "node:fs";
import type { Entry } from "./entry.ts";
import { entryFacts, objectId } from "./entry-facts.ts";
import { joinPath, type Location } from "./host-path.ts";
import { close, filesystemType, lstat, open, readLink, statDescriptor, unlink } from "./system-calls.ts";

/**
 * Platforms without `/proc/self/fd`: each name is looked at with lstat, and what is opened in the end must be the object
 * that was looked at. Weaker than descriptors: a folder further up can still be swapped for a link between two steps,
 * except where the final open refuses every link (macOS).
 */
export async function openPathEntry(location: Location): Promise<Entry> {
  const path = joinPath(location);
  const facts = entryFacts(await lstat(path));
  return {
    ...facts,
    child: (name) => openPathEntry([...location, name]),
    target: () => readLink(path),
    filesystemType: () => filesystemType(path),
    openContent: (access) => openSame(path, access === "read" ? constants.O_RDONLY : constants.O_WRONLY, facts.id),
    create: (name) => open(joinPath([...location, name]), NEW_FILE, OWNER_ONLY),
    remove: (name) => unlink(joinPath([...location, name])),
    close: () => {},
  };
}

async function openSame(path: string, access: number, id: string): Promise<number> {
  const fd = await open(path, access | NO_LINKS);
  if (objectId(await statDescriptor(fd)) === id) return fd;
  await close(fd);
  throw Object.assign(new Error("the file was replaced while it was opened"), { code: "ESTALE", syscall: "open" });
}

/** macOS: no link anywhere in the path (sys/fcntl.h), which closes the race; absent from Node's constants. */
const O_NOFOLLOW_ANY = process.platform === "darwin" ? 0x20000000 : 0;

// Windows has none of these flags, and Node leaves them undefined there.
const NO_LINKS = (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0) | O_NOFOLLOW_ANY;
const NEW_FILE = NO_LINKS | constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL;
const OWNER_ONLY = 0o600;
