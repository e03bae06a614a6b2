import { readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** Where a repository keeps what; all absolute. */
export interface Repository {
  readonly workTree: string;
  /** Index and HEAD. */
  readonly gitDir: string;
  /** Objects and branches; another than `gitDir` in a linked work tree. */
  readonly commonDir: string;
}

/**
 * The repository that a file or folder lies in; undefined when it lies in none. Looked up here rather than by git,
 * which would read the configuration that lies beside.
 */
export function findRepository(path: string): Repository | undefined {
  for (
    let folder = folderOf(realpathSync(path)), above = "";
    folder !== above;
    above = folder, folder = dirname(folder)
  ) {
    const gitDir = gitDirOf(join(folder, ".git"));
    if (gitDir !== undefined) return { workTree: folder, gitDir, commonDir: commonDirOf(gitDir) };
  }
  return undefined;
}

function folderOf(path: string): string {
  return statSync(path).isDirectory() ? path : dirname(path);
}

/** A folder, or a file that names one: in linked work trees and submodules. */
function gitDirOf(path: string): string | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return undefined;
  if (found.isDirectory()) return path;
  const named = found.isFile() ? /^gitdir: (.+)$/m.exec(readFileSync(path, "utf8"))?.[1] : undefined;
  return named === undefined ? undefined : resolve(dirname(path), named);
}

function commonDirOf(gitDir: string): string {
  const file = join(gitDir, "commondir");
  if (statSync(file, { throwIfNoEntry: false }) === undefined) return gitDir;
  return resolve(gitDir, readFileSync(file, "utf8").trim());
}
