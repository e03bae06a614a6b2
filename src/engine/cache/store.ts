import { SandboxError } from "../../errors.ts";
import { type Entry, encodeEntry } from "./entry.ts";
import { MAX_ENTRY_BYTES } from "./entry-file.ts";
import { makeCacheFolder } from "./folder.ts";
import { entryPath, temporaryPath } from "./names.ts";
import { MAX_CACHE_BYTES, prune } from "./prune.ts";
import { putInPlace } from "./put-in-place.ts";

/**
 * Keeps an entry: written under a name of its own, flushed, then renamed. Whoever reads sees all of it or none,
 * whatever else runs or is killed meanwhile. Then makes room: nothing else ever removes entries that are whole.
 *
 * @param maxBytes of all entries together
 * @returns why it was not kept (a full disk, a read-only home), which costs the next run time and nothing else
 */
export function storeEntry(folder: string, key: string, entry: Entry, maxBytes = MAX_CACHE_BYTES): string | undefined {
  try {
    const bytes = encodeEntry(key, entry);
    if (bytes.length > MAX_ENTRY_BYTES) return notKept(`it has ${bytes.length} bytes`);
    makeCacheFolder(folder);
    putInPlace(temporaryPath(folder, key), entryPath(folder, key), bytes);
    prune(folder, maxBytes);
    return undefined;
  } catch (error) {
    if (error instanceof SandboxError) throw error;
    return notKept((error as Error).message);
  }
}

function notKept(why: string): string {
  return `the prepared component was not kept for the next run: ${why}`;
}
