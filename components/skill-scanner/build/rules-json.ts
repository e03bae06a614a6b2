import type { Rule } from "../rule.ts";
import { describeRule } from "./describe-rule.ts";

/** What the command line tells about rules: all of a rule but what it matches. */
export function rulesJson(rules: readonly Rule[], rulesHash: string): string {
  const described = rules.map(({ match: _, ...rule }) => ({ ...rule, description: describeRule(rule) }));
  return `${JSON.stringify({ hash: rulesHash, rules: described }, undefined, 1)}\n`;
}
