import { readPrivateFile } from "./private-file.ts";

/** Glue of the largest WASI component is 2 MB; an entry holds no component bytes. */
export const MAX_ENTRY_BYTES = 64 * 1024 * 1024;

export interface EntryFile {
  readonly bytes: Buffer;
  /** When a run last used it, as far as `load.ts` keeps it up to date; milliseconds since 1970. */
  readonly lastUse: number;
}

/** The whole of an entry's file; `unusable` when what is there is no file that only we can have written. */
export function readEntryFile(path: string): EntryFile | "unusable" | undefined {
  const file = readPrivateFile(path, MAX_ENTRY_BYTES);
  return typeof file === "object" ? { bytes: file.bytes, lastUse: file.modified } : file;
}
