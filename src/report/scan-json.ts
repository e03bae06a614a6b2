import type { ScanReport } from "../scanner/report.ts";
import { neutraliseJson } from "./neutralise.ts";

/** One JSON object, its first line a lone `{`, spelt so that nothing in it acts on a terminal or in a CI log. */
export function scanJson(report: ScanReport): string {
  return `${neutraliseJson(JSON.stringify(report, null, 2))}\n`;
}
