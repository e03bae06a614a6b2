import { type Finding, SEVERITIES, type Suppression } from "../scanner/finding.ts";
import type { Ledger } from "../scanner/ledger.ts";
import type { FileRecord, ScanReport, SkillReport } from "../scanner/report.ts";
import { skillReport } from "../scanner/skill-report.ts";
import { Tally } from "../scanner/tally.ts";
import { totalsOf } from "../scanner/totals.ts";

/** Why a finding that counts so far should not; undefined: it does. */
export type Decide = (finding: Finding) => Suppression | undefined;

/** The report with what `decide` says marked, and with counts, scores and verdicts of the rest. */
export function suppress(report: ScanReport, decide: Decide): ScanReport {
  const findings = report.findings.map((finding) => marked(finding, decide));
  const before = Map.groupBy(report.findings.filter(counts), ({ skill }) => skill);
  const after = Map.groupBy(findings.filter(counts), ({ skill }) => skill);
  const byPath = Map.groupBy(report.skills, ({ path }) => path);
  const skills = report.skills.map((skill) =>
    // Whose findings are whose is not known among skills of one name: what they said stands.
    byPath.get(skill.path)?.length === 1
      ? judgedAgain(skill, before.get(skill.path) ?? [], after.get(skill.path) ?? [])
      : skill,
  );
  const counting = findings.filter(counts);
  return {
    ...report,
    skills,
    findings,
    ...totalsOf(skills, new Set(counting.map(({ category }) => category))),
    suppressed_findings: findings.length - counting.length,
  };
}

/** Whether a finding counts. */
export function counts({ suppressed }: Finding): boolean {
  return suppressed === undefined;
}

/** What weighs in a verdict: of each rule the gravest finding that counts. */
export function tallyOf(findings: readonly Finding[]): Tally {
  const tally = new Tally();
  for (const finding of findings) if (counts(finding)) tally.add(finding);
  return tally;
}

function marked(finding: Finding, decide: Decide): Finding {
  if (!counts(finding)) return finding;
  const suppressed = decide(finding);
  return suppressed === undefined ? finding : { ...finding, suppressed };
}

/** @param before and after: findings of the skill that counted, and that still do. */
function judgedAgain(skill: SkillReport, before: readonly Finding[], after: readonly Finding[]): SkillReport {
  if (before.length === after.length) return skill;
  const { gravest, counts: listed } = tallyOf(after);
  const { counts: was } = tallyOf(before);
  const told = skill.findings_by_severity;
  const left = { ...told };
  for (const severity of SEVERITIES) left[severity] -= was[severity] - listed[severity];
  // What is not listed cannot be suppressed, and may be what decided.
  const isCut = SEVERITIES.some((severity) => severity !== "low" && told[severity] > was[severity]);
  if (isCut) return { ...skill, findings_by_severity: left };
  return skillReport(skill.path, { gravest, counts: left }, ledgerOf(skill));
}

function ledgerOf({ files, files_omitted = 0 }: SkillReport): Pick<Ledger, "files" | "totals" | "omitted"> {
  const totals = { analysed: 0, partly: 0, skipped: 0 };
  for (const { state } of files) totals[state]++;
  return { files: files as FileRecord[], totals, omitted: files_omitted };
}
