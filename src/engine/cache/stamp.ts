import { randomUUID } from "node:crypto";
import { dirname } from "node:path";
import { makeCacheFolder } from "./folder.ts";
import { readPrivateFile } from "./private-file.ts";
import { putInPlace } from "./put-in-place.ts";

/** What was found out before, and kept; undefined when nothing was, or when what is there is no stamp of ours. */
export function readStamp(path: string): string | undefined {
  const file = readPrivateFile(path, MAX_STAMP_BYTES);
  return typeof file === "object" ? file.bytes.toString("utf8") : undefined;
}

/**
 * Keeps a stamp for the next run, in place of whatever has its name.
 *
 * @throws what the system said (a full disk, a read-only home, a folder of this name); SandboxError `refused` when the
 * cache folder is not ours alone
 */
export function keepStamp(path: string, text: string): void {
  makeCacheFolder(dirname(path));
  putInPlace(`${path}.${randomUUID()}`, path, text);
}

/** A stamp names a few paths, none of which the kernel takes with more than 4096 bytes. */
const MAX_STAMP_BYTES = 64 * 1024;
