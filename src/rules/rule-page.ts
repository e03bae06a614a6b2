import type { Confidence, Severity } from "../scanner/finding.ts";

/** What there is to say about a rule, for those who read its findings. */
export interface RulePage {
  readonly id: string;
  readonly category: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  /** `any` for rules that hold for files of every kind. */
  readonly languages: readonly string[];
  /** What it is, as a clause without a full stop. */
  readonly title: string;
  /** Why it matters: one sentence. */
  readonly why: string;
  /** What an honest author does instead: one sentence. */
  readonly fix: string;
  /** As the rule names them: `CWE-94`, `ATT&CK T1027`, a URL; see `linkOf`. */
  readonly references: readonly string[];
  /** Code that makes a finding. */
  readonly bad: readonly RuleExample[];
  /** Code that looks alike and makes none. */
  readonly good: readonly RuleExample[];
}

/** Python code; or the files of a skill by their paths. */
export type RuleExample = string | Readonly<Record<string, string>>;

/** As one text: each file under its name. */
export function exampleText(example: RuleExample): string {
  if (typeof example === "string") return example;
  return Object.entries(example)
    .map(([path, text]) => `${path}:\n${text}`)
    .join("\n");
}
