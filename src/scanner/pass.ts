import type { Item } from "../skill/collect.ts";
import { CoverageCount } from "./coverage.ts";
import { type Finding, SEVERITIES, type SeverityCounts } from "./finding.ts";
import { Patience } from "./patience.ts";
import { Quota } from "./quota.ts";
import type { ScanReport, SkillReport } from "./report.ts";
import type { Scanner } from "./scanner.ts";
import { type Shared, SkillPass } from "./skill-pass.ts";
import { summarise } from "./summary.ts";
import { worst } from "./verdict.ts";

/** Categories that are named. */
const DISTINCT_CATEGORIES = 1_000;

/** One scan: takes items skill after skill, and keeps what became of them. */
export class Pass {
  readonly #coverage = new CoverageCount();
  readonly #shared: Shared;
  readonly #skills: SkillReport[] = [];
  readonly #findings: Finding[] = [];
  readonly #categories = new Set<string>();
  #current: SkillPass | undefined;

  constructor(scanner: Scanner) {
    this.#shared = { scanner, quota: new Quota(), coverage: this.#coverage, patience: new Patience() };
  }

  async take(item: Item): Promise<void> {
    if (item.unit !== this.#current?.unit) await this.finish();
    this.#current ??= new SkillPass(item.unit, this.#shared);
    this.#current.take(item);
  }

  /** After the last item: its skill is then scanned too. */
  async finish(): Promise<void> {
    const skill = this.#current;
    this.#current = undefined;
    if (skill === undefined) return;
    this.#skills.push(await skill.finish());
    this.#findings.push(...skill.inOrder());
    for (const { category } of skill.findings.tally.gravest)
      if (this.#categories.size < DISTINCT_CATEGORIES) this.#categories.add(category);
  }

  /** What is known of the skills that were finished. */
  report(): ScanReport {
    const counts = sum(this.#skills.map(({ findings_by_severity }) => findings_by_severity));
    const score = Math.min(1, ...this.#skills.map(({ safety_score }) => safety_score));
    return {
      verdict: worst(this.#skills.map(({ verdict }) => verdict)),
      skills: this.#skills,
      findings: this.#findings,
      safety_score: score,
      summary: summarise(score, counts, this.#categories),
      total_findings: SEVERITIES.reduce((total, severity) => total + counts[severity], 0),
      findings_by_severity: counts,
      coverage: this.#coverage.result(),
      scanner: this.#shared.scanner.identity,
    };
  }
}

function sum(counts: readonly SeverityCounts[]): SeverityCounts {
  const total: SeverityCounts = { critical: 0, high: 0, medium: 0, low: 0 };
  for (const each of counts) for (const severity of SEVERITIES) total[severity] += each[severity];
  return total;
}
