import { randomUUID } from "node:crypto";
import { join } from "node:path";

export function entryPath(folder: string, key: string): string {
  return join(folder, key + SUFFIX);
}

/** Where one writer writes an entry before it is whole: no other writer has this name, and no reader looks for it. */
export function temporaryPath(folder: string, key: string): string {
  return join(folder, `.${key}.${randomUUID()}`);
}

/**
 * `stamp`: which binary was found to be the pinned engine (`run/verify-engine.ts`), and whether bubblewrap works here
 * (`isolation/verdict.ts`).
 */
export type FileKind = "entry" | "stamp" | "temporary";

/** Which of our files has this name; undefined when it is none of ours. */
export function fileKind(name: string): FileKind | undefined {
  if (ENTRY.test(name)) return "entry";
  if (STAMP.test(name)) return "stamp";
  return TEMPORARY.test(name) ? "temporary" : undefined;
}

/** The key in an entry's file name. */
export function keyOf(name: string): string {
  return name.slice(0, -SUFFIX.length);
}

const SUFFIX = ".component";
/** Keys of other builds may be made of other parts. */
const ENTRY = /^[0-9a-f][0-9a-f-]{63,159}\.component$/;
const STAMP = /^(?:engine-[0-9a-f]{16}|isolation-bubblewrap)$/;
const TEMPORARY =
  /^(?:\.[0-9a-f][0-9a-f-]{63,159}\.[0-9a-f-]{36}|(?:engine-[0-9a-f]{16}|isolation-bubblewrap)\.[0-9a-f-]{1,36})$/;
