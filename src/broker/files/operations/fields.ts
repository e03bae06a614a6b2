import { readU64 } from "../../../guest/messages.ts";
import { numberIn } from "../../fields.ts";
import { FileHandle } from "../file-handle.ts";
import { FolderHandle } from "../folder-handle.ts";
import { type GuestPath, parseRelativePath } from "../guest-path.ts";
import { type ErrorCode, isStop } from "../refusals.ts";
import type { FileContext } from "./context.ts";

/** The number in a field of eight bytes, or undefined. */
export function bigNumberIn(field: Uint8Array | undefined): bigint | undefined {
  return field?.length === 8 ? readU64(field, 0) : undefined;
}

export function bitIn(field: Uint8Array | undefined): boolean {
  return field?.[0] === 1;
}

/** The folder of that number, or what a wrong number means: a file is no folder, anything else nothing. */
export function folderIn({ desk }: FileContext, field: Uint8Array | undefined): FolderHandle | ErrorCode {
  const number = numberIn(field);
  const folder = desk.handles.get(number, FolderHandle);
  if (folder !== undefined) return folder;
  return desk.handles.get(number, FileHandle) === undefined ? "bad-descriptor" : "not-directory";
}

export function fileIn({ desk }: FileContext, field: Uint8Array | undefined): FileHandle | ErrorCode {
  const number = numberIn(field);
  const file = desk.handles.get(number, FileHandle);
  if (file !== undefined) return file;
  return desk.handles.get(number, FolderHandle) === undefined ? "bad-descriptor" : "is-directory";
}

/** A path, or the error code of one that cannot be walked. */
export function pathIn(field: Uint8Array | undefined, keepLink: boolean): GuestPath | ErrorCode {
  const path = parseRelativePath(field ?? new Uint8Array(), keepLink);
  if (!isStop(path)) return path;
  return path.kind === "failed" ? path.code : "not-permitted";
}
