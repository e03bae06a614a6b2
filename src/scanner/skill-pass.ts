import type { Item, Unit } from "../skill/collect.ts";
import { type Doubt, decodeSource } from "../skill/decode.ts";
import { Citations, fileOf, type Waiting } from "./citations.ts";
import type { CoverageCount } from "./coverage.ts";
import type { Finding, Remark } from "./finding.ts";
import { Gaps } from "./gaps.ts";
import { Ledger } from "./ledger.ts";
import { limitReached, notAnalysed, type Omission, omissionOf, omissionOfFailure } from "./omission.ts";
import type { Patience } from "./patience.ts";
import type { SkillReport } from "./report.ts";
import type { Findings, ScannedFile, Scanner } from "./scanner.ts";
import { type FilePlace, SkillFindings } from "./skill-findings.ts";
import { skillReport } from "./skill-report.ts";
import { unanalysable } from "./unanalysable.ts";

/** What all skills of a scan share. */
export interface Shared {
  readonly scanner: Scanner;
  readonly coverage: CoverageCount;
  readonly patience: Patience;
}

/** One skill: takes its items in their order, has them scanned together, and keeps what became of them. */
export class SkillPass {
  readonly unit: Unit;
  readonly findings: SkillFindings;
  readonly #shared: Shared;
  readonly #ledger = new Ledger();
  readonly #gaps = new Gaps<FilePlace>();
  #waiting: Waiting[] = [];
  #order = 0;
  /** Of source that is held for it. */
  bytes = 0;

  constructor(unit: Unit, shared: Shared) {
    this.unit = unit;
    this.#shared = shared;
    this.findings = new SkillFindings(unit.path, (rule) => shared.scanner.fixOf?.(rule));
  }

  take(item: Item): void {
    const place = { file: item.file, path: item.path, order: this.#order++ };
    if (item.kind === "source") this.#wait(place, item.bytes);
    else this.#leaveOut(place, omissionOf(item));
  }

  /** Once, at the end. */
  async finish(): Promise<SkillReport> {
    await this.#scan(this.#waiting);
    for (const { place, remark } of this.#gaps.remarks()) this.#remark(place, remark);
    return skillReport(this.unit.path, this.findings.tally, this.#ledger);
  }

  #wait(place: FilePlace, bytes: Uint8Array): void {
    const { utf8, doubt } = decodeSource(bytes);
    if (doubt !== undefined) this.#doubt(place, doubt);
    this.bytes += utf8.length;
    this.#waiting.push({ place, source: { path: place.path, content: utf8 } });
  }

  inOrder(): Finding[] {
    return this.findings.inOrder();
  }

  /** All together; when that does not end well, one by one, so that only what is to blame goes without an analysis. */
  async #scan(waiting: readonly Waiting[]): Promise<void> {
    if (waiting.length === 0) return;
    const { scanner, patience } = this.#shared;
    if (patience.isLost) return this.#giveUp(waiting);
    scanner.renew();
    const reply = await scanner.scan(waiting.map(({ source }) => source));
    if (reply.kind === "findings") return this.#hear(waiting, reply);
    if (reply.kind === "timed-out") patience.lose();
    if (waiting.length > 1) for (const each of waiting) await this.#scan([each]);
    else for (const { place } of waiting) this.#leaveOut(place, omissionOfFailure(reply));
  }

  #giveUp(waiting: readonly Waiting[]): void {
    for (const { place } of waiting) this.#leaveOut(place, limitReached("the scanner timed out too often"));
  }

  #hear(waiting: readonly Waiting[], { observations, files }: Findings): void {
    for (const [index, { place }] of waiting.entries())
      this.#record(place, files[index] ?? { language: "text", state: "analysed" });
    const citations = new Citations(waiting);
    for (const observation of observations) {
      const { file: _, flow: __, ...remark } = observation;
      this.findings.add(remark, citations.placeOf(observation), () => citations.groundsOf(observation));
    }
  }

  #record(place: FilePlace, { language, state, reason }: ScannedFile): void {
    if (state === "skipped") this.#leaveOut(place, notAnalysed(language, reason));
    else {
      this.#shared.coverage.files++;
      this.#shared.coverage.analysed++;
      this.#ledger.add({ ...fileOf(place), language, state, ...(reason === undefined ? {} : { reason }) });
    }
  }

  #leaveOut(place: FilePlace, { rule, language, reason, sort, count = 1, isFile }: Omission): void {
    const { coverage } = this.#shared;
    if (isFile) coverage.files++;
    coverage.skip(place.file ?? "-", reason);
    this.#ledger.add({ ...fileOf(place), language, state: "skipped", reason });
    if (sort === undefined) this.#remark(place, unanalysable(rule, `not analysed: ${reason}`));
    else this.#gaps.add(rule, place, sort, count);
  }

  #doubt(place: FilePlace, { weight, what }: Doubt): void {
    this.#remark(
      place,
      unanalysable(weight === "grave" ? "undecoded-encoding" : "undecodable-text", `the file ${what}`),
    );
  }

  #remark(place: FilePlace, remark: Remark): void {
    this.findings.add(remark, place, () => ({ evidence: [remark.description] }));
  }
}
