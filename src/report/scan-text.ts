import type { Coverage, SkippedFile } from "../scanner/coverage.ts";
import type { Finding, FlowStep, Severity } from "../scanner/finding.ts";
import type { ScanReport } from "../scanner/report.ts";
import type { ScannerIdentity } from "../scanner/scanner.ts";
import type { Verdict } from "../scanner/verdict.ts";
import { codeFrame, type Frame } from "./code-frame.ts";
import { neutralise } from "./neutralise.ts";
import {
  isCounted,
  nameOfSkill,
  placeOf,
  plural,
  type ScanView,
  type SkillView,
  skillViews,
  wordsOf,
} from "./scan-view.ts";

/** How parts of the text are set off. Given text that is already harmless. */
export interface Palette {
  readonly severity: (severity: Severity, text: string) => string;
  readonly verdict: (verdict: Verdict, text: string) => string;
  readonly place: (text: string) => string;
  readonly faint: (text: string) => string;
}

const plain = (text: string) => text;
export const PLAIN: Palette = { severity: (_, text) => text, verdict: (_, text) => text, place: plain, faint: plain };

/** Skipped files that are shown; the JSON lists more. */
const SKIPPED_SHOWN = 10;

/**
 * What a person reads: each skill that is not plainly safe with its verdict, the reasons and the findings, then the
 * summary, the score, what was analysed, and why it fails.
 */
export function scanText(view: ScanView, palette: Palette = PLAIN): string {
  const { report, objections } = view;
  const lines = [
    ...skillViews(report).flatMap((each) => skillLines(each, view, palette)),
    ...unlisted(report),
    ...verdictCounts(report, palette),
    neutralise(report.summary),
    `Safety score: ${report.safety_score}`,
    ...suppressedLines(report),
    ...coverageLines(report.coverage, palette),
    ...scannerLines(report.scanner),
    ...(report.notes ?? []).map((note) => `Note: ${neutralise(note)}`),
    ...objections.map((objection) => `Fails: ${objection}`),
  ];
  return `${lines.join("\n")}\n`;
}

function skillLines({ skill, findings }: SkillView, view: ScanView, palette: Palette): string[] {
  const counted = findings.filter(isCounted);
  if (skill.verdict === "safe" && counted.length === 0) return [];
  const { verdict, confidence, safety_score, reasons } = skill;
  const name = palette.place(neutralise(nameOfSkill(skill)));
  return [
    `${name}: ${palette.verdict(verdict, verdict)} (confidence ${confidence}, score ${safety_score})`,
    ...reasons.map((reason) => `  ${neutralise(reason)}`),
    "",
    ...counted.flatMap((finding) => findingLines(finding, view, palette)),
  ];
}

function findingLines(finding: Finding, { rules }: ScanView, palette: Palette): string[] {
  const { what, why, fix } = wordsOf(finding, rules);
  const label = palette.severity(finding.severity, neutralise(`${finding.severity}[${finding.rule}]`));
  const origin = finding.external === true ? " (external scanner)" : "";
  // A fact needs no advice.
  const advice = finding.severity === "low" ? [] : [...told("why", why), ...told("fix", fix)];
  return [
    `${palette.place(neutralise(`${placeOf(finding)}:`))} ${label} ${neutralise(what)}${origin}`,
    ...frameLines(codeFrame(finding, finding.end_column), finding.severity, palette),
    ...flowLines(finding, palette),
    ...told("found in", finding.layers?.join(" in ")),
    ...advice,
    "",
  ];
}

function frameLines(frame: Frame | undefined, severity: Severity, palette: Palette): string[] {
  if (frame === undefined) return [];
  const margin = " ".repeat(frame.number.length);
  const marks =
    frame.marks === "" ? [] : [`${palette.faint(`  ${margin} |`)} ${withMarks(frame.marks, severity, palette)}`];
  return [`${palette.faint(`  ${frame.number} |`)} ${frame.code}`, ...marks];
}

function withMarks(marks: string, severity: Severity, palette: Palette): string {
  const carets = marks.trimStart();
  return marks.slice(0, marks.length - carets.length) + palette.severity(severity, carets);
}

function flowLines({ flow = [], file }: Finding, palette: Palette): string[] {
  if (flow.length === 0) return [];
  return ["  = flow:", ...flow.flatMap((step, index) => stepLines(step, index, file, palette))];
}

function stepLines(step: FlowStep, index: number, file: string | undefined, palette: Palette): string[] {
  const place = step.file === file ? `line ${step.line}` : placeOf(step);
  const code = codeFrame(step)?.code;
  return [
    `    ${index + 1}. ${neutralise(`${step.what} (${place})`)}`,
    ...(code === undefined ? [] : [palette.faint(`       | ${code}`)]),
  ];
}

function told(what: string, text: string | undefined): string[] {
  return text === undefined || text === "" ? [] : [`  = ${what}: ${neutralise(text)}`];
}

function unlisted({ total_findings, findings }: ScanReport): string[] {
  const omitted = total_findings - findings.filter(isCounted).length;
  return omitted <= 0 ? [] : [`… and ${omitted} more findings`, ""];
}

function verdictCounts({ skills }: ScanReport, palette: Palette): string[] {
  if (skills.length < 2) return [];
  const counts = (["block", "review", "safe"] as const).flatMap((verdict) => {
    const count = skills.filter((skill) => skill.verdict === verdict).length;
    return count === 0 ? [] : [palette.verdict(verdict, `${count} ${verdict}`)];
  });
  return [`${plural(skills.length, "skill")}: ${counts.join(", ")}`];
}

const SUPPRESSED_BY = { config: "by the configuration", baseline: "by the baseline", base: "of the base" } as const;

function suppressedLines({ findings }: ScanReport): string[] {
  const parts = Object.entries(SUPPRESSED_BY).flatMap(([by, words]) => {
    const count = findings.filter(({ suppressed }) => suppressed?.by === by).length;
    return count === 0 ? [] : [`${count} ${words}`];
  });
  return parts.length === 0 ? [] : [`Not counted: ${parts.join(", ")}`];
}

function coverageLines({ files, analysed, skipped, skipped_omitted = 0 }: Coverage, palette: Palette): string[] {
  const beyond = skipped.length - SKIPPED_SHOWN + skipped_omitted;
  return [
    `${analysed} of ${files} ${files === 1 ? "file" : "files"} analysed`,
    ...skipped.slice(0, SKIPPED_SHOWN).map((each) => palette.faint(skippedLine(each))),
    ...(beyond > 0 ? [palette.faint(`  … and ${beyond} more`)] : []),
  ];
}

function skippedLine({ file, reason }: SkippedFile): string {
  return `  skipped ${neutralise(`${file}: ${reason}`)}`;
}

function scannerLines({ external, name, digest }: ScannerIdentity): string[] {
  return external ? [neutralise(`Scanner: ${name} (sha256:${digest}), not the built-in one`)] : [];
}
