import { join } from "node:path";
import { Command } from "commander";
import { SandboxError } from "../errors.ts";
import { nearestOf } from "../policy/nearest-key.ts";
import { neutraliseJson } from "../report/neutralise.ts";
import { rulesText, ruleText } from "../report/rule-text.ts";
import { linkOf } from "../rules/reference.ts";
import { loadRuleBook, type RuleBook } from "../rules/rule-book.ts";
import type { RulePage } from "../rules/rule-page.ts";
import type { Context } from "./context.ts";

export function rulesCommand(context: Context): Command {
  return new Command("rules")
    .summary("say what a rule of the scanner finds, why it matters and what to do")
    .description(
      "Prints the page of a rule: what it finds, why it matters, what an honest author does instead, " +
        "references and examples. Without a rule, lists all.",
    )
    .argument("[rule]", "list, or the name of a rule, as findings show it", "list")
    .option("--json", "print one JSON object")
    .addHelpText("after", EXAMPLES)
    .action((name: string, { json }: { json?: boolean }) => show(context, name, json === true));
}

const EXAMPLES = `
Examples:
  wasm-sandbox rules                         every rule, by category
  wasm-sandbox rules decoded-data-executed   one of them`;

function show({ output, installation }: Context, name: string, json: boolean): void {
  const book = loadRuleBook(join(installation.distDir, "scanner"));
  if (name === "list")
    output.out(json ? jsonText({ rules: [...book.values()].map(withLinks) }) : rulesText(book.values()));
  else output.out(json ? jsonText(withLinks(ruleOf(book, name))) : ruleText(ruleOf(book, name)));
}

function ruleOf(book: RuleBook, name: string): RulePage {
  const rule = book.get(name);
  if (rule !== undefined) return rule;
  const near = nearestOf(name, [...book.keys()]).slice(0, MOST_SUGGESTED);
  const hint = near.length === 0 ? "wasm-sandbox rules lists all" : `did you mean ${near.join(", ")}?`;
  throw new SandboxError("usage", `there is no rule '${name}'`, { hint });
}

const MOST_SUGGESTED = 3;

function withLinks(rule: RulePage): object {
  return { ...rule, references: rule.references.map((label) => linkOf(label) ?? { label }) };
}

function jsonText(value: object): string {
  return `${neutraliseJson(JSON.stringify(value, null, 2))}\n`;
}
