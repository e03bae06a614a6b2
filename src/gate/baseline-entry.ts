import { dirname, relative, resolve } from "node:path";
import type { Finding } from "../scanner/finding.ts";

/** One known finding. */
export interface BaselineEntry {
  readonly fingerprint: string;
  /** From the baseline's folder on, with `/`; empty for that folder, or for code that was given as text. */
  readonly skill: string;
  readonly rule: string;
  /** For readers; what counts is the fingerprint. */
  readonly file?: string | undefined;
  readonly reason?: string | undefined;
  /** The last day on which it is valid, `2027-01-31`. */
  readonly expires?: string | undefined;
}

/** Where a skill is, as a baseline in that file says it. */
export function skillInBaseline(skill: string | undefined, cwd: string, file: string): string {
  return skill === undefined ? "" : relative(dirname(file), resolve(cwd, skill));
}

export function entryOf(finding: Finding, cwd: string, file: string): BaselineEntry {
  const inside = finding.file === undefined ? {} : { file: relative(dirname(file), resolve(cwd, finding.file)) };
  const { fingerprint, rule } = finding;
  return { fingerprint, skill: skillInBaseline(finding.skill, cwd, file), rule, ...inside };
}
