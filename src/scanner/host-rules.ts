import type { FactRule } from "../skill/contents/content.ts";
import type { Confidence, Remark, Severity } from "./finding.ts";

type Levels = readonly [category: string, severity: Severity, confidence: Confidence];

/**
 * What we find by ourselves, beside the scanner. Low where it says nothing about the skill; high where whoever wrote the
 * skill could have brought it about to hide something; critical where nothing else explains it. The words are those of
 * the rule file of the same name in components/skill-scanner/rules.
 */
export const HOST_RULES = {
  "active-document": ["hidden_content", "high", "medium"],
  "appended-data": ["hidden_content", "medium", "medium"],
  "archive-encrypted": ["hidden_content", "high", "high"],
  "archive-entry-leads-out": ["hidden_content", "high", "high"],
  "archive-inconsistent": ["hidden_content", "high", "high"],
  "archive-limit-reached": ["unanalysable", "high", "high"],
  "archive-link": ["hidden_content", "medium", "medium"],
  "archive-not-unpacked": ["unanalysable", "medium", "high"],
  "bytecode-differs": ["hidden_content", "critical", "medium"],
  "bytecode-shipped": ["supply_chain", "medium", "high"],
  "bytecode-unchecked": ["hidden_content", "critical", "medium"],
  "bytecode-without-source": ["hidden_content", "high", "high"],
  "disguised-program": ["hidden_content", "critical", "high"],
  "file-kind-not-analysed": ["unanalysable", "low", "high"],
  "file-not-opened": ["unanalysable", "low", "high"],
  "file-too-large": ["unanalysable", "high", "high"],
  "file-unreadable": ["unanalysable", "medium", "high"],
  "files-scanned-apart": ["unanalysable", "medium", "high"],
  "link-leads-out": ["hidden_content", "medium", "high"],
  "misnamed-file": ["hidden_content", "medium", "medium"],
  "pickle-shipped": ["supply_chain", "medium", "medium"],
  "polyglot-file": ["hidden_content", "high", "medium"],
  "program-shipped": ["supply_chain", "medium", "high"],
  "scan-limit-reached": ["unanalysable", "high", "high"],
  "scan-timed-out": ["unanalysable", "high", "high"],
  "scanner-failed": ["unanalysable", "high", "high"],
  "undecoded-encoding": ["unanalysable", "high", "high"],
} as const satisfies Readonly<Record<string, Levels>> & Readonly<Record<FactRule, Levels>>;

export type HostRule = keyof typeof HOST_RULES;

/** A remark of our own, on a file as a whole. */
export function remarkOf(rule: HostRule, description: string): Remark {
  const [category, severity, confidence] = HOST_RULES[rule];
  return { rule, category, severity, confidence, line: 1, column: 1, context: "", description };
}
