// The modules of a skill: its own files, read when another file imports them.
import { keep } from "./arena";
import { Evaluator } from "./evaluator";
import { numberFrom } from "./fold";
import { isNothing } from "./bindings";
import { Language } from "./language";
import { ClassValue } from "./objects";
import { allowWork, readFile } from "./read-file";
import { Skill, SkillFile } from "./skill";
import { finish } from "./statements";
import { addSteps } from "./steps";

/** Files of one name that are looked at: attackers may ship thousands. */
const MAX_ALIKE: i32 = 64;

/** What the files of a skill are called as modules, and what they offer. */
export class Modules {
  /** Files by the symbol of their name without extension; for `__init__.py` by that of its folder. */
  private byName: Map<i32, i32[]> = new Map<i32, i32[]>();
  private indexed: i32 = 0;
  private reading: i32 = 0;
  private waiting: Evaluator[] = [];

  constructor(private skill: Skill) {}

  /** The file of a dotted name, given as symbols, that is nearest to the importing file. Null when the skill has none. */
  find(importer: i32, names: StaticArray<i32>): SkillFile | null {
    if (names.length == 0 || this.skill.files.length < 2) return null;
    this.index();
    const last = unchecked(names[names.length - 1]);
    if (!this.byName.has(last)) return null;
    const alike = this.byName.get(last);
    let best = -1;
    let bestScore = -1;
    for (let i = 0; i < alike.length && i < MAX_ALIKE; i++) {
      const score = this.likeness(this.skill.files[alike[i]], importer, names);
      if (score <= bestScore || alike[i] == importer) continue;
      best = alike[i];
      bestScore = score;
    }
    return best < 0 ? null : this.skill.files[best];
  }

  /** The functions of this file are walked when the outermost file's own statements are done. */
  finishLater(e: Evaluator): void {
    keep();
    this.waiting.push(e);
  }

  /** A file is read from here on, maybe for another one. */
  begin(): void { this.reading++; }

  end(): void {
    for (let i = 0; this.reading == 1 && i < this.waiting.length; i++) {
      allowWork(this.skill, this.waiting[i].unit);
      finish(this.waiting[i]);
    }
    if (--this.reading == 0) this.waiting = [];
  }

  private index(): void {
    const files = this.skill.files;
    for (; this.indexed < files.length; this.indexed++) {
      const symbol = this.nameOf(files[this.indexed]);
      if (symbol == 0) continue;
      keep();
      if (!this.byName.has(symbol)) this.byName.set(symbol, []);
      this.byName.get(symbol).push(this.indexed);
    }
  }

  private nameOf(file: SkillFile): i32 {
    if (file.unit.language != Language.Python) return 0;
    const end = moduleEnd(file);
    let from = end;
    while (from > 0 && file.path.at(from - 1) != SLASH) from--;
    return from == end ? 0 : this.skill.names.of(String.UTF8.decodeUnsafe(file.path.start + from, end - from));
  }

  /** Bytes that the file's folder has in common with the importer's, when it ends in these names; else -1. */
  private likeness(file: SkillFile, importer: i32, names: StaticArray<i32>): i32 {
    let at = moduleEnd(file);
    for (let i = names.length - 1; i >= 0; i--) {
      const name = this.skill.names.text[unchecked(names[i])];
      at -= name.length;
      if (at < 0 || (at > 0 && file.path.at(at - 1) != SLASH)) return -1;
      for (let j = 0; j < name.length; j++) if (file.path.at(at + j) != name.charCodeAt(j)) return -1;
      at--;
    }
    addSteps(names.length);
    if (importer < 0) return 0;
    const other = this.skill.files[importer].path;
    let common = 0;
    while (common < at && common < other.length && file.path.at(common) == other.at(common)) common++;
    return common;
  }
}

/** Where the path ends that names a module: before `.py`, or before `/__init__.py`. */
function moduleEnd(file: SkillFile): i32 {
  let end = file.path.lastIndexOf(DOT);
  if (end < 0) return 0;
  if (end >= INIT.length && file.path.from(end - INIT.length).to(INIT.length).holds(INIT)) end -= INIT.length + 1;
  return max(end, 0);
}

const INIT = "__init__";
const DOT: i32 = 46;
const SLASH: i32 = 47;

/** What the file offers as a module; reads it first. Empty while it is being read, null when it is no code. */
export function moduleOfFile(skill: Skill, file: SkillFile): ClassValue | null {
  readFile(skill, file);
  return file.unit.exports;
}

/** What the module has bound by the end of its own statements. */
export function fillExports(e: Evaluator, exports: ClassValue): void {
  keep();
  const base = e.values.length;
  for (let i = 0; i < e.bindings.count; i++) {
    const binding = e.bindings.at(i);
    if (isNothing(binding.value)) continue;
    e.values.push(numberFrom(binding.symbol, 0));
    e.values.push(binding.value);
  }
  exports.members = e.takeValues(base);
}
