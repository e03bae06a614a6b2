import type { CoverageCount } from "./coverage.ts";
import type { Finding, Remark } from "./finding.ts";
import { Gaps } from "./gaps.ts";
import { type HostRule, remarkOf } from "./host-rules.ts";
import { Ledger } from "./ledger.ts";
import type { Omission } from "./omission.ts";
import type { SkillReport } from "./report.ts";
import type { ScannedFile } from "./scanner.ts";
import { type FilePlace, fileOf, type Grounds, SkillFindings } from "./skill-findings.ts";
import { skillReport } from "./skill-report.ts";

export interface RecordOptions {
  /** For people; absent when code was given as text. */
  readonly path: string | undefined;
  readonly coverage: CoverageCount;
  readonly fixOf: (rule: string) => string | undefined;
}

/** What is known of one skill: its findings, and what became of each of its files. */
export class SkillRecord {
  readonly #path: string | undefined;
  readonly #coverage: CoverageCount;
  readonly #findings: SkillFindings;
  readonly #ledger = new Ledger();
  readonly #gaps = new Gaps<FilePlace>();

  constructor({ path, coverage, fixOf }: RecordOptions) {
    this.#path = path;
    this.#coverage = coverage;
    this.#findings = new SkillFindings(path, fixOf);
  }

  /** A file that was looked at, or, when its state says so, was not. */
  file(place: FilePlace, { language, state, reason }: ScannedFile): void {
    this.#coverage.files++;
    if (state === "skipped") this.#coverage.skip(place.file ?? "-", reason ?? "not analysed");
    else this.#coverage.analysed++;
    this.#ledger.add({ ...fileOf(place), language, state, ...(reason === undefined ? {} : { reason }) });
  }

  leaveOut(place: FilePlace, { rule, language, reason, sort, count = 1, isFile }: Omission): void {
    if (isFile) this.#coverage.files++;
    this.#coverage.skip(place.file ?? "-", reason);
    this.#ledger.add({ ...fileOf(place), language, state: "skipped", reason });
    if (sort === undefined) this.remark(rule, place, `not analysed: ${reason}`);
    else this.gap(rule, place, sort, count);
  }

  finding(remark: Remark, place: FilePlace, grounds: () => Grounds): void {
    this.#findings.add(remark, place, grounds);
  }

  /** A finding of our own. */
  remark(rule: HostRule, place: FilePlace, description: string, evidence = description): void {
    this.#findings.add(remarkOf(rule, description), place, () => ({ evidence: [evidence] }));
  }

  /** One of many of the same sort, which are told together. */
  gap(rule: HostRule, place: FilePlace, sort: string, count = 1): void {
    this.#gaps.add(rule, place, sort, count);
  }

  /** Once, at the end. */
  close(): SkillReport {
    for (const { rule, place, description } of this.#gaps.told()) this.remark(rule, place, description);
    return skillReport(this.#path, this.#findings.tally, this.#ledger);
  }

  /** File after file, line after line. */
  findings(): Finding[] {
    return this.#findings.inOrder();
  }

  get categories(): readonly string[] {
    return this.#findings.tally.gravest.map(({ category }) => category);
  }
}
