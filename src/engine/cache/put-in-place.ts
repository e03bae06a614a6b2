import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";

/** Writes a file whole: whoever reads `path` sees all of it or none, and `temporary` does not stay behind. */
export function putInPlace(temporary: string, path: string, content: string | Uint8Array): void {
  try {
    writeNew(temporary, content);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** "wx" creates and never follows: a planted link or FIFO under this name is an error. */
function writeNew(path: string, content: string | Uint8Array): void {
  const fd = openSync(path, "wx", 0o600);
  try {
    writeFileSync(fd, content);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}
