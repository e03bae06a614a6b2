import type { ListedEntry } from "../engine/cache/list.ts";
import { MAX_CACHE_BYTES } from "../engine/cache/prune.ts";
import { neutraliseJson } from "./neutralise.ts";

/** What `cache ls --json` prints: one line. */
export function cacheJson(folder: string, entries: readonly ListedEntry[]): string {
  const json = {
    folder,
    bytes: entries.reduce((sum, { bytes }) => sum + bytes, 0),
    max_bytes: MAX_CACHE_BYTES,
    entries: entries.map(({ key, digest, kind, fuel, bytes, lastUse, state }) => ({
      key,
      digest: digest ?? null,
      kind: kind ?? null,
      fuel: fuel ?? null,
      bytes,
      last_use: lastUse.toISOString(),
      state,
    })),
  };
  return `${neutraliseJson(JSON.stringify(json))}\n`;
}
