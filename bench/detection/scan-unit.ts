import { relative } from "node:path";
import { scan } from "../../src/scan.ts";
import type { Finding } from "../../src/scanner/finding.ts";
import type { Scanner } from "../../src/scanner/scanner.ts";
import type { Verdict } from "../../src/scanner/verdict.ts";
import type { Unit } from "./units.ts";

/** What became of one unit. */
export interface Result {
  readonly unit: Unit;
  readonly verdict: Verdict;
  /** `file` is relative to the unit, and absent for a unit that is one file. */
  readonly findings: readonly Finding[];
  readonly score: number;
  /** Processor time: what else the machine does is not counted. */
  readonly ms: number;
}

/** Scans as a user would, by the same function, in this process. */
export async function scanUnit(scanner: Scanner, unit: Unit): Promise<Result> {
  const started = process.cpuUsage();
  const report = await scan({ targets: [{ kind: "path", path: unit.path }], scanner });
  const { user, system } = process.cpuUsage(started);
  const findings = report.findings.map((finding) => relativeTo(unit, finding));
  return { unit, verdict: report.verdict, findings, score: report.safety_score, ms: (user + system) / 1000 };
}

function relativeTo(unit: Unit, { file, ...finding }: Finding): Finding {
  return unit.isFile || file === undefined ? finding : { ...finding, file: relative(unit.path, file) };
}
