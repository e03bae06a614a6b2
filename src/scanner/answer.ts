import { clipped, isRecord, listOf } from "./fields.ts";
import type { Observation } from "./finding.ts";
import { readObservation } from "./observation.ts";
import { FILE_STATES } from "./report.ts";
import type { Failure, Reply, ScannedFile } from "./scanner.ts";

/** A longer answer is refused unread. */
const ANSWER_CHARS = 64 * 1024 * 1024;
const REASON_CHARS = 200;

const LANGUAGE = /^[a-z0-9][a-z0-9 .+#/_-]{0,39}$/i;
const DIGEST = /^[0-9a-f]{64}$/;

/** What a scanner component answered, checked; or the first thing that is wrong with it. */
export type Answer = Heard | Extract<Failure, { kind: "failed" }>;

export interface Heard {
  readonly kind: "findings";
  readonly observations: readonly Observation[];
  /** One for each file that was given; undefined when the answer tells nothing of files, as those of `scan-code`. */
  readonly files: readonly ScannedFile[] | undefined;
  readonly rules: string | undefined;
}

/**
 * Reads the JSON of a scanner component that was given this many files. A scanner that is not ours may be hostile: every
 * field is checked and clipped, unknown ones are dropped, its totals, summary and score are not read at all.
 */
export function readAnswer(text: string, fileCount: number): Answer {
  if (text.length > ANSWER_CHARS) return failed("its answer is too long");
  const answer = parse(text);
  if (!isRecord(answer)) return failed("its answer is not a JSON object");
  const given = answer["findings"];
  if (!Array.isArray(given)) return failed("its answer has no list of findings");
  const observations = given.map((each) => readObservation(each, fileCount));
  const wrong = observations.indexOf(undefined);
  if (wrong >= 0) return failed(`its finding ${wrong + 1} is malformed`);
  const files = readFiles(answer["files"], fileCount);
  if (files === "malformed") return failed("its list of files is malformed");
  return { kind: "findings", observations: observations.filter(isDefined), files, rules: rulesOf(answer) };
}

/** The answer of `scan-skill`, which has to tell what became of each file. */
export function replyOf(text: string, fileCount: number): Reply {
  const answer = readAnswer(text, fileCount);
  if (answer.kind === "failed") return answer;
  const { kind, observations, files } = answer;
  return files === undefined ? failed("its answer does not tell of each file") : { kind, observations, files };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // the caller says what is wrong; the parser's own words would quote hostile text
  }
}

function readFiles(value: unknown, fileCount: number): ScannedFile[] | "malformed" | undefined {
  if (value === undefined) return undefined;
  const files = listOf(value, fileCount, readFile);
  return files?.length === fileCount ? files : "malformed";
}

function readFile(value: unknown): ScannedFile | undefined {
  if (!isRecord(value)) return undefined;
  const { language, reason } = value;
  const state = FILE_STATES.find((known) => known === value["state"]);
  if (state === undefined || typeof language !== "string" || !LANGUAGE.test(language)) return undefined;
  if (reason === undefined) return { language, state };
  const said = clipped(reason, REASON_CHARS);
  return said === undefined ? undefined : { language, state, reason: said };
}

function rulesOf(answer: Record<string, unknown>): string | undefined {
  const engine = answer["engine"];
  const rules = isRecord(engine) ? engine["rules"] : undefined;
  return typeof rules === "string" && DIGEST.test(rules) ? rules : undefined;
}

function isDefined<T>(value: T | undefined): value is T {
  return value !== undefined;
}

function failed(why: string): Extract<Failure, { kind: "failed" }> {
  return { kind: "failed", why };
}
