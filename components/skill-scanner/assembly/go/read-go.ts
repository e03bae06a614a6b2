// Reads Go: text patterns, comments, then the tree.
import { Evaluator } from "../evaluator";
import { readComments } from "../javascript/read-javascript";
import { matchSource } from "../characters";
import { reportFaults } from "../report-faults";
import { Skill } from "../skill";
import { run } from "../statements";
import { addSteps } from "../steps";
import { Unit } from "../unit";
import { GoLexer } from "./lexer";
import { GoParser } from "./parser";

export function readGo(skill: Skill, unit: Unit): void {
  if (unit.level == 0) matchSource(skill.findings, unit.start, unit.length);
  const probes = skill.names.probes; // of the units before
  const parser = new GoParser(new GoLexer(unit.source, unit.length, skill.names));
  const module = parser.module();
  addSteps(parser.steps - probes);
  if (unit.level == 0) reportFaults(parser.faults, unit, skill.findings);
  readComments(skill, unit, parser.lx.comments, true);
  run(new Evaluator(skill, unit), module);
}
