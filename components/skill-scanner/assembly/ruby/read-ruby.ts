// Reads Ruby: text patterns, comments, then the tree.
import { Evaluator } from "../evaluator";
import { readComments } from "../javascript/read-javascript";
import { matchSource } from "../characters";
import { readLineComments } from "../prose/read-prose";
import { reportFaults } from "../report-faults";
import { Skill } from "../skill";
import { run } from "../statements";
import { addSteps } from "../steps";
import { Unit } from "../unit";
import { RubyLexer } from "./lexer";
import { RubyParser } from "./parser";

const HASH: i32 = 0x23;

export function readRuby(skill: Skill, unit: Unit): void {
  if (unit.level == 0) matchSource(skill.findings, unit.start, unit.length);
  readLineComments(skill, unit, HASH);
  const probes = skill.names.probes; // of the units before
  const parser = new RubyParser(new RubyLexer(unit.source, unit.length, skill.names));
  const module = parser.module();
  addSteps(parser.steps - probes);
  if (unit.level == 0) reportFaults(parser.faults, unit, skill.findings);
  readComments(skill, unit, parser.lx.comments, false);
  run(new Evaluator(skill, unit), module);
}
