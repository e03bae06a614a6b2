import { ask, tell } from "./door.ts";
import {
  decodeEntries,
  decodeStat,
  encodeTime,
  FILE_KINDS,
  type FileKind,
  type FileStat,
  type ListedEntry,
  type NewTime,
} from "./file-messages.ts";
import { readU32, u32, u64 } from "./messages.ts";

/*
 * The files of the world outside, each function one question at the door. All throw `Refused` with the name of an error
 * code of wasi:filesystem ("no-entry") as its message. Handles are numbers of the broker's.
 */

/** No single read asks for more, whatever the guest wishes. */
export const MAX_READ = 1024 * 1024;

export interface Preopen {
  readonly handle: number;
  readonly name: string;
}

/** The folders that were granted. Each call gives fresh handles: some guests drop them. */
export function preopens(): readonly Preopen[] {
  return JSON.parse(new TextDecoder().decode(ask("preopens"))) as Preopen[];
}

/** @param flags bits of OPEN */
export function openAt(folder: number, path: string, flags: number): { handle: number; kind: FileKind } {
  const answer = ask("openAt", u32(folder), path, u32(flags));
  return { handle: readU32(answer, 0), kind: FILE_KINDS[answer[4] ?? 0] ?? "unknown" };
}

/** At most `length` bytes, and no more than MAX_READ; none at the end of the file. */
export function readAt(file: number, position: bigint, length: number): Uint8Array {
  return ask("readAt", u32(file), u64(position), u32(Math.min(length, MAX_READ)));
}

/** How many bytes were taken. */
export function writeAt(file: number, position: bigint, bytes: Uint8Array): number {
  return readU32(ask("writeAt", u32(file), u64(position), bytes.subarray(0, MAX_READ)), 0);
}

/** How many bytes were taken. */
export function append(file: number, bytes: Uint8Array): number {
  return readU32(ask("append", u32(file), bytes.subarray(0, MAX_READ)), 0);
}

export function stat(handle: number): FileStat {
  return decodeStat(ask("stat", u32(handle)));
}

export function statAt(folder: number, path: string, follow: boolean): FileStat {
  return decodeStat(ask("statAt", u32(folder), path, bit(follow)));
}

export function setSize(file: number, size: bigint): void {
  ask("setSize", u32(file), u64(size));
}

export function setTimes(handle: number, accessed: NewTime, modified: NewTime): void {
  ask("setTimes", u32(handle), encodeTime(accessed), encodeTime(modified));
}

export function setTimesAt(folder: number, path: string, follow: boolean, accessed: NewTime, modified: NewTime): void {
  ask("setTimesAt", u32(folder), path, bit(follow), encodeTime(accessed), encodeTime(modified));
}

export function sync(handle: number, contentOnly: boolean): void {
  ask("sync", u32(handle), bit(contentOnly));
}

/** A listing's handle, without `.` and `..`. */
export function openListing(folder: number): number {
  return readU32(ask("openListing", u32(folder)), 0);
}

/** Some of the next entries; none at the end. */
export function nextEntries(listing: number): readonly ListedEntry[] {
  return decodeEntries(ask("nextEntries", u32(listing)));
}

export function makeFolderAt(folder: number, path: string): void {
  ask("makeFolderAt", u32(folder), path);
}

export function removeFolderAt(folder: number, path: string): void {
  ask("removeFolderAt", u32(folder), path);
}

export function unlinkFileAt(folder: number, path: string): void {
  ask("unlinkFileAt", u32(folder), path);
}

export function renameAt(folder: number, path: string, toFolder: number, toPath: string): void {
  ask("renameAt", u32(folder), path, u32(toFolder), toPath);
}

export function linkAt(folder: number, path: string, follow: boolean, toFolder: number, toPath: string): void {
  ask("linkAt", u32(folder), path, bit(follow), u32(toFolder), toPath);
}

export function symlinkAt(target: string, folder: number, path: string): void {
  ask("symlinkAt", target, u32(folder), path);
}

export function readLinkAt(folder: number, path: string): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(ask("readLinkAt", u32(folder), path));
}

/** What there is of the standard input, at least one byte; none at its end. Waits for it. */
export function readStdin(length: number): Uint8Array {
  return ask("readStdin", u32(Math.min(length, MAX_READ)));
}

export function close(handle: number): void {
  tell("close", u32(handle));
}

function bit(value: boolean): Uint8Array {
  return Uint8Array.of(value ? 1 : 0);
}
