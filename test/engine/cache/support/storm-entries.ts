import { createHash } from "node:crypto";
import type { Entry } from "../../../../src/engine/cache/entry.ts";
import { entry } from "./entries.ts";

/** How many components the storm is about; their entries do not all fit below the bound. */
export const KEYS = 12;
export const MAX_BYTES = 300_000;

/** The same in every process, which `cacheKey` is not while the sources are not built. */
export function keyOf(n: number): string {
  return `${"00".repeat(16)}-${sha256(`key ${n}`).toString("hex")}`;
}

/** What belongs to that key and to no other: 40 to 150 KB. */
export function entryOf(n: number): Entry {
  const codeCache = Buffer.alloc(40_000 + n * 10_000, sha256(`code cache ${n}`));
  return { ...entry, digest: sha256(`digest ${n}`).toString("hex"), source: `(${n})`, codeCache };
}

/** Whether what was loaded for that key is all that belongs to it. */
export function belongsTo(n: number, { digest, source, codeCache }: Entry): boolean {
  const right = entryOf(n);
  const same = Buffer.compare(codeCache ?? new Uint8Array(), right.codeCache ?? new Uint8Array()) === 0;
  return same && digest === right.digest && source === right.source;
}

function sha256(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
