import * as v from "valibot";
import { described, mapping } from "../policy/policy-schema.ts";
import { FAIL_ON } from "../scanner/objections.ts";
import { FORMATS } from "./formats.ts";

const text = v.pipe(v.string("a text is expected"), v.regex(/\S/, "an empty text"));
const SCORE = "a number from 0 to 1 is expected";
const score = v.pipe(v.number(SCORE), v.minValue(0, SCORE), v.maxValue(1, SCORE));
const DAY = "a day is expected, for example 2027-01-31";
const day = v.pipe(v.string(DAY), v.isoDate(DAY), v.check(isInCalendar, DAY));

const ignore = mapping({
  rule: v.pipe(text, v.description("The rule whose findings do not count")),
  path: described(text, "Only in these files: a path from this file's folder on; * ? and ** match"),
  reason: v.pipe(text, v.description("Why; it is shown wherever the finding is")),
  expires: v.pipe(day, v.description("The last day on which this is valid")),
});

const outputs = mapping(
  Object.fromEntries(FORMATS.map((format) => [format, described(text, `Write ${format} into this file`)])),
);

/** What `--config` reads. Read and published from this one definition; nothing that is not here is accepted. */
export const configSchema = mapping({
  version: v.pipe(v.literal(1, "this version reads version 1"), v.description("Version of this format")),
  "fail-on": described(v.picklist(FAIL_ON, `one of ${FAIL_ON.join(", ")} is expected`), "As --fail-on"),
  "min-score": described(score, "As --min-score"),
  outputs: described(v.nullable(outputs), "Files to write beside what is printed, from this file's folder on"),
  ignore: described(v.nullable(v.array(ignore, "a list is expected")), "Findings that do not count"),
});

export type ConfigDocument = v.InferOutput<typeof configSchema>;

/** `2027-02-30` looks like a day. */
function isInCalendar(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
