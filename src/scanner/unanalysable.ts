import type { Remark, Severity } from "./finding.ts";

/**
 * Our own findings: what was not analysed. Low where the reason is a limit of this program that says nothing about the
 * skill; high where whoever wrote the skill could have brought it about to hide something.
 */
const SEVERITY = {
  "file-kind-not-analysed": "low",
  "file-not-opened": "low",
  "undecodable-text": "low",
  "undecoded-encoding": "high",
  "file-unreadable": "medium",
  "file-too-large": "high",
  "scan-limit-reached": "high",
  "scan-timed-out": "high",
  "scanner-failed": "high",
} as const satisfies Record<string, Severity>;

export type UnanalysableRule = keyof typeof SEVERITY;

export function unanalysable(rule: UnanalysableRule, description: string): Remark {
  return {
    rule,
    category: "unanalysable",
    severity: SEVERITY[rule],
    confidence: "high",
    line: 1,
    column: 1,
    context: "",
    description,
  };
}
