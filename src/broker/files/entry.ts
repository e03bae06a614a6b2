import type { Location } from "./host-path.ts";
import { isAbsent } from "./system-errors.ts";

/**
 * One object on the host, looked at but not opened for its content. On Linux it is held by a descriptor, so that it
 * stays the same object whatever happens to its name; elsewhere it is a path that was looked at a moment ago.
 */
export interface Entry {
  readonly kind: "file" | "folder" | "link" | "other";
  /** Device and inode: the identity of the object under all its names. */
  readonly id: string;
  readonly device: bigint;
  /** How many names the object has. */
  readonly links: bigint;
  /** In bytes. */
  readonly size: bigint;
  /** The object of that name in this folder; a symbolic link is not followed. Rejects with the system's error. */
  child(name: string): Promise<Entry>;
  /** Where this symbolic link points, as it is written. */
  target(): Promise<string>;
  /** The magic number of the file system that it lies on. */
  filesystemType(): Promise<number>;
  /** A descriptor for this file's content. */
  openContent(access: "read" | "write"): Promise<number>;
  /** A descriptor for a new file in this folder, writable for its owner alone; never one that was there. */
  create(name: string): Promise<number>;
  /** Takes back a file of this folder. */
  remove(name: string): Promise<void>;
  close(): void;
}

/** Looks at a place whose links are resolved already. */
export type OpenEntry = (location: Location) => Promise<Entry>;

/** The object of that name, or undefined when there is none. */
export async function childOf(folder: Entry, name: string): Promise<Entry | undefined> {
  try {
    return await folder.child(name);
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}
