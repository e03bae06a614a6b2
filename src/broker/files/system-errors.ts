import { failed, IS_A_FOLDER, NOT_A_FOLDER, NOT_FOUND, type Stop, TOO_LONG, TOO_MANY_LINKS } from "./refusals.ts";

/** An error of the operating system as the guest's answer; anything else is a broken promise of ours and goes on up. */
export function failureOf(error: unknown): Stop {
  const code = codeOf(error);
  if (code === undefined) throw error;
  return FAILURES[code] ?? failed(`the file system answered ${code}`);
}

/** Nothing has this name; `ENOTDIR` says the same of a name further up. */
export function isAbsent(error: unknown): boolean {
  const code = codeOf(error);
  return code === "ENOENT" || code === "ENOTDIR";
}

/** There is nothing there that this process could open. */
export function isOutOfReach(error: unknown): boolean {
  return isAbsent(error) || codeOf(error) === "EACCES" || codeOf(error) === "ELOOP";
}

/** The code of an error that a system call gave; Node's own errors (`ERR_…`) come from wrong calls and have no `syscall`. */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("syscall" in error) || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}

const NOT_PERMITTED = failed("the operating system does not permit it");
const TOO_MANY_FILES = failed("too many files are open");
const REPLACED = failed("another program replaced the file at the same moment");

const FAILURES: Readonly<Record<string, Stop>> = {
  ENOENT: NOT_FOUND,
  ENOTDIR: NOT_A_FOLDER,
  EISDIR: IS_A_FOLDER,
  ENAMETOOLONG: TOO_LONG,
  ELOOP: TOO_MANY_LINKS,
  EACCES: NOT_PERMITTED,
  EPERM: NOT_PERMITTED,
  EMFILE: TOO_MANY_FILES,
  ENFILE: TOO_MANY_FILES,
  EROFS: failed("the file system is read-only"),
  EEXIST: failed("another program created the file at the same moment"),
  ESTALE: REPLACED,
  // readlink(2) of what was a link a moment ago.
  EINVAL: REPLACED,
  ENOSPC: failed("no space is left on the file system"),
  EDQUOT: failed("the disk quota is used up"),
  EFBIG: failed("the file would be larger than the file system takes"),
  ETXTBSY: failed("the file is a program that is running"),
  EIO: failed("the disk or the file server failed"),
};
