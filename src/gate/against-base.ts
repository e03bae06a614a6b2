import type { ScanReport, SkillReport } from "../scanner/report.ts";
import { deduction } from "../scanner/score.ts";
import { totalsOf } from "../scanner/totals.ts";
import { VERDICTS } from "../scanner/verdict.ts";
import { counts, suppress } from "./suppress.ts";

/**
 * Suppresses what the base has too, so that a change answers for what it adds. Where it makes a skill's verdict worse,
 * the verdict on the whole skill stands: two findings may block together that do not alone.
 *
 * @param nameInBase What a skill of the report is called in that of the base.
 */
export function againstBase(
  report: ScanReport,
  base: ScanReport,
  name: string,
  nameInBase: (skill: string | undefined) => string | undefined,
): ScanReport {
  const former = new Map(base.skills.map((skill) => [skill.path, skill]));
  const known = new Map(
    base.findings.map((finding) => [`${finding.fingerprint} ${finding.skill}`, deduction(finding)]),
  );
  const added = suppress(report, (finding) => {
    const weight = known.get(`${finding.fingerprint} ${nameInBase(finding.skill)}`);
    // What has become graver is not what was accepted.
    return weight === undefined || deduction(finding) > weight
      ? undefined
      : { by: "base", reason: `already in ${name}` };
  });
  const skills = added.skills.map((skill, index) => {
    const whole = report.skills[index];
    return whole !== undefined && isWorse(whole, former.get(nameInBase(skill.path)))
      ? withVerdict(skill, whole)
      : skill;
  });
  const categories = new Set(added.findings.filter(counts).map(({ category }) => category));
  return { ...added, skills, ...totalsOf(skills, categories) };
}

function isWorse({ verdict }: SkillReport, former: SkillReport | undefined): boolean {
  return VERDICTS.indexOf(verdict) > VERDICTS.indexOf(former?.verdict ?? "safe");
}

function withVerdict(skill: SkillReport, { verdict, confidence, safety_score, reasons }: SkillReport): SkillReport {
  return { ...skill, verdict, confidence, safety_score, reasons };
}
