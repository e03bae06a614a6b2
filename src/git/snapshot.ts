import { closeSync, constants, ftruncateSync, mkdirSync, openSync, symlinkSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { FIXED_LIMITS } from "../policy/limits.ts";
import { joinRaw, pathBytes, rawPath } from "../skill/raw-path.ts";
import { type Blob, readBlobs } from "./blobs.ts";
import type { Changes, TreeEntry } from "./changes.ts";
import type { GitPlace } from "./git.ts";
import type { Touched } from "./skills-touched.ts";

/** A file of the base, and the path that it has now. */
export interface Former {
  readonly path: string;
  readonly entry: TreeEntry;
}

/**
 * What the base has of what is touched. A skill whose SKILL.md has another place now is compared with what it was there. A
 * file that moved by itself is new where it came to: what was no part of a skill, or ran under no such name, was not judged
 * as that.
 */
export function formerFiles({ base, renamed }: Changes, { skills, files }: Touched): Former[] {
  const moves = skillMoves(renamed);
  const wanted = new Set(files);
  const found = new Map<string, Former>();
  for (const [from, entry] of base) {
    const moved = moves
      .filter((move) => isBelow(from, move.from))
      .map((move) => `${move.to}${from.slice(move.from.length)}`);
    for (const path of [from, ...moved]) {
      const isTouched = wanted.has(path) || skills.some((skill) => skill === "" || isBelow(path, skill));
      if (!isTouched || entry.kind === "submodule" || !isPlain(path)) continue;
      if (path === from || !base.has(path)) found.set(path, { path, entry });
    }
  }
  return withoutWhatBecameFolders([...found.values()]);
}

/** Where a skill moved to the place of a file or link, that is no part of what the skill was. */
function withoutWhatBecameFolders(former: readonly Former[]): Former[] {
  const folders = new Set<string>();
  for (const { path } of former) {
    for (let folder = dirname(path); folder !== "." && !folders.has(folder); folder = dirname(folder))
      folders.add(folder);
  }
  return former.filter(({ path }) => !folders.has(path));
}

/** Folders that have a SKILL.md now which stood in another. */
function skillMoves(renamed: Changes["renamed"]): { readonly from: string; readonly to: string }[] {
  return [...renamed]
    .filter((names) => names.every((name) => /[^/]\/skill\.md$/i.test(name)))
    .map(([to, from]) => ({ from: dirname(from), to: dirname(to) }))
    .filter(({ from, to }) => from !== to);
}

function isBelow(path: string, folder: string): boolean {
  return path.startsWith(`${folder}/`);
}

/** Git refuses to make such trees; somebody may have made one without git. */
function isPlain(path: string): boolean {
  return path.split("/").every((part) => part !== "" && part !== "." && part !== ".." && !part.includes("\0"));
}

/** What a scan reads of all skills together, and more is not worth writing. */
const TOTAL_BYTES = 4 * FIXED_LIMITS.skillBytes;

/**
 * Writes files of the base into a folder of ours. A file that is too large to be scanned is written as a hole of its
 * size: the scan of it says the same.
 */
export async function writeSnapshot(place: GitPlace, former: readonly Former[], folder: string): Promise<void> {
  // Links last: nothing is written through one.
  const ordered = former.toSorted((a, b) => Number(a.entry.kind === "link") - Number(b.entry.kind === "link"));
  const ids = ordered.map(({ entry }) => entry.id);
  let at = 0;
  let total = 0;
  for await (const blob of readBlobs(place, ids, FIXED_LIMITS.scannedFileBytes)) {
    const each = ordered[at++];
    total += blob.bytes?.length ?? 0;
    if (each !== undefined) writeEntry(each, total > TOTAL_BYTES ? { ...blob, bytes: undefined } : blob, folder);
  }
}

function writeEntry({ path, entry }: Former, blob: Blob, folder: string): void {
  const full = pathBytes(joinRaw(rawPath(folder), path));
  mkdirSync(pathBytes(joinRaw(rawPath(folder), dirname(path))), { recursive: true });
  if (entry.kind === "link") symlinkSync(blob.bytes ?? Buffer.from("."), full);
  else writeFile(full, blob);
}

function writeFile(path: Buffer, { size, bytes }: Blob): void {
  const descriptor = openSync(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600);
  try {
    if (bytes === undefined) ftruncateSync(descriptor, size);
    else for (let sent = 0; sent < bytes.length; ) sent += writeSync(descriptor, bytes, sent);
  } finally {
    closeSync(descriptor);
  }
}
