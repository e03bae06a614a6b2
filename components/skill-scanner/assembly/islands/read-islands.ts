// Reads a language as islands: text patterns, comments, then the tree of what was understood.
import { Evaluator } from "../evaluator";
import { readComments } from "../javascript/read-javascript";
import { matchSource } from "../characters";
import { readLineComments } from "../prose/read-prose";
import { Skill } from "../skill";
import { run } from "../statements";
import { addSteps } from "../steps";
import { RULE_NOT_READ, RULE_SYNTAX_ERROR, RULE_TOO_DEEP } from "../tables";
import { Unit } from "../unit";
import { FIRST, flagsOf, Has } from "./dialects";
import { IslandLexer } from "./lexer";
import { IslandParser } from "./parser";

const HASH: i32 = 0x23;

export function readIslands(skill: Skill, unit: Unit): void {
  const dialect = unit.language - FIRST;
  if (unit.level == 0) matchSource(skill.findings, unit.start, unit.length);
  const probes = skill.names.probes; // of the units before
  const parser = new IslandParser(new IslandLexer(unit.source, unit.length, skill.names, dialect));
  const module = parser.module();
  addSteps(parser.steps - probes);
  noteGap(skill, unit, parser);
  if (flagsOf(dialect) & Has.HASHES) readLineComments(skill, unit, HASH);
  readComments(skill, unit, parser.lx.comments, (flagsOf(dialect) & Has.SLASHES) != 0);
  run(new Evaluator(skill, unit), module);
}

/** What was stepped over is no fault of the file: it is told as a part that was not analysed. */
function noteGap(skill: Skill, unit: Unit, parser: IslandParser): void {
  const faults = parser.faults;
  if (faults.cutoffs > 0 && unit.level == 0) skill.findings.add(RULE_TOO_DEEP, 0);
  if (faults.skippedFrom > 0 && unit.level == 0) skill.findings.add(RULE_NOT_READ, 0);
  if (unit.level == 0 && unit.file >= 0 && unit.file < skill.files.length && faults.errors > 0) skill.files[unit.file].gap = RULE_SYNTAX_ERROR;
}
