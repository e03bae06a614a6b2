import { readFileSync } from "node:fs";
import { join } from "node:path";
import { SandboxError } from "../errors.ts";
import type { RulePage } from "./rule-page.ts";

/** Every rule by its id, in the order of ids. */
export type RuleBook = ReadonlyMap<string, RulePage>;

/**
 * Reads what the build wrote beside the scanner.
 *
 * @param directory Where `rules.json` is.
 * @throws SandboxError `internal` when it is missing or damaged
 */
export function loadRuleBook(directory: string): RuleBook {
  return ruleBook(readRules(join(directory, "rules.json")));
}

/** All rules, those that the host reports among them. */
export function ruleBook(scannerRules: readonly RulePage[]): RuleBook {
  const pages = scannerRules.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return new Map(pages.map((page) => [page.id, page]));
}

function readRules(file: string): readonly RulePage[] {
  try {
    const { rules } = JSON.parse(readFileSync(file, "utf8")) as { rules: unknown };
    if (Array.isArray(rules)) return rules.map(pageOf);
  } catch (cause) {
    throw broken(cause);
  }
  throw broken();
}

/** Drops what is of no use to readers. */
function pageOf(rule: RulePage): RulePage {
  const { id, category, severity, confidence, languages, title, why, fix, references, bad, good } = rule;
  return { id, category, severity, confidence, languages, title, why, fix, references, bad, good };
}

function broken(cause?: unknown): SandboxError {
  const hint = "reinstall wasm-sandbox; in a checkout: npm run build";
  return new SandboxError("internal", "the list of rules cannot be read", { hint, cause });
}
