import { CONFIDENCES, type Finding, SEVERITIES } from "./finding.ts";

/** A longer answer is refused unread. */
const ANSWER_CHARS = 16 * 1024 * 1024;
const CONTEXT_CHARS = 200;
const DESCRIPTION_CHARS = 500;
const LAST_LINE = 2 ** 31;

const NAME = /^[a-z0-9][a-z0-9 ._-]{0,63}$/i;
const DIGEST = /^[0-9a-f]{64}$/;

/** What a scanner component answered, checked; or the first thing that is wrong with it. */
export type Answer =
  | { readonly kind: "findings"; readonly findings: readonly Finding[]; readonly rules: string | undefined }
  | { readonly kind: "failed"; readonly why: string };

/**
 * Reads the JSON of a scanner component. A scanner that is not ours may be hostile: every field is checked and
 * clipped, unknown ones are dropped, its totals, summary and score are not read at all.
 */
export function readAnswer(text: string): Answer {
  if (text.length > ANSWER_CHARS) return failed("its answer is too long");
  const answer = parse(text);
  if (!isRecord(answer)) return failed("its answer is not a JSON object");
  const given = answer["findings"];
  if (!Array.isArray(given)) return failed("its answer has no list of findings");
  const findings = given.map(readFinding);
  const wrong = findings.indexOf(undefined);
  if (wrong >= 0) return failed(`its finding ${wrong + 1} is malformed`);
  return { kind: "findings", findings: findings.filter((finding) => finding !== undefined), rules: rulesOf(answer) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // the caller says what is wrong; the parser's own words would quote hostile text
  }
}

function readFinding(value: unknown): Finding | undefined {
  if (!isRecord(value)) return undefined;
  const category = name(value["category"]);
  const severity = SEVERITIES.find((known) => known === value["severity"]);
  const line = position(value["line"]);
  const context = clipped(value["context"], CONTEXT_CHARS);
  const description = clipped(value["description"], DESCRIPTION_CHARS);
  // The three that the seed's scanners do not have.
  const rule = value["rule"] === undefined ? category : name(value["rule"]);
  const column = value["column"] === undefined ? 0 : position(value["column"]);
  const confidence = CONFIDENCES.find((known) => known === (value["confidence"] ?? "medium"));
  if (category === undefined || severity === undefined || line === undefined || context === undefined) return undefined;
  if (description === undefined || rule === undefined || column === undefined || confidence === undefined)
    return undefined;
  return { rule, category, severity, confidence, line, column, context, description };
}

function name(value: unknown): string | undefined {
  return typeof value === "string" && NAME.test(value) ? value : undefined;
}

function position(value: unknown): number | undefined {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= LAST_LINE ? Number(value) : undefined;
}

function clipped(value: unknown, limit: number): string | undefined {
  if (typeof value !== "string") return undefined;
  return value.length <= limit ? value : `${value.slice(0, limit).toWellFormed()}…`;
}

function rulesOf(answer: Record<string, unknown>): string | undefined {
  const engine = answer["engine"];
  const rules = isRecord(engine) ? engine["rules"] : undefined;
  return typeof rules === "string" && DIGEST.test(rules) ? rules : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function failed(why: string): Answer {
  return { kind: "failed", why };
}
