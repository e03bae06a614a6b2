import { createHash, randomUUID } from "node:crypto";
import { lstatSync, mkdirSync, readdirSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { makeCacheFolder } from "../engine/cache/folder.ts";
import { readPrivateFile } from "../engine/cache/private-file.ts";
import { putInPlace } from "../engine/cache/put-in-place.ts";
import { removeFile } from "../engine/cache/remove-file.ts";
import { replyOf } from "../scanner/answer.ts";
import type { Findings, Reply } from "../scanner/scanner.ts";

/** Answers of a scanner by what they were given for, in files under a folder. */
export interface ResultStore {
  /** undefined: not there, damaged, or not only ours to write. */
  load(key: string, fileCount: number): Reply | undefined;
  keep(key: string, findings: Findings): void;
  /** Makes room in what was written to. */
  close(): void;
}

/** A larger answer is made again: it is the answer for a skill of thousands of findings. */
const MAX_RESULT_BYTES = 4 * 1024 * 1024;

/** One gibibyte over the 256 subfolders that the first byte of a key tells apart. */
const MAX_SHARD_BYTES = 4 * 1024 * 1024;

/**
 * Opens a folder for results, and makes it when it is not there. It is believed: whoever can write to it decides what
 * scans say, so it must be ours alone.
 *
 * @throws SandboxError `refused` when somebody else could have written to it
 */
export function openResultStore(folder: string): ResultStore {
  makeCacheFolder(folder);
  const written = new Set<string>();
  return {
    load: (key, fileCount) => load(pathOf(folder, key), fileCount),
    keep: (key, findings) => {
      const bytes = encode(findings);
      if (bytes.length > MAX_RESULT_BYTES) return;
      const shard = shardOf(folder, key);
      mkdirSync(shard, { recursive: true, mode: 0o700 });
      putInPlace(join(shard, `.${randomUUID()}`), pathOf(folder, key), bytes);
      written.add(shard);
    },
    close: () => {
      for (const shard of written) prune(shard);
    },
  };
}

function shardOf(folder: string, key: string): string {
  return join(folder, key.slice(0, 2));
}

function pathOf(folder: string, key: string): string {
  return join(shardOf(folder, key), `${key}.json`);
}

/** The digest of what follows, and a line end: it tells damage, not malice. */
function encode({ observations, files }: Findings): Buffer {
  const body = JSON.stringify({ findings: observations, files });
  return Buffer.from(`${sha256(body)}\n${body}`);
}

function load(path: string, fileCount: number): Reply | undefined {
  const file = readPrivateFile(path, MAX_RESULT_BYTES);
  if (file === undefined || file === "unusable") return undefined;
  const text = file.bytes.toString("utf8");
  const body = text.slice(DIGEST_CHARS + 1);
  if (text.slice(0, DIGEST_CHARS) !== sha256(body)) return undefined;
  const reply = replyOf(body, fileCount);
  if (reply.kind !== "findings") return undefined;
  touch(path, file.modified);
  return reply;
}

const DIGEST_CHARS = 64;
const HOUR_MS = 3_600_000;

/** Use is known to within an hour, so that a second scan of 100,000 skills does not write 100,000 times. */
function touch(path: string, modified: number): void {
  const now = Date.now();
  if (Math.abs(now - modified) > HOUR_MS) utimesSync(path, now / 1000, now / 1000);
}

/** Removes the results that were unused for longest. */
function prune(shard: string): void {
  const files = readdirSync(shard).flatMap((name) => {
    const stats = lstatSync(join(shard, name), { throwIfNoEntry: false });
    return stats === undefined ? [] : [{ name, bytes: stats.size, used: stats.mtimeMs }];
  });
  let left = MAX_SHARD_BYTES;
  for (const { name, bytes } of files.toSorted((a, b) => b.used - a.used)) {
    left -= bytes;
    if (left < 0) removeFile(join(shard, name));
  }
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
