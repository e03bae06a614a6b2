// Counts findings, and weighs their rules.
import { RULE_CATEGORY, RULE_COUNT, RULE_KEEPS, RULE_ONCE, RULE_SEVERITY } from "./tables";

/** Findings of one rule in one file that are listed; the others are counted. */
export const LISTED_PER_RULE: i32 = 100;

/** Counts each rule once a line; what could not be analysed once a file. */
export class Tally {
  total: i32 = 0;
  listed: i32 = 0;
  private counts: StaticArray<i32> = new StaticArray<i32>(RULE_COUNT);
  private lastLines: StaticArray<i32> = new StaticArray<i32>(RULE_COUNT);

  /** Whether this finding is to be listed; findings come in the order of their lines. */
  add(rule: i32, line: i32): bool {
    if (unchecked(this.lastLines[rule]) == line) return false;
    if (unchecked(this.counts[rule]) > 0 && load<u8>(RULE_ONCE + rule) != 0) return false;
    unchecked(this.lastLines[rule] = line);
    this.total++;
    return unchecked(++this.counts[rule]) <= LISTED_PER_RULE;
  }

  /** The next finding is of another file. */
  nextFile(): void {
    for (let rule = 0; rule < RULE_COUNT; rule++) unchecked(this.lastLines[rule] = this.counts[rule] = 0);
  }

  severity(severity: i32): i32 {
    let count = 0;
    for (let rule = 0; rule < RULE_COUNT; rule++) if ((load<u8>(RULE_SEVERITY + rule) as i32) == severity) count += unchecked(this.counts[rule]);
    return count;
  }

  hasCategory(category: i32): bool {
    for (let rule = 0; rule < RULE_COUNT; rule++) if (unchecked(this.counts[rule]) > 0 && (load<u8>(RULE_CATEGORY + rule) as i32) == category) return true;
    return false;
  }

  /** What is left after each rule that was met has taken its part. */
  score(): f64 {
    let score: f64 = 1;
    for (let rule = 0; rule < RULE_COUNT; rule++) if (unchecked(this.counts[rule]) > 0) score *= load<f64>(RULE_KEEPS + ((rule as usize) << 3));
    return score;
  }
}
