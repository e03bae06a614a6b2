import type { Finding, Suppression } from "../scanner/finding.ts";
import type { ScanReport } from "../scanner/report.ts";
import { judge } from "../scanner/verdict.ts";
import { type BaselineEntry, entryOf, skillInBaseline } from "./baseline-entry.ts";
import { counts, suppress, tallyOf } from "./suppress.ts";

export interface BaselineRequest {
  readonly entries: readonly BaselineEntry[];
  /** Absolute: where it lies, and what its paths start from. */
  readonly file: string;
  /** The path by which it was named, for notes. */
  readonly name: string;
  readonly cwd: string;
  /** `2027-01-31`. */
  readonly today: string;
  /** Also findings on which a verdict of `block` rests. */
  readonly coversBlock: boolean;
}

export interface Baselined {
  readonly report: ScanReport;
  readonly notes: readonly string[];
}

/** Suppresses what the baseline has, and tells what of the baseline is of no use. */
export function applyBaseline(report: ScanReport, request: BaselineRequest): Baselined {
  const { entries, file, cwd, today, coversBlock } = request;
  const valid = entries.filter(({ expires }) => expires === undefined || expires >= today);
  const known = new Map(valid.map((entry) => [keyOf(entry), entry]));
  const isBlocking = coversBlock ? () => false : blockLevel(report);
  const met = new Set<BaselineEntry>();
  let blocking = 0;
  const judged = suppress(report, (finding) => {
    const entry = known.get(keyOf(entryOf(finding, cwd, file)));
    if (entry === undefined) return undefined;
    met.add(entry);
    if (!isBlocking(finding)) return suppressionOf(entry);
    blocking++;
    return undefined;
  });
  const scanned = new Set(report.skills.map(({ path }) => skillInBaseline(path, cwd, file)));
  const stale = valid.filter((entry) => !met.has(entry) && scanned.has(entry.skill));
  return {
    report: judged,
    notes: notesOf(request, { blocking, stale: stale.length, expired: entries.length - valid.length }),
  };
}

/**
 * What a new baseline has: all findings that count, those that block only when it is to cover them. What the old one says
 * of the same finding is kept, and so is what it says of skills that were not scanned.
 */
export function newBaseline(report: ScanReport, request: BaselineRequest): BaselineEntry[] {
  const { entries, file, cwd, coversBlock } = request;
  const isBlocking = coversBlock ? () => false : blockLevel(report);
  const old = new Map(entries.map((entry) => [keyOf(entry), entry]));
  const scanned = new Set(report.skills.map(({ path }) => skillInBaseline(path, cwd, file)));
  const found = report.findings
    .filter((finding) => counts(finding) && !isBlocking(finding))
    .map((finding) => entryOf(finding, cwd, file));
  return [
    ...found.map((entry) => ({ ...entry, ...reasonOf(old.get(keyOf(entry))) })),
    ...entries.filter(({ skill }) => !scanned.has(skill)),
  ];
}

/** Whether a verdict of `block` rests on the finding. */
function blockLevel(report: ScanReport): (finding: Finding) => boolean {
  const bySkill = Map.groupBy(report.findings, ({ skill }) => skill);
  const rules = new Map([...bySkill].map(([skill, findings]) => [skill, blockingRules(findings)]));
  return ({ skill, rule }) => rules.get(skill)?.has(rule) === true;
}

function blockingRules(findings: readonly Finding[]): ReadonlySet<string> {
  const { verdict, because } = judge(tallyOf(findings).gravest, { analysed: 0, partly: 0, skipped: 0 });
  return new Set(verdict === "block" ? because.map(({ rule }) => rule) : []);
}

function keyOf({ skill, fingerprint }: Pick<BaselineEntry, "skill" | "fingerprint">): string {
  return `${fingerprint} ${skill}`;
}

function reasonOf(entry: BaselineEntry | undefined): Pick<BaselineEntry, "reason" | "expires"> {
  const { reason, expires } = entry ?? {};
  return { ...(reason === undefined ? {} : { reason }), ...(expires === undefined ? {} : { expires }) };
}

function suppressionOf({ reason = "known when the baseline was written", expires }: BaselineEntry): Suppression {
  return { by: "baseline", reason, ...(expires === undefined ? {} : { until: expires }) };
}

function notesOf(
  { name }: BaselineRequest,
  { blocking, stale, expired }: Record<"blocking" | "stale" | "expired", number>,
): string[] {
  return [
    ...(expired > 0 ? [`${name}: ${entriesWord(expired)} expired, and the findings count`] : []),
    ...(stale > 0
      ? [`${name}: ${entriesWord(stale)} met nothing in what was scanned; --write-baseline drops them`]
      : []),
    ...(blocking > 0
      ? [
          `${name}: ${entriesWord(blocking)} not applied, because a verdict of block rests on the findings (--baseline-covers-block)`,
        ]
      : []),
  ];
}

function entriesWord(count: number): string {
  return `${count} ${count === 1 ? "entry" : "entries"}`;
}
