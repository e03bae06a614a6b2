// One text in one language: a file of the skill, or code that lies inside of another unit (a *virtual* unit): what a
// program hands to a shell, what a decoder gives, a fence in Markdown.
import { Findings } from "./findings";
import { Language } from "./language";
import { Syntax } from "./javascript/parser-cursor";
import { ClassValue } from "./objects";
import { Value } from "./value";

/** Units inside units that are still read. */
export const MAX_LEVEL: i32 = 5;

export class Unit {
  /** Place of its first byte in the skill: see Findings. */
  base: i32 = 0;
  /** When not negative, all its findings are put there: its text stands nowhere in the skill as it is. */
  pinned: i32 = -1;
  parent: Unit | null = null;
  /** What it is in its parent, for people: `base64 text`. */
  layer: string = "";
  level: i32 = 0;
  /** Labels of its unknown parts, which are HOLE bytes. */
  holeLabels: u64 = 0;
  hasHoles: bool = false;
  /** It stands where a document tells of attacks. */
  isAside: bool = false;
  /** The frontmatter of a skill: its hooks are not only shown. */
  isFrontmatter: bool = false;
  /** PowerShell or cmd.exe. */
  isForWindows: bool = false;
  /** cmd.exe. */
  isBatch: bool = false;
  /** A module of a Python package: what only such a one can do has been met. */
  isPackaged: bool = false;
  /** Number of the file that it is, or lies in. */
  file: i32 = -1;
  /** It stands in a document, or builds an image: what it does, it does not do to the machine of whoever scans it. */
  isShown: bool = false;
  /** It is, or lies in, a program: what it does is no step that somebody takes by hand. */
  isProgram: bool = false;
  /** JavaScript's Syntax: what a `<` may begin. */
  syntax: i32 = Syntax.JSX;
  /** JavaScript's `module.exports`, when it has been assigned to. */
  replaced: Value | null = null;
  /** What it offers to files that import it, once its own statements have been read: see modules.ts. */
  exports: ClassValue | null = null;

  /** `source` has four zero bytes behind `length`, as the lexers want them. */
  constructor(public language: i32, public source: StaticArray<u8>, public length: i32) {}

  @inline get start(): usize { return changetype<usize>(this.source); }
}

/**
 * A unit for a part of `parent` that stands there byte for byte: its findings are put where they are.
 * For a part of a virtual unit that is pinned they go where those of the parent go.
 */
export function partOf(parent: Unit, language: i32, from: i32, to: i32, layer: string): Unit {
  const part = inside(parent, language, parent.start + from, to - from, layer);
  part.base = parent.base + from;
  part.pinned = parent.pinned;
  return part;
}

/** A unit for text that was made: all that is found in it is put at `offset` of the unit that it came from. */
export function madeIn(parent: Unit, language: i32, text: usize, length: i32, offset: i32, layer: string): Unit {
  const made = inside(parent, language, text, length, layer);
  made.pinned = parent.pinned >= 0 ? parent.pinned : parent.base + offset;
  return made;
}

function inside(parent: Unit, language: i32, text: usize, length: i32, layer: string): Unit {
  const source = new StaticArray<u8>(length + SENTINEL);
  memory.copy(changetype<usize>(source), text, length);
  const unit = new Unit(language, source, length);
  unit.parent = parent;
  unit.layer = layer;
  unit.level = parent.level + 1;
  unit.file = parent.file;
  unit.isShown = parent.isShown;
  unit.isAside = parent.isAside;
  unit.isProgram = parent.isProgram || language == Language.Python || language == Language.JavaScript;
  return unit;
}

/** Zero bytes that the lexers want behind a text. */
const SENTINEL: i32 = 4;

/** From now on findings are of this unit; returns the one before, which the caller puts back. */
export function enter(findings: Findings, unit: Unit | null): Unit | null {
  const before = findings.unit;
  findings.unit = unit;
  return before;
}
