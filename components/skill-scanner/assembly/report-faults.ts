// Where a parser's tree is not the file.
import { Findings } from "./findings";
import { Faults } from "./python/lexer-faults";
import { RULE_CONFUSABLE_NAME, RULE_NOT_READ, RULE_OFF_SCREEN_CODE, RULE_SYNTAX_ERROR, RULE_TOO_DEEP, RULE_UNNORMALISED_NAME } from "./tables";
import { Unit } from "./unit";

/** What could not be read is a finding, one of each kind: a hostile file has thousands. */
export function reportFaults(faults: Faults, unit: Unit, findings: Findings): void {
  if (faults.errors > 0) findings.add(RULE_SYNTAX_ERROR, startOfLine(unit, faults.errorLine(0)));
  if (faults.cutoffs > 0) findings.add(RULE_TOO_DEEP, startOfLine(unit, faults.cutoffLine));
  if (faults.skippedFrom > 0) findings.add(RULE_NOT_READ, startOfLine(unit, faults.skippedFrom));
  if (faults.disguised > 0) findings.add(RULE_CONFUSABLE_NAME, startOfLine(unit, faults.disguisedLine));
  if (faults.offScreen >= 0) findings.add(RULE_OFF_SCREEN_CODE, faults.offScreen);
  if (faults.unnormalised > 0) findings.add(RULE_UNNORMALISED_NAME, startOfLine(unit, faults.unnormalisedLine));
}

/** Offset of the first byte of a line, by its number from 1. */
function startOfLine(unit: Unit, line: i32): i32 {
  const source = unit.source;
  let p = 0;
  for (let n = 1; n < line && p < unit.length; p++) {
    const byte = unchecked(source[p]);
    if (byte == 10 || (byte == 13 && unchecked(source[p + 1]) != 10)) n++;
  }
  return p;
}
