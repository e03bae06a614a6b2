import { onTestFinished } from "vitest";
import { openDescriptorEntry } from "../../../../src/broker/files/descriptor-entry.ts";
import type { OpenEntry } from "../../../../src/broker/files/entry.ts";
import { createFilesOn, type Files, type FilesOptions } from "../../../../src/broker/files/files.ts";
import { openPathEntry } from "../../../../src/broker/files/path-entry.ts";
import type { PathGrants } from "../../../../src/policy/grants.ts";

/** Every way of holding objects that works on this platform: a test runs on each. */
export const WAYS: readonly (readonly [name: string, way: OpenEntry])[] = [
  ...(process.platform === "linux" ? [["descriptors", openDescriptorEntry] as const] : []),
  ["paths", openPathEntry],
];

export const NOTHING: PathGrants = { all: false, paths: [], denied: [] };
export const EVERYTHING: PathGrants = { all: true, paths: [], denied: [] };
export const only = (...paths: string[]): PathGrants => ({ all: false, paths, denied: [] });

/** The files of one guest, closed after the test. */
export function guest(
  way: OpenEntry,
  grants: { readonly read?: PathGrants; readonly write?: PathGrants },
  options: Partial<FilesOptions> = {},
): Files {
  const { read = NOTHING, write = NOTHING } = grants;
  const files = createFilesOn(way, { read, write }, { cwd: "/", protectedPaths: [], home: "/nonexistent", ...options });
  onTestFinished(() => files.close());
  return files;
}
