import { type Stats, stat } from "node:fs";
import { SandboxError } from "../errors.ts";
import type { DirGrant } from "../policy/grants.ts";

/**
 * A folder that is not there, or is none, is the operator's mistake, and is said before anything runs. A file system that
 * never answers keeps this waiting: whoever calls has a deadline.
 *
 * @throws SandboxError `policy` naming the flag
 */
export async function checkDirs(dirs: readonly DirGrant[]): Promise<void> {
  const found = await Promise.all(dirs.map(({ host }) => isFolder(host)));
  const wrong = dirs[found.indexOf(false)];
  if (wrong === undefined) return;
  throw new SandboxError("policy", `--dir names no folder: '${wrong.host}'`, {
    hint: "make the folder, or mend the path",
  });
}

function isFolder(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    stat(path, (error: NodeJS.ErrnoException | null, stats: Stats) => resolve(error === null && stats.isDirectory()));
  });
}
