// Findings of one text -> the JSON of scan-code, with score and summary.
import { Findings } from "./findings";
import { JsonWriter } from "./json-writer";
import { putHead, putPart, putPlace } from "./rule-text";
import { SourceLines } from "./source-lines";
import { CATEGORY_COUNT, CATEGORY_NAME, CATEGORY_NAME_AT, RULES_HASH, RULES_HASH_AT } from "./tables";
import { LISTED_PER_RULE, Tally } from "./tally";
import { Unit } from "./unit";

const SEVERITIES: i32 = 4;

/** Writes the whole answer for the findings in this source. */
export function reportCode(findings: Findings, unit: Unit): JsonWriter {
  findings.sort();
  const out = new JsonWriter();
  const tally = new Tally();
  const lines = new SourceLines(unit.start, unit.length);
  out.put('{"findings":[');
  for (let i = 0; i < findings.count; i++) {
    const rule = findings.rule(i);
    lines.moveTo(findings.place(i));
    if (!tally.add(rule, lines.line)) continue;
    if (tally.listed++ > 0) out.byte(44);
    writeFinding(out, rule, lines);
  }
  writeTotals(out, tally);
  return out;
}

function writeFinding(out: JsonWriter, rule: i32, lines: SourceLines): void {
  out.byte(123);
  putHead(out, rule);
  putPlace(out, rule, lines);
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
  putPart(out, RULES_HASH, RULES_HASH_AT, 0);
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
    putPart(out, CATEGORY_NAME, CATEGORY_NAME_AT, category);
    separator = true;
  }
  out.byte(46);
}

function severityName(severity: i32): string {
  return severity == 3 ? "critical" : severity == 2 ? "high" : severity == 1 ? "medium" : "low";
}
