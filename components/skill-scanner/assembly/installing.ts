// Code that runs when a package is installed, before anybody has used it: setup.py, the commands of Python's installer that
// a package brings itself, and the files that npm's hooks start.
import { Bytes } from "./bytes";
import { Evaluator } from "./evaluator";
import { Frame } from "./functions";
import { ClassValue } from "./objects";
import { Skill, SkillFile } from "./skill";
import { addSteps } from "./steps";
import { Intrinsic, NODE_INTRINSIC } from "./tables";
import { V } from "./value";

/** Callers that are asked whose method they are. */
const MAX_CALLERS: i32 = 8;

export function isInstalling(e: Evaluator): bool {
  const file = e.unit.file;
  const files = e.skill.files;
  if (file >= 0 && file < files.length) {
    if (!e.skill.knowsHooks) findHooks(e.skill);
    if (unchecked(files[file]).installs) return true;
  }
  let frame: Frame | null = e.frame;
  for (let i = 0; i < MAX_CALLERS && frame !== null; i++) {
    const owner = frame.called.code.owner;
    if (owner !== null && isCommand(owner)) return true;
    frame = frame.outer !== null ? frame.outer : frame.caller;
  }
  return false;
}

/** Nobody has called anything: a module of a package is imported, or the package is installed. */
export function isImporting(e: Evaluator): bool {
  if (isInstalling(e)) return true;
  const file = e.unit.file;
  if (e.frame !== null || e.unit.level > 0 || file < 0 || file >= e.skill.files.length) return false;
  const path = unchecked(e.skill.files[file]).path;
  return e.unit.isPackaged || path.from(path.lastIndexOf(SLASH) + 1).isAny(" __init__.py ");
}

/** Its base is a command of the installer. */
function isCommand(owner: ClassValue): bool {
  for (let i = 0; i < owner.bases.length; i++) {
    const base = unchecked(owner.bases[i]);
    if (base.kind == V.Path && (load<u8>(NODE_INTRINSIC + base.node) as i32) == Intrinsic.installCommand) return true;
  }
  return false;
}

/** Marks the files of a skill that run when it is installed. */
function findHooks(skill: Skill): void {
  skill.knowsHooks = true;
  const files = skill.files;
  for (let i = 0; i < files.length; i++) {
    const file = unchecked(files[i]);
    const folder = file.path.lastIndexOf(SLASH) + 1;
    const name = file.path.from(folder);
    if (name.isAny(" setup.py extconf.rb ") || name.endsWith(".gemspec")) file.installs = true;
    if (name.isAny(" package.json ")) findScripts(skill, file, folder);
  }
}

/** A manifest is read this far. */
const MAX_MANIFEST: i32 = 1 << 16;

/** The files that hooks of a package.json name: each text behind one of these keys is a command. */
function findScripts(skill: Skill, manifest: SkillFile, folder: i32): void {
  const source = new Bytes(manifest.unit.start, min(manifest.unit.length, MAX_MANIFEST));
  addSteps(source.length >> 3);
  for (let p = 0; p < source.length; p++) {
    if (source.at(p) != QUOTE) continue;
    const end = textEnd(source, p + 1);
    if (isHook(source, p + 1, end)) {
      let q = end + 1;
      while (q < source.length && (source.at(q) <= 32 || source.at(q) == COLON)) q++;
      if (q < source.length && source.at(q) == QUOTE) markNamed(skill, manifest, folder, source, q + 1, textEnd(source, q + 1));
    }
    p = end;
  }
}

function isHook(source: Bytes, from: i32, to: i32): bool {
  return new Bytes(source.start + from, max(to - from, 0)).isAny(" preinstall install postinstall ");
}

function textEnd(source: Bytes, from: i32): i32 {
  let p = from;
  while (p < source.length && source.at(p) != QUOTE) p += source.at(p) == BACKSLASH ? 2 : 1;
  return min(p, source.length);
}

/** Words of the command that are files beside the manifest. */
function markNamed(skill: Skill, manifest: SkillFile, folder: i32, source: Bytes, from: i32, to: i32): void {
  let word = from;
  for (let p = from; p <= to; p++) {
    if (p < to && source.at(p) > 32 && source.at(p) != SEMICOLON && source.at(p) != AMPERSAND) continue;
    if (p > word) markFile(skill, manifest, folder, new Bytes(source.start + word, p - word));
    word = p + 1;
  }
}

function markFile(skill: Skill, manifest: SkillFile, folder: i32, word: Bytes): void {
  let name = word;
  while (name.length > 2 && name.at(0) == DOT && name.at(1) == SLASH) name = name.from(2);
  addSteps(skill.files.length);
  for (let i = 0; i < skill.files.length; i++) {
    const path = unchecked(skill.files[i]).path;
    if (path.length < folder + name.length || !isSame(path, manifest.path, folder) || !isSame(path.from(folder), name, name.length)) continue;
    const rest = path.from(folder + name.length);
    if (rest.length == 0 || rest.isAny(" .js .cjs .mjs /index.js ") || (name.length == 1 && name.at(0) == DOT)) unchecked(skill.files[i]).installs = true;
  }
}

function isSame(a: Bytes, b: Bytes, length: i32): bool {
  return memory.compare(a.start, b.start, length) == 0;
}

const QUOTE: i32 = 34;
const AMPERSAND: i32 = 38;
const DOT: i32 = 46;
const SLASH: i32 = 47;
const COLON: i32 = 58;
const SEMICOLON: i32 = 59;
const BACKSLASH: i32 = 92;
