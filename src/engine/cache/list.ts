import { join } from "node:path";
import { SandboxError } from "../../errors.ts";
import type { WasmKind } from "../wasm/sections.ts";
import { decodeEntry } from "./entry.ts";
import { readEntryFile } from "./entry-file.ts";
import { type CacheFile, cacheFiles } from "./files.ts";
import { checkCacheFolder } from "./folder.ts";
import { cacheKey, generation } from "./key.ts";
import { keyOf } from "./names.ts";

export interface ListedEntry {
  readonly key: string;
  /** sha256 of the component, in hex; undefined when the entry is not one that this build reads. */
  readonly digest: string | undefined;
  readonly kind: WasmKind | undefined;
  /** Whether its modules count fuel: a component has one entry with and one without. Undefined as `digest` is. */
  readonly fuel: boolean | undefined;
  readonly bytes: number;
  /** To within an hour. */
  readonly lastUse: Date;
  /** `stale`: made by another build, or for another engine. `damaged`: removed when it is next looked for. */
  readonly state: "usable" | "stale" | "damaged";
}

/**
 * What the cache holds, last used first. Changes nothing, not even when something was last used.
 *
 * @throws SandboxError `refused` when the folder is not ours alone, `unreadable` when it cannot be listed
 */
export function listCache(folder: string): readonly ListedEntry[] {
  if (!checkCacheFolder(folder)) return [];
  const current = generation();
  return entriesIn(folder)
    .sort((one, other) => other.lastUse - one.lastUse)
    .flatMap((file) => describe(folder, file, current) ?? []);
}

function entriesIn(folder: string): CacheFile[] {
  try {
    return cacheFiles(folder).ours.filter(({ kind }) => kind === "entry");
  } catch (cause) {
    throw new SandboxError("unreadable", `The cache was not listed: ${(cause as Error).message}`, { cause });
  }
}

function describe(folder: string, { name, bytes, lastUse }: CacheFile, current: string): ListedEntry | undefined {
  const common = { key: keyOf(name), bytes, lastUse: new Date(lastUse) };
  const unread = { ...common, digest: undefined, kind: undefined, fuel: undefined };
  if (!name.startsWith(`${current}-`)) return { ...unread, state: "stale" };
  const file = readEntryFile(join(folder, name));
  if (file === undefined) return undefined;
  const entry = file === "unusable" ? undefined : decodeEntry(common.key, file.bytes);
  if (entry === undefined) return { ...unread, state: "damaged" };
  const { digest, info } = entry;
  return { ...common, digest, kind: info.kind, fuel: common.key === cacheKey(digest, true), state: "usable" };
}
