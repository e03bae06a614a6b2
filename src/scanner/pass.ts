import type { Item } from "../skill/collect.ts";
import { CoverageCount } from "./coverage.ts";
import type { Finding } from "./finding.ts";
import { Patience } from "./patience.ts";
import { Quota } from "./quota.ts";
import type { ScanReport, SkillReport } from "./report.ts";
import { Running } from "./running.ts";
import type { Scanner } from "./scanner.ts";
import { type Shared, SkillPass } from "./skill-pass.ts";
import { Totals } from "./totals.ts";

export interface PassOptions {
  /** Called for each skill, in the order met, as soon as it and all before it are finished. */
  readonly onSkill?: (skill: SkillReport, findings: readonly Finding[]) => void;
  /** False: skills are told to `onSkill` only, and the report has counts alone. A list may name 100,000 of them. */
  readonly keepSkills?: boolean;
}

/** Categories that are named. */
const DISTINCT_CATEGORIES = 1_000;

/** One scan: takes items skill after skill, has as many scanned at a time as the scanner can, and keeps what became of them. */
export class Pass {
  readonly #coverage = new CoverageCount();
  readonly #shared: Shared;
  readonly #skills: SkillReport[] = [];
  readonly #findings: Finding[] = [];
  readonly #categories = new Set<string>();
  readonly #options: PassOptions;
  readonly #quota = new Quota();
  readonly #totals = new Totals();
  readonly #running: Running;
  #current: SkillPass | undefined;

  constructor(scanner: Scanner, options: PassOptions = {}) {
    this.#shared = { scanner, coverage: this.#coverage, patience: new Patience() };
    this.#options = options;
    this.#running = new Running(scanner.concurrency ?? 1, (report, skill) => this.#keep(report, skill));
  }

  async take(item: Item): Promise<void> {
    if (item.unit !== this.#current?.unit) await this.#begin();
    this.#current ??= new SkillPass(item.unit, this.#shared);
    await this.#current.take(item);
  }

  /** After the last item: all skills are then scanned. */
  async finish(): Promise<void> {
    await this.#begin();
    await this.#running.finish();
  }

  /** The skill whose items are all there is scanned, as soon as there is room for one more. */
  async #begin(): Promise<void> {
    const skill = this.#current;
    this.#current = undefined;
    if (skill === undefined) return;
    await this.#running.add(skill);
  }

  #keep(report: SkillReport, skill: SkillPass): void {
    const findings = skill.record.findings();
    this.#options.onSkill?.(report, findings);
    this.#totals.add(report);
    for (const category of skill.record.categories)
      if (this.#categories.size < DISTINCT_CATEGORIES) this.#categories.add(category);
    if (this.#options.keepSkills === false) return;
    this.#skills.push(report);
    this.#findings.push(...findings.filter(({ severity, rule }) => this.#quota.take(severity, rule)));
  }

  /** What is known of the skills that were finished. */
  report(): ScanReport {
    const { verdict, ...totals } = this.#totals.report(this.#categories);
    return {
      verdict,
      skills: this.#skills,
      findings: this.#findings,
      ...totals,
      coverage: this.#coverage.result(),
      scanner: this.#shared.scanner.identity,
    };
  }
}
