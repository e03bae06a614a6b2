import { constants } from "node:fs";
import type { ContentAccess, Entry, EntryFacts } from "./entry.ts";
import { entryFacts } from "./entry-facts.ts";
import { joinPath, type Location } from "./host-path.ts";
import { OpenFile } from "./open-file.ts";
import type { SystemCalls } from "./system-calls.ts";

/**
 * Linux: an object is held by an `O_PATH` descriptor, and `/proc/self/fd/N/name` looks a name up in exactly that folder,
 * as openat(2) does. Nothing is ever resolved twice, so a folder swapped for a link between two steps changes nothing.
 */
export async function openDescriptorEntry(location: Location, calls: SystemCalls): Promise<Entry> {
  return lookAt(joinPath(location), calls);
}

async function lookAt(path: string, calls: SystemCalls): Promise<Entry> {
  const fd = await calls.open(path, O_PATH | constants.O_NOFOLLOW);
  try {
    return descriptorEntry(fd, path, entryFacts(await calls.statDescriptor(fd)), calls);
  } catch (error) {
    void calls.close(fd);
    throw error;
  }
}

function descriptorEntry(fd: number, path: string, facts: EntryFacts, calls: SystemCalls): Entry {
  const self = `/proc/self/fd/${fd}`;
  return {
    ...facts,
    calls,
    self: facts.kind === "link" ? path : self,
    pathOf: (name) => `${self}/${name}`,
    child: (name) => lookAt(`${self}/${name}`, calls),
    // By name, because /proc shows a descriptor of a link as the link's own path. A swap in between is harmless:
    // whatever text comes back is walked like the guest's own.
    target: () => calls.readLink(path),
    look: async () => entryFacts(await calls.statDescriptor(fd)),
    filesystemType: async () => (await calls.statFilesystem(self)).type,
    // Through the descriptor, so that what was checked is what is opened.
    openContent: async (access) => new OpenFile(await calls.open(self, CONTENT | ACCESS_MODES[access]), calls),
    create: async (name, access) =>
      new OpenFile(await calls.open(`${self}/${name}`, NEW_FILE | ACCESS_MODES[access], OWNER_ONLY), calls),
    close: () => void calls.close(fd),
  };
}

/** Not among Node's constants; from the kernel's asm-generic/fcntl.h, the same on x64 and arm64. */
const O_PATH = 0o10000000;

/** Without O_TRUNC: a file is cut only after every check. O_NONBLOCK: a FIFO or a lease must not hold the thread. */
const CONTENT = constants.O_NONBLOCK | constants.O_NOCTTY;
const NEW_FILE = CONTENT | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW;
const OWNER_ONLY = 0o600;

const ACCESS_MODES: Readonly<Record<ContentAccess, number>> = {
  read: constants.O_RDONLY,
  write: constants.O_WRONLY,
  both: constants.O_RDWR,
};
