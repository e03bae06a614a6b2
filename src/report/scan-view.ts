import type { RuleBook } from "../rules/rule-book.ts";
import { type Finding, SEVERITIES } from "../scanner/finding.ts";
import type { ScanReport, SkillReport } from "../scanner/report.ts";
import { sentence } from "./rule-text.ts";

/** What every format is made from. */
export interface ScanView {
  readonly report: ScanReport;
  /** Why the scan does not pass, one clause each; empty when it does. */
  readonly objections: readonly string[];
  readonly rules: RuleBook;
  /** Of this program. */
  readonly version: string;
}

/** A skill with its findings. */
export interface SkillView {
  readonly skill: SkillReport;
  readonly findings: readonly Finding[];
}

/** Skills in the order met, each with its findings. */
export function skillViews({ skills, findings }: ScanReport): SkillView[] {
  const bySkill = Map.groupBy(findings, ({ skill }) => skill);
  return skills.map((skill) => ({ skill, findings: bySkill.get(skill.path) ?? [] }));
}

/** What people call a skill that has no path. */
export function nameOfSkill({ path }: SkillReport): string {
  return path ?? "<code>";
}

/** `skill/run.py:3:5`. */
export function placeOf({ file, line, column }: Pick<Finding, "file" | "line" | "column">): string {
  return `${file ?? "<code>"}:${line}${column === 0 ? "" : `:${column}`}`;
}

/** What a finding says, in parts. */
export interface Words {
  /** One sentence. */
  readonly what: string;
  readonly why: string | undefined;
  readonly fix: string | undefined;
}

/** A finding of the scanner says what its rule is and why in one text; its rule's page has both apart. */
export function wordsOf({ rule, description, fix, external }: Finding, rules: RuleBook): Words {
  const page = external === true ? undefined : rules.get(rule);
  if (page === undefined) return { what: description, why: undefined, fix };
  const what = sentence(page.title);
  const isTitle = description.startsWith(`${what.slice(0, -1)}: `);
  return { what: isTitle ? what : description, why: page.why, fix: fix ?? page.fix };
}

export function isCounted({ suppressed }: Finding): boolean {
  return suppressed === undefined;
}

/** Gravest first, otherwise as they were. */
export function byGravity(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((a, b) => SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity));
}

export function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}
