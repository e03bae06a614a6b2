import type { Coverage, SkippedFile } from "../scanner/coverage.ts";
import type { Finding, Severity } from "../scanner/finding.ts";
import type { ScanReport } from "../scanner/report.ts";
import type { ScannerIdentity } from "../scanner/scanner.ts";
import { neutralise } from "./neutralise.ts";

/** How parts of the text are set off. Given text that is already harmless. */
export interface Palette {
  readonly severity: (severity: Severity, text: string) => string;
  readonly place: (text: string) => string;
  readonly faint: (text: string) => string;
}

export const PLAIN: Palette = { severity: (_, text) => text, place: (text) => text, faint: (text) => text };

/** Skipped files that are shown; the JSON lists more. */
const SKIPPED_SHOWN = 10;

/** What a person reads: findings in the order met, then the summary, the score, what was analysed, and why it fails. */
export function scanText(report: ScanReport, objections: readonly string[], palette: Palette = PLAIN): string {
  const lines = [
    ...report.findings.flatMap((finding) => findingLines(finding, palette)),
    ...unlisted(report),
    neutralise(report.summary),
    `Safety score: ${report.safety_score}`,
    ...coverageLines(report.coverage, palette),
    ...scannerLines(report.scanner),
    ...objections.map((objection) => `Fails: ${objection}`),
  ];
  return `${lines.join("\n")}\n`;
}

function findingLines(finding: Finding, palette: Palette): string[] {
  const place = neutralise(`${finding.file ?? "<code>"}:${finding.line}:${finding.column}:`);
  const label = palette.severity(finding.severity, neutralise(`${finding.severity}[${finding.rule}]`));
  const origin = finding.external === true ? " (external scanner)" : "";
  const context = neutralise(finding.context.trim());
  return [
    `${palette.place(place)} ${label} ${neutralise(finding.description)}${origin}`,
    ...(context === "" ? [] : [palette.faint(`  | ${context}`)]),
    "",
  ];
}

function unlisted({ total_findings, findings }: ScanReport): string[] {
  const omitted = total_findings - findings.length;
  return omitted === 0 ? [] : [`… and ${omitted} more findings`, ""];
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
