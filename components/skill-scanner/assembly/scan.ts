// One scan: look for text patterns, parse, walk the tree, write the answer.
import { Evaluator } from "./evaluator";
import { Findings } from "./findings";
import { JsonWriter } from "./json-writer";
import { matchSource } from "./matcher";
import { Faults, Lexer } from "./python/lexer";
import { Names } from "./python/names";
import { Parser } from "./python/parser";
import { report } from "./report";
import { Services } from "./services";
import { run } from "./statements";
import { addSteps } from "./steps";
import { RULE_CONFUSABLE_NAME, RULE_NOT_READ, RULE_SYNTAX_ERROR, RULE_TOO_DEEP, RULE_UNNORMALISED_NAME } from "./tables";
import { Texts } from "./texts";

/** Bytes that folding may write: so many, and so many more for each byte of the source. */
const FOLDING_BASE: i32 = 1 << 18;
const FOLDING_PER_BYTE: i32 = 8;
const MAX_FOLDING: i32 = 1 << 26;

/** `source` has zero bytes behind `length`, as the lexer wants them. */
export function scan(source: StaticArray<u8>, length: i32): JsonWriter {
  const findings = new Findings();
  matchSource(findings, changetype<usize>(source), length);
  walk(source, length, findings);
  return report(findings, source, length);
}

function walk(source: StaticArray<u8>, length: i32, findings: Findings): void {
  const names = new Names();
  const parser = new Parser(new Lexer(source, length, names));
  const module = parser.module();
  addSteps(parser.steps);
  reportFaults(parser.lx.faults, new Lines(source, length), findings);
  const services = new Services(findings);
  run(new Evaluator(source, names, findings, new Texts(findings, foldingBudget(length)), services), module);
  services.settle();
}

function foldingBudget(length: i32): i32 {
  return length > MAX_FOLDING / FOLDING_PER_BYTE ? MAX_FOLDING : FOLDING_BASE + length * FOLDING_PER_BYTE;
}

/** What the parser could not read is a finding, one of each kind: a hostile file has thousands. */
function reportFaults(faults: Faults, lines: Lines, findings: Findings): void {
  if (faults.errors > 0) findings.add(RULE_SYNTAX_ERROR, lines.start(faults.errorLine(0)));
  if (faults.cutoffs > 0) findings.add(RULE_TOO_DEEP, lines.start(faults.cutoffLine));
  if (faults.skippedFrom > 0) findings.add(RULE_NOT_READ, lines.start(faults.skippedFrom));
  if (faults.disguised > 0) findings.add(RULE_CONFUSABLE_NAME, lines.start(faults.disguisedLine));
  if (faults.unnormalised > 0) findings.add(RULE_UNNORMALISED_NAME, lines.start(faults.unnormalisedLine));
}

class Lines {
  constructor(private source: StaticArray<u8>, private length: i32) {}

  /** Offset of the first byte of a line, by its number from 1. */
  start(line: i32): i32 {
    let p = 0;
    for (let n = 1; n < line && p < this.length; p++) {
      const byte = unchecked(this.source[p]);
      if (byte == 10 || (byte == 13 && unchecked(this.source[p + 1]) != 10)) n++;
    }
    return p;
  }
}
