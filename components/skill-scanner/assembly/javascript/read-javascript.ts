// Reads JavaScript and TypeScript: text patterns, comments, then the tree.
import { Evaluator } from "../evaluator";
import { matchLine, matchSource } from "../matcher";
import { reportFaults } from "../report-faults";
import { Skill } from "../skill";
import { run } from "../statements";
import { addSteps } from "../steps";
import { RULE_MANGLED_NAMES, RULE_SYMBOLS_ONLY } from "../tables";
import { Unit } from "../unit";
import { Lexer } from "./lexer";
import { Parser } from "./parser";
import { symbolsOnlyAt } from "./symbols-only";

/** Mentions of names such as `_0x3fa2b1` that make a file one that an obfuscator has written. */
const MANY_MANGLED: i32 = 12;

export function readJavaScript(skill: Skill, unit: Unit): void {
  const findings = skill.findings;
  if (unit.level == 0) matchSource(findings, unit.start, unit.length);
  const probes = skill.names.probes; // of the units before
  const lexer = new Lexer(unit.source, unit.length, skill.names);
  const parser = new Parser(lexer, unit.syntax);
  const module = parser.module();
  addSteps(parser.steps - probes);
  if (unit.level == 0) reportFaults(lexer.faults, unit, findings);
  if (lexer.mangled >= MANY_MANGLED) findings.add(RULE_MANGLED_NAMES, lexer.mangledAt);
  const symbols = symbolsOnlyAt(unit);
  if (symbols >= 0) findings.add(RULE_SYMBOLS_ONLY, symbols);
  comments(skill, unit, lexer);
  run(new Evaluator(skill, unit), module);
}

/** Each line of a comment is matched by itself, as in other languages. */
function comments(skill: Skill, unit: Unit, lexer: Lexer): void {
  const source = unit.source;
  for (let i = 0; i < lexer.comments.length; i += 2) {
    let from = lexer.comments[i];
    const end = lexer.comments[i + 1];
    for (let p = from; p <= end; p++) {
      if (p < end && unchecked(source[p]) != 10 && unchecked(source[p]) != 13) continue;
      matchLine(skill.findings, unit.start, unit.start + from, unit.start + p);
      from = p + 1;
    }
  }
}
