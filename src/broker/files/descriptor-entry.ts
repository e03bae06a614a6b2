import { constants } from "node:fs";
import type { Entry } from "./entry.ts";
import { type EntryFacts, entryFacts } from "./entry-facts.ts";
import { joinPath, type Location } from "./host-path.ts";
import { closeLater, filesystemType, open, readLink, statDescriptor, unlink } from "./system-calls.ts";

/**
 * Linux: an object is held by an `O_PATH` descriptor, and `/proc/self/fd/N/name` looks a name up in exactly that folder,
 * as openat(2) does. Nothing is ever resolved twice, so a folder swapped for a link between two steps changes nothing.
 */
export async function openDescriptorEntry(location: Location): Promise<Entry> {
  return look(joinPath(location));
}

async function look(path: string): Promise<Entry> {
  const fd = await open(path, O_PATH | constants.O_NOFOLLOW);
  try {
    return descriptorEntry(fd, path, entryFacts(await statDescriptor(fd)));
  } catch (error) {
    closeLater(fd);
    throw error;
  }
}

function descriptorEntry(fd: number, path: string, facts: EntryFacts): Entry {
  const self = `/proc/self/fd/${fd}`;
  return {
    ...facts,
    child: (name) => look(`${self}/${name}`),
    // By name, because /proc shows a descriptor of a link as the link's own path. A swap in between is harmless:
    // whatever text comes back is walked like the guest's own.
    target: () => readLink(path),
    filesystemType: () => filesystemType(self),
    // Through the descriptor, so that what was checked is what is opened.
    openContent: (access) => open(self, CONTENT | (access === "read" ? constants.O_RDONLY : constants.O_WRONLY)),
    create: (name) => open(`${self}/${name}`, NEW_FILE, OWNER_ONLY),
    remove: (name) => unlink(`${self}/${name}`),
    close: () => closeLater(fd),
  };
}

/** Not among Node's constants; from the kernel's asm-generic/fcntl.h, the same on x64 and arm64. */
const O_PATH = 0o10000000;

/** Without O_TRUNC: a file is cut only after every check. O_NONBLOCK: a FIFO or a lease must not hold the thread. */
const CONTENT = constants.O_NONBLOCK | constants.O_NOCTTY;
const NEW_FILE = CONTENT | constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW;
const OWNER_ONLY = 0o600;
