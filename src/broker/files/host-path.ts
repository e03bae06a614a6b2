import { isAbsolute, normalize, sep } from "node:path";

/** The names of an absolute path from the root of the file system down; a drive letter counts as a name. */
export type Location = readonly string[];

/** Neither empty names nor `.`; `..` stays, because only a walk knows where it leads. */
export function splitPath(path: string): string[] {
  return path.split(SEPARATORS).filter((name) => name !== "" && name !== ".");
}

export function joinPath(location: Location): string {
  return WINDOWS ? location.join("\\") + (location.length > 1 ? "" : "\\") : `/${location.join("/")}`;
}

/** `..` taken back by spelling alone, for paths whose folders must not be looked at. */
export function withoutDotDot(names: Location): string[] {
  const kept: string[] = [];
  for (const name of names) {
    if (name === "..") kept.pop();
    else kept.push(name);
  }
  return kept;
}

/** Whether a path's spelling (a last slash, a last dot) says that only a folder is meant. */
export function endsAsFolder(path: string): boolean {
  const last = path.split(WINDOWS ? /[\\/]/ : "/").at(-1);
  return last === "" || last === ".";
}

export function startsWith(location: Location, prefix: Location): boolean {
  return prefix.length <= location.length && prefix.every((name, index) => name === location[index]);
}

/**
 * The names that an absolute path means on this platform, or undefined for what only Windows has: paths without a drive
 * letter (shares, devices, pipes), alternate streams, device names, and names whose end Windows drops. There `..` is
 * taken back by spelling, as Windows does.
 */
export function absoluteNames(path: string): string[] | undefined {
  if (!isAbsolute(path)) return undefined;
  if (!WINDOWS) return splitPath(path);
  const [drive, ...names] = splitPath(normalize(path));
  const plain = drive !== undefined && /^[A-Za-z]:$/.test(drive) && !names.some((name) => WINDOWS_TRICK.test(name));
  return plain && !path.startsWith("\\\\") ? [drive, ...names] : undefined;
}

const WINDOWS = sep === "\\";
const SEPARATORS = WINDOWS ? /[\\/]+/ : /\/+/;
const WINDOWS_TRICK = /[:*?"<>|]|[. ]$|^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\.|$)/i;
