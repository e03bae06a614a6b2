// Reads shell scripts, and texts that are handed to a shell, whoever hands them over.
import { keep } from "../arena";
import { Node } from "../ast";
import { beginsBatch, parseBatch } from "../batch/read-batch";
import { Bytes } from "../bytes";
import { Evaluator } from "../evaluator";
import { Language } from "../language";
import { matchSource } from "../characters";
import { startsByItself } from "../repeating";
import { reportFaults } from "../report-faults";
import { ShellParser } from "../shell/parser";
import { Skill } from "../skill";
import { addSteps } from "../steps";
import { NODE_SHELL_SHOWN_TEXT, NODE_SHELL_WINDOWS_TEXT } from "../tables";
import { enter, madeIn, MAX_LEVEL, partOf, Unit } from "../unit";
import { TextValue, Value } from "../value";
import { parsePower } from "../powershell/read-powershell";
import { readLines, tellText } from "./powershell";
import { captured, walkRest, walkScript } from "./statements";
import { Shell } from "./shell";

/** What parsing costs of the folding budget, a byte. */
const COST: i32 = 8;

/** A file, or code inside of another language. */
export function readShell(skill: Skill, unit: Unit): void {
  if (unit.level == 0) matchSource(skill.findings, unit.start, unit.length);
  if (isForCmd(skill, unit)) { readForWindows(skill, unit, Language.Batch); return; }
  if (unit.isForWindows || (unit.level == 0 && hasExtension(skill, unit, POWERSHELL))) { readForWindows(skill, unit, Language.PowerShell); return; }
  const shell = new Shell(skill.names);
  const evaluator = evaluatorOf(skill, unit, shell);
  const repeats = unit.level == 0 && startsByItself(unchecked(skill.files[unit.file]).path) ? 1 : 0;
  skill.world.repeats += repeats;
  walkScript(evaluator, parse(skill, unit));
  walkRest(shell);
  skill.world.repeats -= repeats;
  if (unit.isShown && unit.pinned < 0) tellText(evaluator, NODE_SHELL_SHOWN_TEXT, unit.source, unit.length);
}

/** Its lines as texts, and the tree. */
function readForWindows(skill: Skill, unit: Unit, language: i32): void {
  unit.language = language;
  const shell = new Shell(skill.names);
  const evaluator = evaluatorOf(skill, unit, shell);
  readLines(evaluator, unit.source, 0, unit.length, -1);
  tellText(evaluator, NODE_SHELL_WINDOWS_TEXT, unit.source, unit.length);
  walkScript(evaluator, treeOf(skill, unit));
  walkRest(shell);
}

/** A batch file, by its name or, inside of a program, by the way it begins: a shell goes on behind `@echo off`. */
function isForCmd(skill: Skill, unit: Unit): bool {
  if (unit.isBatch) return true;
  return unit.level == 0 ? hasExtension(skill, unit, BATCH) : !unit.isShown && beginsBatch(new Bytes(unit.start, unit.length));
}

function hasExtension(skill: Skill, unit: Unit, extensions: string): bool {
  const path = unchecked(skill.files[unit.file]).path;
  return path.from(path.lastIndexOf(46) + 1).isAny(extensions);
}

/** Extensions, between blanks: see language.ts. */
const POWERSHELL = " ps1 psm1 psd1 ";
const BATCH = " bat cmd ";

/**
 * A text that some program hands to a shell: holes are words of which only the text's labels are known. What is found
 * in it stands where the text does when that is a part of the unit, else at `place`. Returns what it writes to its
 * standard output.
 */
export function runText(e: Evaluator, text: TextValue, layer: string, place: i32): Value {
  return runIn(e, text, Language.Shell, layer, place);
}

/** The same in another language that is walked as shells are. */
export function runIn(e: Evaluator, text: TextValue, language: i32, layer: string, place: i32): Value {
  if (text.length == 0 || e.unit.level >= MAX_LEVEL || !e.texts.charge(text.length * COST)) return e.unknown;
  keep(); // the names of the unit stay
  const unit = unitOf(e, text, language, layer, place);
  unit.holeLabels = text.labels;
  unit.hasHoles = text.holes;
  const own = e.shell;
  const shell = own === null ? new Shell(e.names) : own;
  const before = enter(e.findings, unit);
  const inner = evaluatorOf(e.skill, unit, shell);
  if (language == Language.PowerShell && text.bytes !== e.source) readLines(inner, unit.source, 0, unit.length, -1);
  const output = captured(inner, treeOf(e.skill, unit));
  if (own === null) walkRest(shell);
  enter(e.findings, before);
  return output;
}

/** A file of the skill that the script sources: it is read with the script's variables, whoever else reads it. */
export function runFile(e: Evaluator, unit: Unit): Value {
  const shell = e.shell;
  if (shell === null || !e.texts.charge(unit.length * COST)) return e.unknown;
  keep();
  const before = enter(e.findings, unit);
  const output = captured(evaluatorOf(e.skill, unit, shell), treeOf(e.skill, unit));
  enter(e.findings, before);
  return output;
}

function treeOf(skill: Skill, unit: Unit): Node {
  if (unit.language == Language.Batch) return parseBatch(skill, unit);
  return unit.language == Language.PowerShell ? parsePower(skill, unit) : parse(skill, unit);
}

/** The text as a unit of another language: where it stands, or made at `place`. */
export function unitOf(e: Evaluator, text: TextValue, language: i32, layer: string, place: i32): Unit {
  if (text.bytes === e.source) return partOf(e.unit, language, text.from, text.to, layer);
  return madeIn(e.unit, language, changetype<usize>(text.bytes) + text.from, text.length, place, layer);
}

export function evaluatorOf(skill: Skill, unit: Unit, shell: Shell): Evaluator {
  const evaluator = new Evaluator(skill, unit);
  evaluator.shell = shell;
  return evaluator;
}

function parse(skill: Skill, unit: Unit): Node {
  const probes = skill.names.probes; // of the units before
  const parser = new ShellParser(unit.source, unit.length, skill.names);
  const module = parser.module();
  addSteps(parser.steps - probes);
  if (unit.level == 0) reportFaults(parser.faults, unit, skill.findings);
  skill.tables.ruleNamesFor(skill.names.text.length);
  return module;
}
