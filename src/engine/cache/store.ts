import { randomUUID } from "node:crypto";
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SandboxError } from "../../errors.ts";
import { type Entry, encodeEntry } from "./entry.ts";
import { makeCacheFolder } from "./folder.ts";
import { entryPath } from "./load.ts";

/**
 * Keeps an entry: written under a name of its own, flushed, then renamed. Whoever reads sees all of it or none,
 * whatever else runs or is killed meanwhile.
 *
 * @returns why it was not kept (a full disk, a read-only home), which costs the next run time and nothing else
 */
export function storeEntry(folder: string, key: string, entry: Entry): string | undefined {
  try {
    makeCacheFolder(folder);
    putInPlace(join(folder, `.${key}.${randomUUID()}`), entryPath(folder, key), encodeEntry(key, entry));
    return undefined;
  } catch (error) {
    if (error instanceof SandboxError) throw error;
    return (error as Error).message;
  }
}

function putInPlace(temporary: string, path: string, bytes: Uint8Array): void {
  try {
    writeNew(temporary, bytes);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** "wx" creates and never follows: a planted link under this name is an error. */
function writeNew(path: string, bytes: Uint8Array): void {
  const fd = openSync(path, "wx", 0o600);
  try {
    writeFileSync(fd, bytes);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}
