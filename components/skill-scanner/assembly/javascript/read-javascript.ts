// Reads JavaScript and TypeScript: text patterns, comments, then the tree.
import { Evaluator } from "../evaluator";
import { matchCharacters, matchSource } from "../characters";
import { Channel } from "../prose/prose";
import { isWorthReading, readLineComments, readProse } from "../prose/read-prose";
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
const MANY_MANGLED: i32 = 8;

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
  readComments(skill, unit, lexer.comments, true);
  run(new Evaluator(skill, unit), module);
}

/** Comments are matched line by line, and read as prose: those of whole lines together, the others one by one. */
export function readComments(skill: Skill, unit: Unit, comments: i32[], hasSlashes: bool): void {
  const source = unit.source;
  if (hasSlashes) readLineComments(skill, unit, SLASH);
  for (let i = 0; i < comments.length; i += 2) {
    const start = comments[i], end = comments[i + 1];
    if (start > 0 && (unchecked(source[start - 1]) as i32) == STAR && isWorthReading(unit, start, end)) readProse(skill, unit, start, end, Channel.Comment, true);
    if (unit.level > 0) matchCharacters(skill.findings, unit.start, start, end);
  }
}

const SLASH: i32 = 0x2f;
const STAR: i32 = 0x2a;
