// Reads batch files, and lines that are handed to cmd.exe.
import { Node } from "../ast";
import { Bytes } from "../bytes";
import { runIn } from "../commands/read-shell";
import { Evaluator } from "../evaluator";
import { Language } from "../language";
import { reportFaults } from "../report-faults";
import { Skill } from "../skill";
import { addSteps } from "../steps";
import { Unit } from "../unit";
import { TextValue, Value } from "../value";
import { BatchParser } from "./parser";

/** Whether a text begins as batch files do. */
export function beginsBatch(text: Bytes): bool {
  let from = 0;
  while (from < text.length && from < 64 && (text.at(from) <= 32 || text.at(from) == 0xef || text.at(from) == 0xbb || text.at(from) == 0xbf)) from++;
  return text.from(from).startsWith("@echo off");
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
  return runIn(e, text, Language.Batch, layer, place);
}
