import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { rules } from "../components/skill-scanner/rules/index.ts";
import { rulesMarkdown } from "../src/report/rules-markdown.ts";
import { ruleBook } from "../src/rules/rule-book.ts";

/** The text of RULES.md. */
export function rulesDocument(): string {
  return `${rulesMarkdown(ruleBook(rules).values())}\n`;
}

/** `make docs`. */
if (import.meta.main) await writeFile(join(import.meta.dirname, "../RULES.md"), rulesDocument());
