// Findings of a skill -> the JSON of scan-skill: what became of each file, and what was found where.
import { wasExhausted } from "./arena";
import { Findings } from "./findings";
import { FlowWriter } from "./flows";
import { JsonWriter } from "./json-writer";
import { nameOfLanguage } from "./language";
import { putHead, putPart, putPlace } from "./rule-text";
import { Skill, SkillFile } from "./skill";
import { SourceLines } from "./source-lines";
import { RULE_NOT_READ, RULE_SYNTAX_ERROR, RULE_TOO_DEEP, RULES_HASH, RULES_HASH_AT } from "./tables";
import { Tally } from "./tally";
import { Unit } from "./unit";

export function reportSkill(skill: Skill): JsonWriter {
  const out = new JsonWriter();
  skill.findings.sort();
  out.put('{"findings":[');
  writeFindings(out, skill);
  out.put('],"files":[');
  for (let i = 0; i < skill.files.length; i++) writeFile(out, unchecked(skill.files[i]), i);
  out.put('],"engine":{"rules":"');
  putPart(out, RULES_HASH, RULES_HASH_AT, 0);
  out.put('"}}');
  return out;
}

/** Findings are sorted by place, so they come file by file. */
function writeFindings(out: JsonWriter, skill: Skill): void {
  const tally = new Tally();
  let file = 0;
  const flows = new FlowWriter(out, skill);
  let lines = linesOf(skill, file);
  for (let i = 0; i < skill.findings.count; i++) {
    const place = skill.findings.place(i);
    for (; place > endOf(skill, file); lines = linesOf(skill, file)) {
      file++;
      tally.nextFile();
    }
    const unit = unchecked(skill.files[file]).unit;
    const rule = skill.findings.rule(i);
    noteGap(unchecked(skill.files[file]), rule);
    lines.moveTo(place - unit.base);
    if (!tally.add(rule, lines.line)) continue;
    if (tally.listed++ > 0) out.byte(44);
    writeFinding(out, skill.findings, i, file, lines, flows);
  }
}

function linesOf(skill: Skill, file: i32): SourceLines {
  if (file >= skill.files.length) return new SourceLines(0, 0);
  const unit = unchecked(skill.files[file]).unit;
  return new SourceLines(unit.start, unit.length);
}

/** The last place that is in this file; the last file has all that follow. */
function endOf(skill: Skill, file: i32): i32 {
  const unit = unchecked(skill.files[file]).unit;
  return file + 1 < skill.files.length ? unit.base + unit.length : i32.MAX_VALUE;
}

/** Rules that tell that a part of the file was not understood. What was cut is mostly a mistake in the syntax too. */
function noteGap(file: SkillFile, rule: i32): void {
  if (file.gap == RULE_NOT_READ) return;
  if (rule == RULE_NOT_READ || rule == RULE_TOO_DEEP || rule == RULE_SYNTAX_ERROR) file.gap = rule;
}

function writeFinding(out: JsonWriter, findings: Findings, i: i32, file: i32, lines: SourceLines, flows: FlowWriter): void {
  out.byte(123);
  putHead(out, findings.rule(i));
  out.put(',"file":');
  out.number(file);
  putPlace(out, findings.rule(i), lines);
  const unit = findings.virtualUnit(i);
  if (unit !== null) writeLayers(out, unit);
  flows.write(findings.flow(i), findings.place(i));
  out.byte(125);
}

/** `,"layers":["…",…]`, the outermost first. */
function writeLayers(out: JsonWriter, unit: Unit): void {
  out.put(',"layers":[');
  writeLayer(out, unit);
  out.byte(93);
}

function writeLayer(out: JsonWriter, unit: Unit): void {
  const parent = unit.parent;
  if (parent !== null && parent.level > 0) {
    writeLayer(out, parent);
    out.byte(44);
  }
  out.byte(34);
  out.put(unit.layer);
  out.byte(34);
}

function writeFile(out: JsonWriter, file: SkillFile, index: i32): void {
  if (index > 0) out.byte(44);
  out.put('{"language":"');
  out.put(nameOfLanguage(file.unit.language));
  out.put('","state":"');
  out.put(file.gap < 0 ? "analysed" : "partly");
  out.byte(34);
  if (file.gap >= 0) {
    out.put(',"reason":');
    out.put(reasonOf(file.gap));
  }
  out.byte(125);
}

/** What was cut once for want of memory may be read when it is scanned by itself. */
function reasonOf(gap: i32): string {
  if (gap == RULE_NOT_READ) return wasExhausted() ? '"out-of-memory"' : '"not-read"';
  return gap == RULE_TOO_DEEP ? '"too-deep"' : '"syntax-error"';
}
