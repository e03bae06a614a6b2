import type { AttackRow } from "../doctor/run-attacks.ts";
import { neutralise } from "./neutralise.ts";

/** One line of `doctor --attack`. */
export function attackLine({ id, verdict, evidence }: AttackRow, mark = (text: string) => text): string {
  return `${id}  ${mark(verdict.padEnd(13))}  ${neutralise(evidence)}\n`;
}

/** The line below all of them. */
export function attackSummary(rows: readonly AttackRow[]): string {
  const count = (verdict: AttackRow["verdict"]) => rows.filter((row) => row.verdict === verdict).length;
  const skipped = count("skipped") === 0 ? "" : `, ${count("skipped")} skipped`;
  return `${count("contained")} of ${rows.length} contained, ${count("NOT contained")} NOT contained${skipped}\n`;
}
