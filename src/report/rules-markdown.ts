import { linkOf } from "../rules/reference.ts";
import { exampleText, type RuleExample, type RulePage } from "../rules/rule-page.ts";
import { inlineMarkdown, markdownCode } from "./markdown.ts";
import { categoriesOf, sentence } from "./rule-text.ts";

/** Every rule as one document: RULES.md. The same rules give the same text. */
export function rulesMarkdown(pages: Iterable<RulePage>): string {
  const rules = [...pages];
  const categories = categoriesOf(rules);
  return [
    `# Rules\n\n${rules.length} rules in ${categories.length} categories, written by \`make docs\` from the rules themselves.`,
    INTRODUCTION,
    ...categories.map((category) => table(category, rules)),
    ...rules.map(page),
  ].join("\n\n");
}

const INTRODUCTION = `\`wasm-sandbox rules <id>\` prints the same page. Severities: **low** is a fact that a reviewer may want to know, **medium** is
worth a look, **high** is hardly ever honest, **critical** is what no honest skill does. Confidence is how often a finding is right.`;

function table(category: string, rules: readonly RulePage[]): string {
  const rows = rules
    .filter((rule) => rule.category === category)
    .map(({ id, severity, title }) => `| [${id}](#${id}) | ${severity} | ${inlineMarkdown(title)} |`);
  return [`## ${category}`, "", "| rule | severity | what it is |", "|---|---|---|", ...rows].join("\n");
}

function page(rule: RulePage): string {
  const languages = rule.languages.length === 0 ? "any file" : rule.languages.join(", ");
  return [
    `### ${rule.id}`,
    inlineMarkdown(sentence(rule.title)),
    `${rule.category} · ${rule.severity} · confidence ${rule.confidence} · ${languages}`,
    `**Why**: ${inlineMarkdown(rule.why)}`,
    `**Fix**: ${inlineMarkdown(rule.fix)}`,
    `**References**: ${rule.references.map(link).join(", ")}`,
    ...examples("A finding", rule.bad),
    ...examples("No finding", rule.good),
  ].join("\n\n");
}

function link(reference: string): string {
  const found = linkOf(reference);
  return found === undefined ? inlineMarkdown(reference) : `[${inlineMarkdown(found.label)}](${found.url})`;
}

function examples(title: string, codes: readonly RuleExample[]): string[] {
  return codes.length === 0 ? [] : [`${title}:`, ...codes.map((code) => markdownCode(exampleText(code)))];
}
