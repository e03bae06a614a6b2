import { lstatSync, readlinkSync, statSync } from "node:fs";
import { posix } from "node:path";
import { SandboxError } from "../errors.ts";
import { MIB } from "../policy/limits.ts";
import { cannotScan, unreadable } from "./cannot-scan.ts";
import { linkedFile } from "./linked-file.ts";
import { looksLikePython } from "./looks-like-python.ts";
import { displayPath, pathBytes, type RawPath, rawPath, relativePath } from "./raw-path.ts";
import { type CollectLimits, LIMITS, type OverBudget, ReadBudget } from "./read-budget.ts";
import { type FileRead, type Refused, readFile, refusal } from "./read-file.ts";
import { readStdin } from "./stdin.ts";
import { type Met, walk } from "./walk.ts";

/** What somebody asked to have scanned. */
export type Target =
  | { readonly kind: "path"; readonly path: string }
  | Changed
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "stdin" }
  /** The standard input, once it was read. */
  | { readonly kind: "bytes"; readonly bytes: Uint8Array };

/** What a change touched. Nobody named it: what is wrong with it is told of, as in a folder, and it may be gone. */
export interface Changed {
  readonly kind: "changed";
  readonly path: RawPath;
  /** From the top of the repository: a link that leads out of that is told to. */
  readonly inside: string;
}

/** One thing met on the way. */
export type Item = Place & What;

export interface Place {
  readonly unit: Unit;
  /** For people; absent when there is no file. */
  readonly file: string | undefined;
  /** Within the skill, with `/`. */
  readonly path: string;
}

/** What is scanned together: a skill. All its items follow each other. */
export interface Unit {
  /** For people; absent when code was given as text. */
  readonly path: string | undefined;
  /** The path byte for byte. */
  readonly key?: string;
}

type What =
  | {
      readonly kind: "file";
      readonly bytes: Uint8Array /** Set when `bytes` are only its beginning. */;
      readonly size?: number;
    }
  | { /** Compressed history; `file` is the first of them. */ readonly kind: "git-objects"; readonly count: number }
  | { /** A folder that holds more than was listed. */ readonly kind: "cut"; readonly reason: string }
  | { readonly kind: "link"; readonly target: string /** Of the skill. */; readonly leadsOut: boolean }
  | { readonly kind: "refused"; readonly cause: Refused["cause"]; readonly reason: string }
  | OverBudget;

/**
 * Opens what the targets name, one file at a time: the bytes of an item are garbage before the next is read.
 *
 * @throws SandboxError `not-found` or `unreadable` when something that was named is missing, empty, too large, or
 *   neither file nor folder; what lies in a folder never throws
 */
export function* collect(targets: readonly Target[], limits: CollectLimits = LIMITS): Generator<Item> {
  const budget = new ReadBudget(limits);
  const seen = new Set<string>();
  for (const target of targets) {
    if (target.kind === "path") yield* onlyNew(fromPath(rawPath(target.path), budget), seen);
    else if (target.kind === "changed") yield* fromChange(target, budget);
    else yield given(textOf(target, limits.fileBytes));
  }
}

/** Skills that no target before had: `skills skills/weather` names one twice. Names that only look alike are told apart. */
function* onlyNew(items: Iterable<Item>, seen: Set<string>): Generator<Item> {
  let last: string | undefined;
  let isKnown = false;
  for (const item of items) {
    const { key = "" } = item.unit;
    if (key !== last) isKnown = seen.has(key);
    seen.add(key);
    last = key;
    if (!isKnown) yield item;
  }
}

/**
 * The targets with the standard input read. Reading it blocks the whole process, so it is done before anything asks for
 * signals: until then they end a process by themselves.
 *
 * @throws SandboxError `unreadable` when it is too large or empty
 */
export function withStdin(targets: readonly Target[], { fileBytes }: CollectLimits = LIMITS): readonly Target[] {
  return targets.map((target) =>
    target.kind === "stdin" ? { kind: "bytes", bytes: textOf(target, fileBytes) } : target,
  );
}

/** What was given as text is taken for Python, unless it says what it is: by a `#!` line, or the front matter of a SKILL.md. */
function given(bytes: Uint8Array): Item {
  const [, says] = /^(#!|---\r?\n)/.exec(Buffer.from(bytes.subarray(0, 5)).toString("latin1")) ?? [];
  const path = says === undefined ? "code.py" : says === "#!" ? "code" : "SKILL.md";
  return { kind: "file", unit: NO_UNIT, file: undefined, path, bytes };
}

const NO_UNIT: Unit = { path: undefined };

function* fromPath(path: RawPath, budget: ReadBudget): Generator<Item> {
  if (isFolder(path)) yield* fromFolder(path, budget);
  else yield named(path, budget.limits.fileBytes);
}

function isFolder(path: RawPath): boolean {
  try {
    return statSync(pathBytes(path)).isDirectory();
  } catch (error) {
    throw cannotScan(path, refusal(error));
  }
}

function named(path: RawPath, maxBytes: number): Item {
  const read = readFile(path, { maxBytes, follow: true });
  if (read.kind === "refused") throw cannotScan(path, read);
  const file = displayPath(path);
  if (read.size !== undefined) throw unreadable(`cannot scan ${file}: larger than ${maxBytes / MIB} MiB`);
  if (read.bytes.length === 0) throw unreadable(`cannot scan ${file}: it is empty`);
  return alone(file, read);
}

function alone(file: string, read: Extract<FileRead, { kind: "file" }>): Item {
  const name = nameOf(file);
  return {
    ...read,
    unit: { path: file, key: file },
    file,
    path: looksLikePython(name, read.bytes) ? `${name}.py` : name,
  };
}

function* fromChange({ path, inside }: Changed, budget: ReadBudget): Generator<Item> {
  const file = displayPath(path);
  const place = { unit: { path: file }, file, path: nameOf(file) };
  if (lstatSync(pathBytes(path), { throwIfNoEntry: false })?.isDirectory() === true)
    return yield* fromChangedFolder(path, place, budget);
  const read = readInside(path, budget.limits.fileBytes);
  if (read.kind === "file") {
    if (read.bytes.length > 0) yield alone(file, read);
  } else if (read.cause !== "missing") yield { ...place, ...(linkAt(path, inside) ?? read) };
}

function* fromChangedFolder(path: RawPath, place: Place, budget: ReadBudget): Generator<Item> {
  try {
    yield* fromFolder(path, budget);
  } catch (error) {
    if (!(error instanceof SandboxError)) throw error;
    const reason = error.code === "not-found" ? "an empty folder, as of a submodule that is not here" : error.message;
    yield { ...place, kind: "refused", cause: "unreadable", reason };
  }
}

function* fromFolder(root: RawPath, budget: ReadBudget): Generator<Item> {
  const places = new Places();
  const objects = new GitObjects();
  let empty = true;
  for (const met of walk(root)) {
    if (met.kind === "passed-by" && met.path === root) throw cannotScan(root, met.refused);
    empty = false;
    const place = places.of(met);
    yield* objects.before(place.unit);
    if (met.kind === "git-object") objects.add(place);
    else yield { ...place, ...look(met, budget) };
  }
  yield* objects.before(undefined);
  if (empty) {
    throw new SandboxError("not-found", `cannot scan ${displayPath(root)}: there is no file in it`);
  }
}

/** Counts the compressed history of a skill, and tells of it when the skill is at its end. */
class GitObjects {
  #first: Place | undefined;
  #count = 0;

  add(place: Place): void {
    this.#first ??= place;
    this.#count++;
  }

  *before(unit: Unit | undefined): Generator<Item> {
    if (this.#first === undefined || this.#first.unit === unit) return;
    yield { ...this.#first, kind: "git-objects", count: this.#count };
    this.#first = undefined;
    this.#count = 0;
  }
}

/** Gives the items of one skill one and the same unit. */
class Places {
  #skill: RawPath | undefined;
  #unit: Unit = NO_UNIT;

  of({ skill, path }: Met): Place {
    if (skill !== this.#skill)
      this.#unit = { path: displayPath(skill), key: skill.replace(/^(?:\.\/+)+(?=.)|(?<=.)\/+$/g, "") };
    this.#skill = skill;
    return { unit: this.#unit, file: displayPath(path), path: relativePath(skill, path) };
  }
}

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf("/") + 1);
}

function look(met: Exclude<Met, { kind: "git-object" }>, budget: ReadBudget): What {
  if (met.kind === "cut") return { kind: "cut", reason: met.reason };
  if (met.kind === "passed-by")
    return (
      linkedFile(met.path, met.skill, budget) ?? linkAt(met.path, relativePath(met.skill, met.path)) ?? met.refused
    );
  return budget.spent(met.skill) ?? budget.charge(met.skill, readInside(met.path, budget.limits.fileBytes));
}

/** Where a link leads, without going there. Undefined for what is no link, or no longer. */
function linkAt(path: RawPath, inside: string): What | undefined {
  try {
    const target = readlinkSync(pathBytes(path));
    const from = posix.dirname(inside);
    const leadsOut = posix.isAbsolute(target) || /^\.\.(?:\/|$)/.test(posix.join(from, target));
    return { kind: "link", target, leadsOut };
  } catch {
    return undefined; // EINVAL for all but links; the caller has a reason for those
  }
}

function readInside(path: RawPath, maxBytes: number): FileRead {
  return readFile(path, { maxBytes, follow: false });
}

function textOf(target: Exclude<Target, { kind: "path" | "changed" }>, maxBytes: number): Uint8Array {
  if (target.kind === "code") return Buffer.from(target.text, "utf8");
  if (target.kind === "bytes") return target.bytes;
  const bytes = readStdin(maxBytes);
  if (bytes === undefined) throw unreadable(`cannot scan the standard input: larger than ${maxBytes / MIB} MiB`);
  if (bytes.length === 0) throw unreadable("cannot scan the standard input: it is empty");
  return bytes;
}
