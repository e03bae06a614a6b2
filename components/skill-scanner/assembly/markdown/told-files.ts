// Files that a text tells to write: `Append to SOUL.md:` and a quotation, or a block of code. Rules hear of them as of
// files that a program writes.
import { keptCount, mark, takeBack } from "../arena";
import { Bytes } from "../bytes";
import { Evaluator } from "../evaluator";
import { Skill } from "../skill";
import { addSteps } from "../steps";
import { Unit } from "../unit";
import { tellWritten } from "../written-files";

/** Bytes before a block in which the file is named. */
const REACH: i32 = 240;
/** Lines of them: `Open AGENTS.md.` and `At its end insert: "…"`. */
const MOST_LINES: i32 = 2;
/** Shorter quotations are words. */
const SHORTEST: i32 = 20;
const MAX_FILES: i32 = 64;
/** Paths in the lines before a block, and bytes of it: what is to be added to a file is short. */
const MAX_PATHS: i32 = 4;
const LONGEST: i32 = 1 << 15;

// Literals between blanks: what is made at start-up does not survive the arena.
const VERBS: string = " add append put write insert paste save create place edit include prepend copy update store set modify persist remember inject drop keep commit record load plant carry establish import ";

/** What is to be written, and where the text before it begins in which the file is named. */
class ToldFile {
  constructor(readonly before: i32, readonly from: i32, readonly to: i32) {}
}

export class ToldFiles {
  private readonly told: ToldFile[] = [];

  /** A block or a quotation stands here; `at`: where the lines end that may say what it is for. */
  block(source: usize, start: i32, at: i32, from: i32, to: i32): void {
    if (to - from < SHORTEST || this.told.length >= MAX_FILES) return;
    const before = this.before(source, max(start, at - REACH), at);
    if (before >= 0) this.told.push(new ToldFile(before, from, to));
  }

  /** Where the lines before `at` begin, when one of their verbs writes; -1 otherwise. */
  private before(source: usize, first: i32, at: i32): i32 {
    let p = at, lines = 0, word = at;
    let writes = false, isText = false;
    while (p > first) {
      const byte = load<u8>(source + p - 1) as i32;
      if (isLetter(byte)) isText = true;
      else {
        if (word > p && new Bytes(source + p, word - p).isAny(VERBS)) writes = true;
        word = p - 1;
        if (byte == 10 && isText && ++lines == MOST_LINES) break;
        if (byte == 10) isText = false;
      }
      p--;
    }
    addSteps(at - p);
    return writes || (word > p && new Bytes(source + p, word - p).isAny(VERBS)) ? p : -1;
  }

  /** Tells the rules of each file that is named there. */
  tell(skill: Skill, unit: Unit): void {
    if (this.told.length == 0) return;
    const e = new Evaluator(skill, unit);
    for (let i = 0; i < this.told.length; i++) {
      const start = mark(), kept = keptCount();
      this.tellOf(e, unit, unchecked(this.told[i]));
      takeBack(start, kept);
    }
    e.end();
  }

  private tellOf(e: Evaluator, unit: Unit, told: ToldFile): void {
    const source = unit.start;
    const to = told.from;
    const end = min(told.to, to + LONGEST);
    let paths = 0;
    for (let p = told.before; p < to && paths < MAX_PATHS; ) {
      const behind = pathEnd(source, p, to);
      if (isPath(source, p, behind)) {
        const path = e.texts.slice(unit.source, p, behind, p, true);
        tellWritten(e, path, e.texts.slice(unit.source, to, end, to, true), to);
        paths++;
      }
      p = behind + 1;
    }
  }
}

function pathEnd(source: usize, p: i32, to: i32): i32 {
  let end = p;
  while (end < to && isPathByte(load<u8>(source + end))) end++;
  while (end > p && load<u8>(source + end - 1) == 0x2e) end--; // of the sentence
  return end;
}

/** A name with an extension or a dot before it, and no host. */
function isPath(source: usize, from: i32, to: i32): bool {
  if (to - from < 4) return false;
  if (new Bytes(source + from, to - from).isAny(" memory memories memory_store memory-store ")) return true;
  for (let p = to - 1; p >= from && load<u8>(source + p) != 0x2f; p--) if (load<u8>(source + p) == 0x2e) return true;
  return false;
}

/** `. / ~ $ - _` and letters: no colon, so that addresses fall apart. */
function isPathByte(byte: i32): bool {
  return isLetter(byte) || (byte >= 48 && byte <= 57) || byte == 0x2e || byte == 0x2f || byte == 0x7e || byte == 0x24 || byte == 0x2d || byte == 0x5f;
}

function isLetter(byte: i32): bool {
  const letter = byte | 32;
  return letter >= 97 && letter <= 122;
}
