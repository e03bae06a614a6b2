import { Buffer, isUtf8 } from "node:buffer";
import { isAbsolute } from "node:path";
import { absoluteNames, endsAsFolder, joinPath, type Location, splitPath } from "./host-path.ts";
import { failed, refused, type Stop, TOO_LONG } from "./refusals.ts";

/** A path as the guest named it: absolute, `..` still in place, nothing looked up yet. */
export interface GuestPath {
  readonly kind: "path";
  readonly names: Location;
  /** It ends in a slash or a dot, so it can only mean a folder. */
  readonly folder: boolean;
  /** A link at its end is what is meant, not what it points to. */
  readonly keepLink?: boolean;
}

/** A guest's path starts from `cwd` unless it is absolute; only its spelling is judged here. */
export function parseGuestPath(path: string, cwd: Location): GuestPath | Stop {
  if (path === "") return failed("the path is empty", "no-entry");
  if (path.includes("\0")) return refused("invalid-path");
  if (path.length > MAX_PATH_BYTES || Buffer.byteLength(path) > MAX_PATH_BYTES) return TOO_LONG;
  const names = absoluteNames(path) ?? absoluteNames(`${joinPath(cwd)}/${path}`);
  if (names === undefined) return refused("invalid-path");
  if (names.length > MAX_NAMES) return TOO_LONG;
  return { kind: "path", names, folder: endsAsFolder(path) };
}

/** A path of WASI: UTF-8, relative to a folder that the guest holds. */
export function parseRelativePath(bytes: Uint8Array, keepLink: boolean): GuestPath | Stop {
  if (bytes.length > MAX_PATH_BYTES) return TOO_LONG;
  if (!isUtf8(bytes)) return failed("the path is not valid UTF-8", "illegal-byte-sequence");
  const path = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf8");
  if (path === "") return failed("the path is empty", "no-entry");
  if (path.includes("\0")) return failed("the path holds a NUL", "invalid");
  if (isAbsolute(path)) return refused("leaves-folder");
  const names = splitPath(path);
  if (names.length > MAX_NAMES) return TOO_LONG;
  return { kind: "path", names, folder: endsAsFolder(path), keepLink };
}

/** PATH_MAX of Linux, which counts bytes. */
const MAX_PATH_BYTES = 4096;

/** Every folder on the way is one open descriptor, and what lies too deep no other program can remove: depth is bounded too. */
export const MAX_NAMES = 256;
