import { unlinkSync } from "node:fs";

/** Removes a file, or a link and not what it leads to; one that somebody else removed first is gone as well. */
export function removeFile(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}
