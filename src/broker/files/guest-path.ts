import { Buffer } from "node:buffer";
import { absoluteNames, endsAsFolder, joinPath, type Location } from "./host-path.ts";
import { failed, refused, type Stop, TOO_LONG } from "./refusals.ts";

/** A path as the guest named it: absolute, `..` still in place, nothing looked up yet. */
export interface GuestPath {
  readonly kind: "path";
  readonly names: Location;
  /** It ends in a slash or a dot, so it can only mean a folder. */
  readonly folder: boolean;
}

/** A guest's path starts from `cwd` unless it is absolute; only its spelling is judged here. */
export function parseGuestPath(path: string, cwd: Location): GuestPath | Stop {
  if (path === "") return failed("the path is empty");
  if (path.includes("\0")) return refused("invalid-path");
  if (path.length > MAX_PATH_BYTES || Buffer.byteLength(path) > MAX_PATH_BYTES) return TOO_LONG;
  const names = absoluteNames(path) ?? absoluteNames(`${joinPath(cwd)}/${path}`);
  if (names === undefined) return refused("invalid-path");
  if (names.length > MAX_NAMES) return TOO_LONG;
  return { kind: "path", names, folder: endsAsFolder(path) };
}

/** PATH_MAX of Linux, which counts bytes. */
const MAX_PATH_BYTES = 4096;

/** Every folder on the way is one open descriptor, so depth is bounded as well as length. */
export const MAX_NAMES = 256;
