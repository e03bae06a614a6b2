import type { Location } from "./host-path.ts";
import type { OpenFile } from "./open-file.ts";
import type { SystemCalls } from "./system-calls.ts";
import { isAbsent } from "./system-errors.ts";

/** What the system said of an object when it was looked at. */
export interface EntryFacts {
  readonly kind: "file" | "folder" | "link" | "other";
  /** Device and inode: the identity of the object under all its names. */
  readonly id: string;
  readonly device: bigint;
  readonly inode: bigint;
  /** How many names the object has. */
  readonly links: bigint;
  /** In bytes. */
  readonly size: bigint;
  /** Nanoseconds since 1970. */
  readonly accessed: bigint;
  readonly modified: bigint;
  readonly changed: bigint;
}

/**
 * One object on the host, looked at but not opened for its content. On Linux it is held by a descriptor, so that it
 * stays the same object whatever happens to its name; elsewhere it is a path that was looked at a moment ago.
 */
export interface Entry extends EntryFacts {
  /** How the system is called for it. */
  readonly calls: SystemCalls;
  /** A path of the object itself for one system call that follows links; of a link it is the link's own name. */
  readonly self: string;
  /** A path of that name in this folder, for one system call that follows no last link. */
  pathOf(name: string): string;
  /** The object of that name in this folder; a symbolic link is not followed. Rejects with the system's error. */
  child(name: string): Promise<Entry>;
  /** Where this symbolic link points, as it is written. */
  target(): Promise<string>;
  /** What the system says of the object now. */
  look(): Promise<EntryFacts>;
  /** The magic number of the file system that it lies on. */
  filesystemType(): Promise<number>;
  openContent(access: ContentAccess): Promise<OpenFile>;
  /** A new file in this folder, readable and writable for its owner alone; never one that was there. */
  create(name: string, access: ContentAccess): Promise<OpenFile>;
  close(): void;
}

export type ContentAccess = "read" | "write" | "both";

/** Looks at a place whose links are resolved already, and calls the system in the given way from then on. */
export type OpenEntry = (location: Location, calls: SystemCalls) => Promise<Entry>;

/** The object of that name, or undefined when there is none. */
export async function childOf(folder: Entry, name: string): Promise<Entry | undefined> {
  try {
    return await folder.child(name);
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}
