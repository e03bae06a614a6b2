import { lstatSync, realpathSync } from "node:fs";
import { posix } from "node:path";

/** What one grant meant when the run started. */
export interface Root {
  readonly spelled: string;
  /** The same without links, as far as it exists. */
  readonly real: string;
  /** The folder where walks begin; undefined when there is no such folder, for the reason beside it. */
  readonly folder: string | undefined;
  /** The one name in the folder that is granted, a file or something that is not there yet; undefined: all of it. */
  readonly only: string | undefined;
  readonly reason: string;
}

export function rootOf(spelled: string): Root {
  const none = { spelled, real: spelled, folder: undefined, only: undefined };
  const real = realOf(spelled);
  if (real === "ELOOP") return { ...none, reason: "too many symbolic links on the way" };
  if (real !== undefined) {
    return isFolder(real) ? { ...none, real, folder: real, reason: "" } : { ...none, ...oneIn(real) };
  }
  const above = realOf(posix.dirname(spelled));
  if (above === undefined || above === "ELOOP") return { ...none, reason: "no such file or folder" };
  return isFolder(above)
    ? { ...none, ...oneIn(`${above}/${posix.basename(spelled)}`) }
    : { ...none, reason: "not a folder" };
}

function oneIn(real: string) {
  return { real, folder: posix.dirname(real), only: posix.basename(real), reason: "" };
}

/** Undefined when nothing is there. */
function realOf(path: string): string | "ELOOP" | undefined {
  try {
    return realpathSync.native(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    if (code === "ELOOP") return code;
    throw error;
  }
}

function isFolder(real: string): boolean {
  return lstatSync(real).isDirectory();
}
