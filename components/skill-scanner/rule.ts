import type { Match } from "./match.ts";

/** The first five are the seed's. `unanalysable` is what the scanner could not look into. */
export const CATEGORIES = [
  "api_exfiltration",
  "suspicious_network",
  "credential_access",
  "obfuscated_code",
  "dangerous_imports",
  "prompt_injection",
  "agent_manipulation",
  "hidden_content",
  "data_exfiltration",
  "remote_code_download",
  "supply_chain",
  "persistence",
  "privilege_escalation",
  "destructive_action",
  "resource_abuse",
  "cryptomining_wallets",
  "unanalysable",
] as const;
export type Category = (typeof CATEGORIES)[number];

/**
 * What a finding means when it is right. `low`: a fact that a reviewer may want to know; `medium`: look at it;
 * `high`: hardly ever honest; `critical`: no honest skill does this.
 */
export const SEVERITIES = ["low", "medium", "high", "critical"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** How often a finding is right. */
export const CONFIDENCES = ["low", "medium", "high"] as const;
export type Confidence = (typeof CONFIDENCES)[number];

export const LANGUAGES = ["python", "javascript", "shell", "markdown", "data", "text", "go", "ruby", "any"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Python code; or the files of a skill by their paths, which decide how each is read. */
export type Example = string | Readonly<Record<string, string>>;

/** One pattern that the scanner reports: all of it is data, and one file of `rules/`. */
export interface Rule {
  /** Name of the file, anchor in the docs, key in the configuration. Names the bad pattern, never the cure. */
  readonly id: string;
  readonly category: Category;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly languages: readonly Language[];
  /** What it is, as a clause without a full stop. */
  readonly title: string;
  /** Why it matters: one sentence. */
  readonly why: string;
  /** What an honest author does instead: one sentence. */
  readonly fix: string;
  /** CWE, ATT&CK or a URL. */
  readonly references: readonly string[];
  /** Any of these makes a finding. */
  readonly match: Match | readonly Match[];
  /** The rule that is reported instead when the engine finds an innocent reading: see the engine event of that rule. */
  readonly yieldsTo?: string;
  /**
   * The rule that is reported instead where a command or a setting is only shown, in a document, or builds an image: what is
   * ordinary there. Python and JavaScript are programs wherever they stand, and so are functions of a shell.
   */
  readonly shownAs?: string;
  /**
   * Asked when the whole file has been read; without it there is no finding. `foreign-secret`: the file reads a secret that
   * is named after a service which the file does not talk to otherwise. `foreign-host`: the skill does not name the owner
   * of the host at the finding, and the text is not about attacks. `direct-flow`, asked at once: the data does not come
   * through a function of the scanned code; what a library does with its parameters is up to whoever calls it.
   */
  readonly needs?: "foreign-secret" | "foreign-host" | "direct-flow";
  /** Each makes exactly one finding of this rule. */
  readonly bad: readonly Example[];
  /** Near misses: no finding of this rule. */
  readonly good: readonly Example[];
}

/** Checks the shape at compile time; `test/scanner/rules.test.ts` checks what types cannot. */
export function defineRule(rule: Rule): Rule {
  return rule;
}
