import { type Failure, failed, IS_A_FOLDER, NOT_A_FOLDER, NOT_FOUND, TOO_LONG, TOO_MANY_LINKS } from "./refusals.ts";

/** An error of the operating system as the guest's answer; anything else is a broken promise of ours and goes on up. */
export function failureOf(error: unknown): Failure {
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

const NOT_PERMITTED = failed("the operating system does not permit it", "not-permitted");
const TOO_MANY_FILES = failed("too many files are open", "insufficient-memory");
const REPLACED = failed("another program replaced the file at the same moment");

const FAILURES: Readonly<Record<string, Failure>> = {
  ENOENT: NOT_FOUND,
  ENOTDIR: NOT_A_FOLDER,
  EISDIR: IS_A_FOLDER,
  ENAMETOOLONG: TOO_LONG,
  ELOOP: TOO_MANY_LINKS,
  EACCES: failed("the operating system does not permit it", "access"),
  EPERM: NOT_PERMITTED,
  EMFILE: TOO_MANY_FILES,
  ENFILE: TOO_MANY_FILES,
  EROFS: failed("the file system is read-only", "read-only"),
  EEXIST: failed("another program created the file at the same moment", "exist"),
  ESTALE: REPLACED,
  // readlink(2) of what was a link a moment ago, or a folder that would become part of itself.
  EINVAL: { ...REPLACED, code: "invalid" },
  ENOTEMPTY: failed("the folder is not empty", "not-empty"),
  EXDEV: failed("the two places are on different file systems", "cross-device"),
  EMLINK: failed("it has as many links as it may have", "too-many-links"),
  EBUSY: failed("it is in use", "busy"),
  ENOTSUP: failed("the file system cannot do that", "unsupported"),
  EOVERFLOW: failed("the number is too large for the file system", "file-too-large"),
  ENOSPC: failed("no space is left on the file system", "insufficient-space"),
  EDQUOT: failed("the disk quota is used up", "quota"),
  EFBIG: failed("the file would be larger than the file system takes", "file-too-large"),
  ETXTBSY: failed("the file is a program that is running", "text-file-busy"),
  EIO: failed("the disk or the file server failed"),
};
