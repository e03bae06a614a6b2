// Modules that are files of the skill: `require("./util")`, `import { send } from "../lib/send.js"`.
import { Bytes } from "../bytes";
import { either } from "../choices";
import { Evaluator } from "../evaluator";
import { Language } from "../language";
import { readFile } from "../read-file";
import { SkillFile } from "../skill";
import { TextValue, Value } from "../value";

/** Longer paths are looked for in vain. */
const MAX_PATH: i32 = 1024;

/** What the file offers that this name means, seen from the file that is being read. */
export function ownFile(e: Evaluator, name: TextValue): Value {
  const files = e.skill.files;
  if (e.unit.file < 0 || !e.texts.charge(files.length + name.length)) return e.unknown;
  const path = joined(files[e.unit.file].path, name);
  if (path === null) return e.unknown;
  let best = 0;
  let found: SkillFile | null = null;
  for (let i = 0; i < files.length; i++) {
    const fit = fitOf(files[i], path);
    if (fit <= best || i == e.unit.file) continue;
    best = fit;
    found = files[i];
  }
  return found === null ? e.unknown : offered(e, found);
}

function offered(e: Evaluator, file: SkillFile): Value {
  readFile(e.skill, file);
  const exports = file.unit.exports;
  if (exports === null) return e.unknown;
  const replaced = file.unit.replaced;
  return replaced === null ? exports.instance : either(e, exports.instance, replaced);
}

/** The folder of the importing file and the name, without `.` and `..`; null when it leads out of the skill. */
function joined(importer: Bytes, name: TextValue): Bytes | null {
  const folder = importer.lastIndexOf(SLASH) + 1;
  if (folder + name.length > MAX_PATH) return null;
  const out = new StaticArray<u8>(MAX_PATH);
  let used = folder;
  for (let i = 0; i < folder; i++) unchecked(out[i] = importer.at(i) as u8);
  for (let from = 0; from < name.length; ) {
    let to = from;
    while (to < name.length && name.at(to) != SLASH) to++;
    const isUp = to - from == 2 && name.at(from) == DOT && name.at(from + 1) == DOT;
    if (isUp) {
      if (used == 0) return null;
      used--;
      while (used > 0 && unchecked(out[used - 1]) != SLASH) used--;
    } else if (to > from && !(to - from == 1 && name.at(from) == DOT)) {
      for (let i = from; i < to; i++) unchecked(out[used++] = name.at(i) as u8);
      if (to < name.length) unchecked(out[used++] = SLASH as u8);
    }
    from = to + 1;
  }
  return new Bytes(changetype<usize>(out), used);
}

/** 3: the very path; 2: with an extension, also another than written (`./x.js` means `x.ts`); 1: the index of a folder. */
function fitOf(file: SkillFile, path: Bytes): i32 {
  if (file.unit.language != Language.JavaScript) return 0;
  for (let i = 0; i < path.length; i++) if (i >= file.path.length || file.path.at(i) != path.at(i)) return sameStem(file.path, path) ? 2 : 0;
  if (file.path.length == path.length) return 3;
  const next = file.path.at(path.length);
  if (next == DOT) return file.path.from(path.length + 1).lastIndexOf(SLASH) < 0 ? 2 : 0;
  const rest = next == SLASH ? file.path.from(path.length + 1) : file.path.from(path.length);
  return rest.length > 6 && rest.to(6).holds("index.") && rest.lastIndexOf(SLASH) < 0 ? 1 : 0;
}

function sameStem(a: Bytes, b: Bytes): bool {
  const end = a.lastIndexOf(DOT);
  if (end < 1 || end != b.lastIndexOf(DOT)) return false;
  for (let i = 0; i < end; i++) if (a.at(i) != b.at(i)) return false;
  return true;
}

const SLASH: i32 = 47;
const DOT: i32 = 46;
