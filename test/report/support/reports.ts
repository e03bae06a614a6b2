import type { Finding } from "../../../src/scanner/finding.ts";
import type { ScanReport, SkillReport } from "../../../src/scanner/report.ts";
import { skillReport } from "../../../src/scanner/skill-report.ts";
import { Tally } from "../../../src/scanner/tally.ts";
import { totalsOf } from "../../../src/scanner/totals.ts";

let serial = 0;

/** A finding of the rule `network-request` in `skills/a/run.py`, but for what is given. */
export function finding(given: Partial<Finding> = {}): Finding {
  serial++;
  return {
    rule: "network-request",
    category: "suspicious_network",
    severity: "medium",
    confidence: "high",
    skill: "skills/a",
    file: "skills/a/run.py",
    line: 3,
    column: 5,
    end_column: 17,
    context: "requests.get(url)",
    context_column: 5,
    description: "A request is sent over the network: data can leave the machine this way.",
    fix: "Name the host in SKILL.md.",
    fingerprint: serial.toString(16).padStart(32, "0"),
    ...given,
  };
}

export function skill(given: Partial<SkillReport> = {}): SkillReport {
  return {
    path: "skills/a",
    verdict: "safe",
    confidence: "high",
    safety_score: 1,
    reasons: ["Nothing was found that a reviewer has to look at."],
    findings_by_severity: { critical: 0, high: 0, medium: 0, low: 0 },
    files: [{ file: "skills/a/run.py", language: "python", state: "analysed" }],
    ...given,
  };
}

/** The report of a scan that found these, judged as scans are. */
export function report(findings: readonly Finding[], given: Partial<ScanReport> = {}): ScanReport {
  const skills = [...Map.groupBy(findings, (each) => each.skill)].map(([path, found]) => {
    const tally = new Tally();
    for (const each of found) tally.add(each);
    const { files } = skill();
    return skillReport(path, tally, { files: [...files], totals: { analysed: 1, partly: 0, skipped: 0 }, omitted: 0 });
  });
  return {
    skills,
    findings,
    ...totalsOf(skills, new Set(findings.map(({ category }) => category))),
    coverage: { files: 1, analysed: 1, skipped: [] },
    scanner: { name: "built-in", digest: "d".repeat(64), rules: "a".repeat(64), external: false },
    ...given,
  };
}
