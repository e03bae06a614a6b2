import { join } from "node:path";
import { SandboxError } from "../../errors.ts";
import { type CacheFiles, cacheFiles } from "./files.ts";
import { checkPrivateFolder } from "./folder.ts";
import { removeFile } from "./remove-file.ts";

export interface Cleared {
  readonly entries: number;
  readonly bytes: number;
  /** Folders under names of ours, which were left alone. */
  readonly folders: readonly string[];
  /** Other things in the folder, which were left alone too. */
  readonly others: number;
}

/**
 * Removes every file of ours from the cache folder, and nothing else: a link or FIFO under one of our names is removed and
 * neither followed nor opened. A run that is storing an entry meanwhile says that it was not kept.
 *
 * @throws SandboxError `refused` when the folder is not 0700 and ours, `unwritable` when something stays
 */
export function clearCache(folder: string): Cleared {
  if (!checkPrivateFolder(folder)) return { entries: 0, bytes: 0, folders: [], others: 0 };
  try {
    return remove(folder, cacheFiles(folder));
  } catch (cause) {
    throw new SandboxError("unwritable", `The cache was not cleared: ${(cause as Error).message}`, { cause });
  }
}

function remove(folder: string, { ours, folders, others }: CacheFiles): Cleared {
  for (const { name } of ours) removeFile(join(folder, name));
  const bytes = ours.reduce((sum, file) => sum + file.bytes, 0);
  return { entries: ours.filter(({ kind }) => kind === "entry").length, bytes, folders, others };
}
