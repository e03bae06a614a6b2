import { neutraliseJson } from "./neutralise.ts";
import type { ScanView } from "./scan-view.ts";

/** One JSON object, its first line a lone `{`, spelt so that nothing in it acts on a terminal or in a CI log. */
export function scanJson({ report }: Pick<ScanView, "report">): string {
  return `${neutraliseJson(JSON.stringify(report, null, 2))}\n`;
}
