import { type Dir, type Dirent, opendirSync } from "node:fs";
import { isGitObject } from "./git-object.ts";
import { joinRaw, pathBytes, type RawPath } from "./raw-path.ts";
import { describeType, type Refused, refusal } from "./read-file.ts";

/** What a walk meets; folders are entered, not reported. */
export type Met = { readonly path: RawPath; readonly skill: RawPath } & (
  | { /** When the folder was listed; what it is when opened may differ. */ readonly kind: "file" }
  | { /** Compressed history: not to be opened. */ readonly kind: "git-object" }
  | { readonly kind: "passed-by"; readonly refused: Refused }
  | { /** Beyond a cap, and not even listed. */ readonly kind: "cut"; readonly reason: string }
);

export interface WalkLimits {
  readonly entries: number;
  readonly depth: number;
}

/** Room for a large monorepo; a folder of 100,000 files takes seconds. */
export const WALK_LIMITS: WalkLimits = { entries: 250_000, depth: 64 };

interface Folder {
  readonly path: RawPath;
  readonly depth: number;
  readonly skill: RawPath;
  /** Whether that is a skill with a SKILL.md, rather than a package or whatever was named. */
  readonly documented: boolean;
  /** Of a skill within another that waits for its turn. */
  readonly listed?: Listing;
}

/** One name in a folder, byte for byte. */
interface Entry {
  readonly name: string;
  readonly type: Dirent;
}

interface Listing {
  readonly entries: readonly Entry[];
  readonly cut: boolean;
}

/**
 * Everything below a folder, one skill after the other: the files of each folder in byte order, then its subfolders,
 * and skills within a skill after it. No symbolic link is followed, so no loop is possible. `skill` is the nearest folder
 * that makes a skill, else the root.
 */
export function* walk(root: RawPath, limits: WalkLimits = WALK_LIMITS): Generator<Met> {
  let budget = limits.entries;
  const skills: Folder[] = [];
  const pending: Folder[] = [{ path: root, depth: 0, skill: root, documented: false }];
  for (let at = 0, next = pending.pop(); next !== undefined; next = pending.pop() ?? skills[at++]) {
    const listing = next.listed ?? list(next.path, budget);
    if ("kind" in listing) {
      yield { kind: "passed-by", path: next.path, skill: next.skill, refused: listing };
      continue;
    }
    if (next.listed === undefined) budget -= listing.entries.length;
    const made = madeHere(next, listing);
    if (made !== undefined && next.path !== next.skill) {
      skills.push(made);
      continue;
    }
    const folder = made ?? next;
    yield* contents(folder, listing);
    const below = subfolders(folder, listing);
    if (below.length > 0 && folder.depth === limits.depth) yield cut(folder, `deeper than ${limits.depth} folders`);
    else for (const each of below) pending.push(each);
    if (listing.cut) yield cut(folder, `more than ${limits.entries} entries`);
  }
}

/** Documented, and missing in the types. Where a file system tells no types, Node joins path and name itself: both must be bytes. */
const BYTES = "buffer" as BufferEncoding;

/** Streams the folder, so that one of ten million entries costs no more than the cap. */
function list(path: RawPath, budget: number): Listing | Refused {
  try {
    const folder = opendirSync(pathBytes(path), { encoding: BYTES, bufferSize: 512 });
    try {
      return readEntries(folder, budget);
    } finally {
      folder.closeSync();
    }
  } catch (error) {
    return refusal(error);
  }
}

function readEntries(folder: Dir, budget: number): Listing {
  const entries: Entry[] = [];
  for (let type = folder.readSync(); type !== null; type = folder.readSync()) {
    if (entries.length === budget) return { entries: sorted(entries), cut: true };
    entries.push({ name: Buffer.from(type.name).toString("latin1"), type });
  }
  return { entries: sorted(entries), cut: false };
}

function sorted(entries: Entry[]): Entry[] {
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What makes a folder a package of its own, where no SKILL.md above says that it is a part of something. */
const PACKAGE_FILES: ReadonlySet<string> = new Set(["package.json", "pyproject.toml", "setup.py"]);

function madeHere(folder: Folder, listed: Listing): Folder | undefined {
  const { path, depth } = folder;
  if (listed.entries.some(({ name }) => name.toLowerCase() === "skill.md"))
    return { path, depth, skill: path, documented: true, listed };
  const isPackage = !folder.documented && listed.entries.some(({ name }) => PACKAGE_FILES.has(name));
  return isPackage ? { path, depth, skill: path, documented: false, listed } : undefined;
}

function* contents({ path: folder, skill }: Folder, { entries }: Listing): Generator<Met> {
  for (const { name, type } of entries) {
    if (type.isDirectory()) continue;
    const path = joinRaw(folder, name);
    if (!type.isFile()) yield { kind: "passed-by", path, skill, refused: notAFile(type) };
    else yield { kind: isGitObject(path) ? "git-object" : "file", path, skill };
  }
}

function notAFile(type: Dirent): Refused {
  return { kind: "refused", cause: "not-a-file", reason: describeType(type) };
}

/** Last first, as the stack of pending folders wants them. */
function subfolders({ path: folder, depth, skill, documented }: Folder, { entries }: Listing): Folder[] {
  return entries
    .toReversed()
    .filter(({ type }) => type.isDirectory())
    .map(({ name }) => ({ path: joinRaw(folder, name), depth: depth + 1, skill, documented }));
}

function cut({ path, skill }: Folder, reason: string): Met {
  return { kind: "cut", path, skill, reason };
}
