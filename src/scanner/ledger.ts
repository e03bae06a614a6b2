import type { FileRecord } from "./report.ts";

/** Files of one skill that are listed; those beyond are counted. */
const LISTED = 10_000;

/** What became of each file of a skill: silence about a file means nothing when the file was never looked at. */
export class Ledger {
  readonly files: FileRecord[] = [];
  readonly totals = { analysed: 0, partly: 0, skipped: 0 };

  add(record: FileRecord): void {
    this.totals[record.state]++;
    if (this.files.length < LISTED) this.files.push(record);
  }

  get omitted(): number {
    return this.totals.analysed + this.totals.partly + this.totals.skipped - this.files.length;
  }
}
