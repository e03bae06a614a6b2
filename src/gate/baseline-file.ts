import * as v from "valibot";
import { SandboxError } from "../errors.ts";
import type { BaselineEntry } from "./baseline-entry.ts";

const text = v.pipe(v.string(), v.minLength(1));
const day = v.pipe(v.string(), v.isoDate());

const entrySchema = v.strictObject({
  fingerprint: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
  skill: v.string(),
  rule: text,
  file: v.optional(v.string()),
  reason: v.optional(text),
  expires: v.optional(day),
});

const baselineSchema = v.strictObject({ version: v.literal(1), findings: v.array(entrySchema) });

/**
 * @param name The path by which it was named.
 * @throws SandboxError `policy` when it is not what `--write-baseline` writes
 */
export function parseBaseline(content: string, name: string): readonly BaselineEntry[] {
  const parsed = v.safeParse(baselineSchema, parseJson(content, name));
  if (parsed.success) return parsed.output.findings;
  const [issue] = parsed.issues;
  const place = issue.path?.map(({ key }) => String(key)).join(".");
  throw invalid(name, `${place === undefined ? "" : `${place}: `}${issue.message}`);
}

function parseJson(content: string, name: string): unknown {
  try {
    return JSON.parse(content);
  } catch (cause) {
    throw invalid(name, "not JSON", cause);
  }
}

function invalid(name: string, what: string, cause?: unknown): SandboxError {
  const hint = "write it anew with --write-baseline";
  return new SandboxError("policy", `Invalid baseline ${name}: ${what}`, { hint, cause });
}

/** The text of a baseline with these entries, one on each line, so that a review of it shows what is new. */
export function baselineText(entries: readonly BaselineEntry[]): string {
  const sorted = entries.toSorted(
    (a, b) => compare(a.skill, b.skill) || compare(a.rule, b.rule) || compare(a.fingerprint, b.fingerprint),
  );
  const lines = sorted.map((entry) => `\n    ${JSON.stringify(entry)}`);
  return `{\n  "version": 1,\n  "findings": [${lines.join(",")}${lines.length === 0 ? "" : "\n  "}]\n}\n`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
