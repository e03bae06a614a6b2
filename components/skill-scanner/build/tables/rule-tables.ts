import { CATEGORIES, type Rule, SEVERITIES } from "../../rule.ts";
import { describeRule } from "../describe-rule.ts";
import { WAITS } from "./effects.ts";
import { column, constant, texts } from "./source-text.ts";

/** What a rule that was met takes from the score: weight times certainty. ARCHITECTURE.md has the decision. */
const WEIGHT = { low: 0.02, medium: 0.1, high: 0.25, critical: 0.5 } as const;
const CERTAINTY = { low: 0.5, medium: 0.8, high: 1 } as const;

const NEEDS = {
  nothing: "Nothing",
  "foreign-secret": "Secret",
  "foreign-host": "Host",
  "direct-flow": "Nothing",
} as const;

/** What the report says of each rule: the constant parts of its JSON, and its weight. */
export function ruleTables(rules: readonly Rule[], rulesHash: string): string[] {
  return [
    constant("RULE_COUNT", rules.length),
    constant("CATEGORY_COUNT", CATEGORIES.length),
    column("RULE_SEVERITY", "u8", rules, ({ severity }) => SEVERITIES.indexOf(severity)),
    column("RULE_CATEGORY", "u8", rules, ({ category }) => CATEGORIES.indexOf(category)),
    column("RULE_ONCE", "u8", rules, ({ category }) => category === "unanalysable"),
    column("RULE_WAITS", "u8", rules, ({ needs }) => WAITS[NEEDS[needs ?? "nothing"]]),
    column("RULE_DIRECT", "u8", rules, ({ needs }) => needs === "direct-flow"),
    column("RULE_SHOWN_AS", "u16", rules, ({ shownAs }, index) => indexOfRule(rules, shownAs) ?? index),
    column("RULE_KEEPS", "f64", rules, ({ severity, confidence }) => 1 - WEIGHT[severity] * CERTAINTY[confidence]),
    ...texts("RULE_HEAD", rules.map(headOf)),
    ...texts(
      "RULE_DESCRIPTION",
      rules.map((rule) => JSON.stringify(describeRule(rule))),
    ),
    ...texts(
      "CATEGORY_NAME",
      CATEGORIES.map((category) => category.replaceAll("_", " ")),
    ),
    ...texts("RULES_HASH", [rulesHash]),
  ];
}

function indexOfRule(rules: readonly Rule[], wanted: string | undefined): number | undefined {
  if (wanted === undefined) return undefined;
  const index = rules.findIndex(({ id }) => id === wanted);
  if (index < 0) throw new Error(`There is no rule ${wanted}`);
  return index;
}

/** `"rule":"…","category":"…",…` */
function headOf({ id, category, severity, confidence }: Rule): string {
  return JSON.stringify({ rule: id, category, severity, confidence }).slice(1, -1);
}
