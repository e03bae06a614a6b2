// Findings -> the JSON of scan-code: lines, columns, context, score and summary.
import { Findings } from "./findings";
import { JsonWriter } from "./json-writer";
import { listEnd, listStart } from "./lists";
import {
  CATEGORY_COUNT, CATEGORY_NAME, CATEGORY_NAME_AT, RULE_CATEGORY, RULE_COUNT, RULE_DESCRIPTION, RULE_DESCRIPTION_AT, RULE_HEAD,
  RULE_HEAD_AT, RULE_KEEPS, RULE_ONCE, RULE_SEVERITY, RULES_HASH, RULES_HASH_AT,
} from "./tables";

/** Findings of one rule that are listed; the others are counted. */
const LISTED_PER_RULE: i32 = 100;
/** Characters of the source line that a finding shows. */
const MAX_CONTEXT: i32 = 200;

const SEVERITIES: i32 = 4;

/** Writes the whole answer for the findings in this source. */
export function report(findings: Findings, source: StaticArray<u8>, length: i32): JsonWriter {
  findings.sort();
  const out = new JsonWriter();
  const tally = new Tally();
  const lines = new Lines(changetype<usize>(source), length);
  out.put('{"findings":[');
  for (let i = 0; i < findings.count; i++) {
    const rule = findings.rule(i);
    lines.moveTo(findings.offset(i));
    if (!tally.add(rule, lines.line)) continue;
    if (tally.listed++ > 0) out.byte(44);
    writeFinding(out, rule, lines);
  }
  writeTotals(out, tally);
  return out;
}

function writeFinding(out: JsonWriter, rule: i32, lines: Lines): void {
  out.byte(123);
  part(out, RULE_HEAD, RULE_HEAD_AT, rule);
  out.put(',"line":');
  out.number(lines.line);
  out.put(',"column":');
  out.number(lines.column());
  out.put(',"context":');
  const from = lines.contextStart();
  out.escaped(from, (lines.contextEnd(from) - from) as i32);
  out.put(',"description":');
  part(out, RULE_DESCRIPTION, RULE_DESCRIPTION_AT, rule);
  out.byte(125);
}

function writeTotals(out: JsonWriter, tally: Tally): void {
  const score = tally.score();
  out.put('],"safety_score":');
  out.thousandths(score);
  out.put(',"summary":"');
  writeSummary(out, tally, score);
  out.put('","total_findings":');
  out.number(tally.total);
  out.put(',"findings_by_severity":{');
  for (let severity = SEVERITIES - 1; severity >= 0; severity--) {
    out.put(`"${severityName(severity)}":`);
    out.number(tally.severity(severity));
    if (severity > 0) out.byte(44);
  }
  out.put('},"engine":{"rules":"');
  part(out, RULES_HASH, RULES_HASH_AT, 0);
  out.put('"}}');
}

/** `RISKY: Found 3 issues (1 critical, 2 low). Categories: api exfiltration.` */
function writeSummary(out: JsonWriter, tally: Tally, score: f64): void {
  if (tally.total == 0) { out.put("SAFE: No issues detected."); return; }
  out.put(score >= 0.8 ? "MINOR" : score >= 0.6 ? "SUSPICIOUS" : score >= 0.3 ? "RISKY" : "DANGEROUS");
  out.put(": Found ");
  out.number(tally.total);
  out.put(" issues (");
  let separator = false;
  for (let severity = SEVERITIES - 1; severity >= 0; severity--) {
    const count = tally.severity(severity);
    if (count == 0) continue;
    if (separator) out.put(", ");
    out.number(count);
    out.put(` ${severityName(severity)}`);
    separator = true;
  }
  out.put("). Categories: ");
  writeCategories(out, tally);
  if (tally.listed < tally.total) {
    out.put(" Listed: the first ");
    out.number(LISTED_PER_RULE);
    out.put(" of each rule.");
  }
}

function writeCategories(out: JsonWriter, tally: Tally): void {
  let separator = false;
  for (let category = 0; category < CATEGORY_COUNT; category++) {
    if (!tally.hasCategory(category)) continue;
    if (separator) out.put(", ");
    part(out, CATEGORY_NAME, CATEGORY_NAME_AT, category);
    separator = true;
  }
  out.byte(46);
}

function severityName(severity: i32): string {
  return severity == 3 ? "critical" : severity == 2 ? "high" : severity == 1 ? "medium" : "low";
}

/** One of the byte strings that lie end to end in a table. */
function part(out: JsonWriter, bytes: usize, starts: usize, index: i32): void {
  const from = listStart(starts, index);
  out.raw(bytes + from, listEnd(starts, index) - from);
}

/** Counts each rule once a line; what could not be analysed once a file. */
class Tally {
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

/** A cursor over the source's lines, moved forward only. */
class Lines {
  line: i32 = 1;
  private start: i32 = 0;
  private at: i32 = 0;
  /** Column of `counted`, so that many findings on one long line are counted once. */
  private counted: i32 = 0;
  private units: i32 = 0;

  constructor(private source: usize, private length: i32) {}

  moveTo(offset: i32): void {
    const target = min(offset, this.length);
    for (; this.at < target; this.at++) {
      if (this.at + 8 <= target && !hasLineEnd(load<u64>(this.source + this.at))) { this.at += 7; continue; }
      const byte = load<u8>(this.source + this.at) as i32;
      if (byte != 10 && (byte != 13 || (this.at + 1 < this.length && load<u8>(this.source + this.at, 1) == 10))) continue;
      this.line++;
      this.start = this.counted = this.at + 1;
      this.units = 0;
    }
  }

  /** From 1, in UTF-16 units, as editors count. */
  column(): i32 {
    for (; this.counted < this.at; this.counted++) this.units += utf16Units(load<u8>(this.source + this.counted) as i32);
    return this.units + 1;
  }

  /** The line without the white space around it. */
  contextStart(): usize {
    let p = this.start;
    while (p < this.length && isBlank(load<u8>(this.source + p) as i32)) p++;
    return this.source + p;
  }

  /** At most MAX_CONTEXT characters on, never inside of one. */
  contextEnd(from: usize): usize {
    const end = this.source + this.length;
    let to = from;
    let units = 0;
    while (to < end) {
      const byte = load<u8>(to) as i32;
      units += utf16Units(byte);
      if (byte == 10 || byte == 13 || units > MAX_CONTEXT) break;
      to++;
    }
    while (to > from && isBlank(load<u8>(to - 1) as i32)) to--;
    return to;
  }
}

/** Whether one of eight bytes is LF or CR: `x - 0x01.. & ~x & 0x80..` marks a zero byte of x. */
// @ts-ignore: decorator
@inline function hasLineEnd(word: u64): bool {
  const lf = word ^ 0x0a0a0a0a0a0a0a0a;
  const cr = word ^ 0x0d0d0d0d0d0d0d0d;
  return ((((lf - 0x0101010101010101) & ~lf) | ((cr - 0x0101010101010101) & ~cr)) & 0x8080808080808080) != 0;
}

function isBlank(byte: i32): bool {
  return byte == 32 || byte == 9 || byte == 12;
}

/** UTF-16 units of the character that begins with this byte; 0 for the bytes that continue one. */
function utf16Units(byte: i32): i32 {
  return (byte & 0xc0) == 0x80 ? 0 : byte >= 0xf0 ? 2 : 1;
}
