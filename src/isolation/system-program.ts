import { statSync } from "node:fs";

/** Where helper programs may come from: never PATH, which the folder that we are started in can influence. */
const SYSTEM_FOLDERS = ["/usr/bin", "/bin", "/usr/local/bin"] as const;

/**
 * Absolute path of a helper program of the system, or undefined when there is none that can be trusted:
 * the program and its folder belong to root and nobody else may write to them.
 */
export function systemProgram(name: string): string | undefined {
  const folder = SYSTEM_FOLDERS.find((path) => isRootsOwn(path) && isRootsProgram(`${path}/${name}`));
  return folder === undefined ? undefined : `${folder}/${name}`;
}

function isRootsProgram(path: string): boolean {
  return isRootsOwn(path) && (statSync(path).mode & 0o111) !== 0;
}

function isRootsOwn(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return found !== undefined && found.uid === 0 && (found.mode & 0o022) === 0;
}
