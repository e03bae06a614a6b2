// Reads batch files, and lines that are handed to cmd.exe.
import { keep } from "../arena";
import { Node } from "../ast";
import { Bytes } from "../bytes";
import { readLines, tellText } from "../commands/powershell";
import { evaluatorOf, unitOf } from "../commands/read-shell";
import { Shell } from "../commands/shell";
import { captured, walkRest, walkScript } from "../commands/statements";
import { Evaluator } from "../evaluator";
import { Language } from "../language";
import { reportFaults } from "../report-faults";
import { Skill } from "../skill";
import { addSteps } from "../steps";
import { NODE_SHELL_WINDOWS_TEXT } from "../tables";
import { enter, MAX_LEVEL, Unit } from "../unit";
import { TextValue, Value } from "../value";
import { BatchParser } from "./parser";

/** What parsing costs of the folding budget, a byte. */
const COST: i32 = 8;

/** Whether a text begins as batch files do. */
export function beginsBatch(text: Bytes): bool {
  let from = 0;
  while (from < text.length && from < 64 && (text.at(from) <= 32 || text.at(from) == 0xef || text.at(from) == 0xbb || text.at(from) == 0xbf)) from++;
  return text.from(from).startsWith("@echo off");
}

/** A file, or code inside of another language. */
export function readBatch(skill: Skill, unit: Unit): void {
  unit.language = Language.Batch;
  const shell = new Shell(skill.names);
  const evaluator = evaluatorOf(skill, unit, shell);
  readLines(evaluator, unit.source, 0, unit.length, -1);
  tellText(evaluator, NODE_SHELL_WINDOWS_TEXT, unit.source, unit.length);
  walkScript(evaluator, parseBatch(skill, unit));
  walkRest(shell);
}

/** Of what is out of place nothing is reported: cmd.exe itself stops at nothing. */
export function parseBatch(skill: Skill, unit: Unit): Node {
  const probes = skill.names.probes; // of the units before
  const parser = new BatchParser(unit.source, unit.length, skill.names);
  const module = parser.module();
  addSteps(parser.steps - probes);
  parser.faults.errors = 0;
  if (unit.level == 0) reportFaults(parser.faults, unit, skill.findings);
  skill.tables.ruleNamesFor(skill.names.text.length);
  return module;
}

/** A text of another language that is a batch file: whoever writes one has it run. */
export function readAsBatch(e: Evaluator, text: TextValue, place: i32): void {
  if (e.isPowerShell || !beginsBatch(new Bytes(changetype<usize>(text.bytes) + text.from, text.length))) return;
  runBatch(e, text, "a batch file in a text", place);
}

/** A line or more for cmd.exe, wherever it comes from; what it writes. */
export function runBatch(e: Evaluator, text: TextValue, layer: string, place: i32): Value {
  if (text.length == 0 || e.unit.level >= MAX_LEVEL || !e.texts.charge(text.length * COST)) return e.unknown;
  keep(); // the names of the unit stay
  const unit = unitOf(e, text, Language.Batch, layer, place);
  unit.holeLabels = text.labels;
  unit.hasHoles = text.holes;
  const own = e.shell;
  const shell = own === null ? new Shell(e.names) : own;
  const before = enter(e.findings, unit);
  const inner = evaluatorOf(e.skill, unit, shell);
  const output = captured(inner, parseBatch(e.skill, unit));
  if (own === null) walkRest(shell);
  enter(e.findings, before);
  return output;
}
