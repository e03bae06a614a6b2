import { linkOf } from "../rules/reference.ts";
import { exampleText, type RuleExample, type RulePage } from "../rules/rule-page.ts";
import { neutralise } from "./neutralise.ts";

/** Every rule on a line of its own, by category. */
export function rulesText(pages: Iterable<RulePage>): string {
  const rules = [...pages];
  const width = Math.max(...rules.map(({ id }) => id.length));
  const sections = categoriesOf(rules).map(
    (category) =>
      `${category}\n${rules
        .filter((rule) => rule.category === category)
        .map(({ id, severity, title }) => `  ${severity.padEnd(8)}  ${id.padEnd(width)}  ${title}\n`)
        .join("")}`,
  );
  return `${sections.join("\n")}\n${rules.length} rules; wasm-sandbox rules <id> prints one\n`;
}

/** The page of one rule. */
export function ruleText(rule: RulePage): string {
  return [
    [rule.id, `  ${sentence(rule.title)}`],
    [
      `Severity    ${rule.severity}, confidence ${rule.confidence}`,
      `Category    ${rule.category}`,
      ...(rule.languages.length === 0 ? [] : [`Languages   ${rule.languages.join(", ")}`]),
    ],
    ["Why", `  ${rule.why}`],
    ["Fix", `  ${rule.fix}`],
    ["References", ...rule.references.map(referenceLine)],
    examples("A finding", rule.bad),
    examples("No finding", rule.good),
  ]
    .filter((section) => section.length > 0)
    .map((lines) => `${lines.map((line) => neutralise(line)).join("\n")}\n`)
    .join("\n");
}

export function categoriesOf(rules: readonly RulePage[]): string[] {
  return [...new Set(rules.map(({ category }) => category))].toSorted();
}

/** `a shell command is run` as a sentence. */
export function sentence(title: string): string {
  return `${title.charAt(0).toUpperCase()}${title.slice(1)}.`;
}

function referenceLine(reference: string): string {
  const url = linkOf(reference)?.url;
  return url === undefined || url === reference ? `  ${reference}` : `  ${reference.padEnd(18)}  ${url}`;
}

function examples(title: string, codes: readonly RuleExample[]): string[] {
  return codes.flatMap((code, index) => [
    index === 0 ? title : "",
    ...exampleText(code)
      .split("\n")
      .map((line) => `  | ${line}`),
  ]);
}
