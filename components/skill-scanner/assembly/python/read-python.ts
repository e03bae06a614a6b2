// Reads Python: text patterns, then the tree.
import { Evaluator } from "../evaluator";
import { matchSource } from "../characters";
import { readLineComments } from "../prose/read-prose";
import { reportFaults } from "../report-faults";
import { Skill } from "../skill";
import { run } from "../statements";
import { addSteps } from "../steps";
import { Unit } from "../unit";
import { Lexer } from "./lexer";
import { Parser } from "./parser";

const HASH: i32 = 0x23;

export function readPython(skill: Skill, unit: Unit): void {
  if (unit.level == 0) matchSource(skill.findings, unit.start, unit.length);
  readLineComments(skill, unit, HASH);
  const probes = skill.names.probes; // of the units before
  const parser = new Parser(new Lexer(unit.source, unit.length, skill.names));
  const module = parser.module();
  addSteps(parser.steps - probes);
  if (unit.level == 0) reportFaults(parser.lx.faults, unit, skill.findings);
  run(new Evaluator(skill, unit), module);
}
