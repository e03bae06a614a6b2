import { isAbsolute } from "node:path";
import { splitPath } from "./host-path.ts";

/**
 * How many folders up a symbolic link leads before it goes down, or undefined when its text alone does not tell: for an
 * absolute one, and for one that goes up again after a name, because that name may be a link itself.
 */
export function foldersUp(target: string): number | undefined {
  if (isAbsolute(target)) return undefined;
  const names = splitPath(target);
  const up = names.lastIndexOf("..") + 1;
  return names.slice(0, up).every((name) => name === "..") ? up : undefined;
}
