import { lstatSync, mkdirSync, type Stats, statSync } from "node:fs";
import { homedir, userInfo } from "node:os";
import { dirname, isAbsolute, join } from "node:path";
import { SandboxError } from "../../errors.ts";

/** The user's cache folder for us: `$XDG_CACHE_HOME/wasm-sandbox`, else `~/.cache/wasm-sandbox`. */
export function defaultCacheFolder(environment: NodeJS.ProcessEnv): string {
  const configured = environment["XDG_CACHE_HOME"] ?? "";
  // The base directory specification: relative paths are invalid and must be ignored.
  // An empty HOME would make it a folder of whoever wrote the current one.
  const home = isAbsolute(homedir()) ? homedir() : userInfo().homedir;
  return join(isAbsolute(configured) ? configured : join(home, ".cache"), "wasm-sandbox");
}

/**
 * Refuses a cache folder that somebody else could have filled: prepared components are code.
 *
 * @returns false when there is none yet
 */
export function checkCacheFolder(folder: string): boolean {
  const found = look(folder);
  if (found === undefined) return false;
  if (found.isSymbolicLink()) throw refusal(folder, "is a symbolic link");
  if (!found.isDirectory()) throw refusal(folder, "is not a folder");
  if (!isOurs(found)) throw refusal(folder, "belongs to somebody else");
  if (isWritableByOthers(found)) throw refusal(folder, "can be written by others");
  checkParent(dirname(folder));
  return true;
}

/** The same for a folder whose files are to be removed: it must be as we make it, 0700. */
export function checkPrivateFolder(folder: string): boolean {
  const exists = checkCacheFolder(folder);
  if (exists && process.platform !== "win32" && (lstatSync(folder).mode & 0o077) !== 0) {
    throw refusal(folder, "can be looked into by others");
  }
  return exists;
}

/** A folder that may not even be looked at (EACCES on the way) is nobody's to use. */
function look(folder: string): Stats | undefined {
  try {
    return lstatSync(folder, { throwIfNoEntry: false });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOTDIR") return undefined;
    throw refusal(folder, `cannot be reached (${code})`);
  }
}

/** Makes the folder, ours alone, and checks what is then there. */
export function makeCacheFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  checkCacheFolder(folder);
}

export function isOurs(stats: Stats): boolean {
  return process.getuid === undefined || stats.uid === process.getuid();
}

export function isWritableByOthers(stats: Stats): boolean {
  return process.platform !== "win32" && (stats.mode & 0o022) !== 0;
}

/**
 * Who may write the parent may put another folder in our folder's place; the sticky bit (as on /tmp) prevents that.
 * A parent that only its group may write is common (umask 002, one group per user) and let through.
 */
function checkParent(parent: string): void {
  const stats = statSync(parent);
  const [sticky, writableByAll] = [(stats.mode & 0o1000) !== 0, (stats.mode & 0o002) !== 0];
  if (process.platform !== "win32" && writableByAll && !sticky) throw refusal(parent, "can be written by everybody");
  if (!isOurs(stats) && stats.uid !== 0) throw refusal(parent, "belongs to somebody else");
}

function refusal(folder: string, why: string): SandboxError {
  return new SandboxError("refused", `The cache folder was not used: ${folder} ${why}`, {
    hint: "Remove it, or point XDG_CACHE_HOME to a folder that is yours alone (chmod 700)",
  });
}
