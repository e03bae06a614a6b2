import type { Coverage } from "./coverage.ts";
import type { Confidence, Finding, SeverityCounts } from "./finding.ts";
import type { ScannerIdentity } from "./scanner.ts";
import type { Verdict } from "./verdict.ts";

/** The result of a scan, with the keys of the JSON output. */
export interface ScanReport {
  /** That of the worst skill. */
  readonly verdict: Verdict;
  /** In the order met. */
  readonly skills: readonly SkillReport[];
  /** Skill after skill, file after file, line after line. */
  readonly findings: readonly Finding[];
  /** That of the worst skill: from 1 (nothing found) to 0. */
  readonly safety_score: number;
  readonly summary: string;
  /** More than `findings` holds when a severity has too many to list. */
  readonly total_findings: number;
  readonly findings_by_severity: SeverityCounts;
  /** How many of `findings` are suppressed, and in no count or verdict; absent when nothing could be. */
  readonly suppressed_findings?: number;
  /** What whoever keeps the configuration should know, one sentence each; absent when there is nothing. */
  readonly notes?: readonly string[];
  readonly coverage: Coverage;
  readonly scanner: ScannerIdentity;
}

/** One skill: a folder with a SKILL.md, a package, or whatever was named by itself. */
export interface SkillReport {
  /** As the user would type it; absent when code was given as text. */
  readonly path?: string;
  readonly verdict: Verdict;
  /** How sure the verdict is. */
  readonly confidence: Confidence;
  /** From 1 (nothing found) to 0; a blocked skill has less than 0.3. */
  readonly safety_score: number;
  /** What decided, gravest first, one sentence each; never empty. */
  readonly reasons: readonly string[];
  readonly findings_by_severity: SeverityCounts;
  /** What became of each file. */
  readonly files: readonly FileRecord[];
  /** How many more files there are than are listed; absent when none. */
  readonly files_omitted?: number;
}

export interface FileRecord {
  /** Like `file` of a finding. */
  readonly file?: string;
  /** What it was taken for: `python`, `png image`. */
  readonly language: string;
  readonly state: FileState;
  /** Why it was not analysed, or not wholly. */
  readonly reason?: string;
}

export const FILE_STATES = ["analysed", "partly", "skipped"] as const;
export type FileState = (typeof FILE_STATES)[number];
