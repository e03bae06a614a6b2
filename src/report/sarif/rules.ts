import { linkOf } from "../../rules/reference.ts";
import type { RuleBook } from "../../rules/rule-book.ts";
import { exampleText, type RulePage } from "../../rules/rule-page.ts";
import type { Confidence, Finding, Severity } from "../../scanner/finding.ts";
import { inlineMarkdown, markdownCode } from "../markdown.ts";
import { sentence } from "../rule-text.ts";
import { message } from "./message.ts";

export const LEVEL: Readonly<Record<Severity, string>> = {
  low: "note",
  medium: "warning",
  high: "error",
  critical: "error",
};

/** The middle of the band that GitHub shows under each word. */
const SECURITY_SEVERITY: Readonly<Record<Severity, string>> = {
  low: "2.0",
  medium: "5.5",
  high: "8.0",
  critical: "9.5",
};
const PRECISION: Readonly<Record<Confidence, string>> = { low: "low", medium: "medium", high: "high" };

/** The rules that are spoken of, each once. */
export class RuleList {
  readonly list: object[] = [];
  readonly #book: RuleBook;
  readonly #indexes = new Map<string, number>();

  constructor(book: RuleBook) {
    this.#book = book;
  }

  indexOf(finding: Finding): number {
    const known = this.#indexes.get(finding.rule);
    if (known !== undefined) return known;
    const page = finding.external === true ? undefined : this.#book.get(finding.rule);
    this.list.push(page === undefined ? unknownRule(finding) : describedRule(page));
    this.#indexes.set(finding.rule, this.list.length - 1);
    return this.list.length - 1;
  }
}

/** Of a scanner that is not ours we know what it says. */
function unknownRule({ rule, category, severity, confidence }: Finding): object {
  return {
    id: rule,
    shortDescription: message(rule),
    defaultConfiguration: { level: LEVEL[severity] },
    properties: facts({ category, severity, confidence }, []),
  };
}

function describedRule(page: RulePage): object {
  const { id, title, why, fix, severity, references } = page;
  const links = references.flatMap((label) => linkOf(label) ?? []);
  const [first] = links;
  return {
    id,
    name: id.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: message(sentence(title)),
    fullDescription: message(why),
    help: { text: `${why} ${fix}`, markdown: helpText(page, links) },
    ...(first === undefined ? {} : { helpUri: first.url }),
    defaultConfiguration: { level: LEVEL[severity] },
    properties: facts(page, references),
  };
}

function helpText({ title, why, fix, bad, good }: RulePage, links: readonly { label: string; url: string }[]): string {
  return [
    inlineMarkdown(sentence(title)),
    `**Why**: ${inlineMarkdown(why)}`,
    `**Fix**: ${inlineMarkdown(fix)}`,
    ...example("A finding", bad),
    ...example("No finding", good),
    ...(links.length === 0 ? [] : [links.map(({ label, url }) => `[${inlineMarkdown(label)}](${url})`).join(", ")]),
  ].join("\n\n");
}

function example(title: string, [first]: RulePage["bad"]): string[] {
  return first === undefined ? [] : [`${title}:`, markdownCode(exampleText(first))];
}

function facts(
  { category, severity, confidence }: Pick<Finding, "category" | "severity" | "confidence">,
  references: readonly string[],
): object {
  return {
    tags: ["security", category, ...references.map(tagOf)],
    precision: PRECISION[confidence],
    "security-severity": SECURITY_SEVERITY[severity],
    "problem.severity": { low: "recommendation", medium: "warning", high: "error", critical: "error" }[severity],
  };
}

/** GitHub links `external/cwe/cwe-94`. */
function tagOf(reference: string): string {
  const cwe = /^CWE-(\d+)$/.exec(reference)?.[1];
  return cwe === undefined ? reference : `external/cwe/cwe-${cwe.padStart(3, "0")}`;
}
