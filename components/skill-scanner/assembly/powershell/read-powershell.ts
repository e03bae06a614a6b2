// Reads PowerShell: its lines as texts, and the tree.
import { N, Node } from "../ast";
import { readLines, tellText } from "../commands/powershell";
import { evaluatorOf } from "../commands/read-shell";
import { Shell } from "../commands/shell";
import { walkRest, walkScript } from "../commands/statements";
import { Language } from "../language";
import { reportFaults } from "../report-faults";
import { Skill } from "../skill";
import { addSteps } from "../steps";
import { NODE_SHELL_WINDOWS_TEXT } from "../tables";
import { Unit } from "../unit";
import { PowerParser } from "./parser";

/** A file, or code inside of another language. */
export function readPowerShell(skill: Skill, unit: Unit): void {
  unit.language = Language.PowerShell;
  const shell = new Shell(skill.names);
  const evaluator = evaluatorOf(skill, unit, shell);
  readLines(evaluator, unit.source, 0, unit.length, -1);
  tellText(evaluator, NODE_SHELL_WINDOWS_TEXT, unit.source, unit.length);
  walkScript(evaluator, parsePower(skill, unit));
  walkRest(shell);
}

export function parsePower(skill: Skill, unit: Unit): Node {
  const probes = skill.names.probes; // of the units before
  const parser = new PowerParser(unit.source, unit.length, skill.names);
  const module = parser.module();
  addSteps(parser.steps - probes);
  if (unit.level == 0) reportFaults(parser.faults, unit, skill.findings);
  skill.tables.ruleNamesFor(skill.names.text.length);
  return module;
}
