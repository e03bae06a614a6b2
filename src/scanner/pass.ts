import type { Item, Place } from "../skill/collect.ts";
import { type Decoded, decodeSource } from "../skill/decode.ts";
import { CoverageCount } from "./coverage.ts";
import type { Finding } from "./finding.ts";
import { Gaps } from "./gaps.ts";
import { limitReached, type Omission, omissionOf, omissionOfReply } from "./omission.ts";
import type { ScanReport } from "./report.ts";
import type { Reply, Scanner } from "./scanner.ts";
import { Tally } from "./tally.ts";
import { unanalysable } from "./unanalysable.ts";

/** A scanner that hangs again and again would make a scan endless; the rest is then left out, and said to be. */
const TIME_OUTS = 3;

/** One scan: takes items in their order, and keeps what became of them. */
export class Pass {
  readonly coverage = new CoverageCount();
  readonly #scanner: Scanner;
  readonly #tally = new Tally();
  readonly #gaps = new Gaps();
  #skill: string | undefined;
  #timeOuts = 0;

  constructor(scanner: Scanner) {
    this.#scanner = scanner;
  }

  async take(item: Item): Promise<void> {
    if (item.kind !== "source") this.#leaveOut(item, omissionOf(item));
    else if (this.#timeOuts >= TIME_OUTS) this.#leaveOut(item, limitReached("the scanner timed out too often", true));
    else this.#hear(item, await this.#ask(item));
  }

  /** Once, at the end. */
  report(): ScanReport {
    for (const finding of this.#gaps.findings()) this.#tally.add(finding);
    return {
      findings: this.#tally.findings,
      safety_score: this.#tally.score,
      summary: this.#tally.summary,
      total_findings: this.#tally.total,
      findings_by_severity: this.#tally.counts,
      coverage: this.coverage.result(),
      scanner: this.#scanner.identity,
    };
  }

  #ask(item: Extract<Item, { kind: "source" }>): Reply | Promise<Reply> {
    if (item.skill !== this.#skill) this.#scanner.renew();
    this.#skill = item.skill;
    const decoded = decodeSource(item.bytes);
    this.#doubt(item, decoded);
    return this.#scanner.scan(decoded.utf8);
  }

  #doubt({ file }: Place, { doubt }: Decoded): void {
    if (doubt === undefined) return;
    const rule = doubt.weight === "grave" ? "undecoded-encoding" : "undecodable-text";
    this.#tally.add(unanalysable(rule, file, `the file ${doubt.what}`));
  }

  #hear(place: Place, reply: Reply): void {
    if (reply.kind === "timed-out") this.#timeOuts++;
    if (reply.kind !== "findings") this.#leaveOut(place, omissionOfReply(reply));
    else this.#keep(place, reply.findings);
  }

  #keep({ file }: Place, findings: readonly Finding[]): void {
    this.coverage.files++;
    this.coverage.analysed++;
    for (const finding of inOrder(findings)) this.#tally.add(located(finding, file));
  }

  #leaveOut({ skill, file }: Place, { rule, reason, sort, count, isFile }: Omission): void {
    if (isFile) this.coverage.files++;
    this.coverage.skip(file ?? "-", reason);
    if (sort === undefined) this.#tally.add(unanalysable(rule, file, `not analysed: ${reason}`));
    else this.#gaps.add(rule, skill, file, sort, count ?? 1);
  }
}

function inOrder(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((a, b) => a.line - b.line || a.column - b.column);
}

function located(finding: Finding, file: string | undefined): Finding {
  if (file === undefined) return finding;
  const { rule, category, severity, confidence, ...rest } = finding;
  return { rule, category, severity, confidence, file, ...rest };
}
