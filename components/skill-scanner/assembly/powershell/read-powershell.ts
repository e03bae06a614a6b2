// The tree of a PowerShell script.
import { Node } from "../ast";
import { reportFaults } from "../report-faults";
import { Skill } from "../skill";
import { addSteps } from "../steps";
import { Unit } from "../unit";
import { PowerParser } from "./parser";

export function parsePower(skill: Skill, unit: Unit): Node {
  const probes = skill.names.probes; // of the units before
  const parser = new PowerParser(unit.source, unit.length, skill.names);
  const module = parser.module();
  addSteps(parser.steps - probes);
  if (unit.level == 0) reportFaults(parser.faults, unit, skill.findings);
  skill.tables.ruleNamesFor(skill.names.text.length);
  return module;
}
