import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { toJsonSchema } from "@valibot/to-json-schema";
import * as v from "valibot";
import { CONFIDENCES, SEVERITIES } from "../src/scanner/finding.ts";
import { FILE_STATES } from "../src/scanner/report.ts";
import { VERDICTS } from "../src/scanner/verdict.ts";

const text = v.string();
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const score = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const digest = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

const counts = v.strictObject({ critical: count, high: count, medium: count, low: count });

const spot = { line: count, column: count, context: text, context_column: v.exactOptional(count) };

const finding = v.strictObject({
  rule: text,
  category: text,
  severity: v.picklist(SEVERITIES),
  confidence: v.picklist(CONFIDENCES),
  skill: v.exactOptional(text),
  file: v.exactOptional(text),
  ...spot,
  end_column: v.exactOptional(count),
  description: text,
  flow: v.exactOptional(v.array(v.strictObject({ file: v.exactOptional(text), ...spot, what: text }))),
  layers: v.exactOptional(v.array(text)),
  fix: v.exactOptional(text),
  fingerprint: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
  external: v.exactOptional(v.literal(true)),
  suppressed: v.exactOptional(
    v.strictObject({
      by: v.picklist(["config", "baseline", "base"]),
      reason: text,
      until: v.exactOptional(v.pipe(v.string(), v.isoDate())),
    }),
  ),
});

const skill = v.strictObject({
  path: v.exactOptional(text),
  verdict: v.picklist(VERDICTS),
  confidence: v.picklist(CONFIDENCES),
  safety_score: score,
  reasons: v.pipe(v.array(text), v.minLength(1)),
  findings_by_severity: counts,
  files: v.array(
    v.strictObject({
      file: v.exactOptional(text),
      language: text,
      state: v.picklist(FILE_STATES),
      reason: v.exactOptional(text),
    }),
  ),
  files_omitted: v.exactOptional(count),
});

/** Holds what `ScanReport` says; the test of this file does not compile when the two part. */
export const scanReport = v.strictObject({
  verdict: v.picklist(VERDICTS),
  skills: v.array(skill),
  findings: v.array(finding),
  safety_score: score,
  summary: text,
  total_findings: count,
  findings_by_severity: counts,
  suppressed_findings: v.exactOptional(count),
  notes: v.exactOptional(v.array(text)),
  coverage: v.strictObject({
    files: count,
    analysed: count,
    skipped: v.array(v.strictObject({ file: text, reason: text })),
    skipped_omitted: v.exactOptional(count),
  }),
  scanner: v.strictObject({ name: text, digest, rules: v.exactOptional(digest), external: v.boolean() }),
});

/** The JSON Schema of what `scan --format json` prints. */
export function scanReportJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...rest } = toJsonSchema(scanReport, { typeMode: "output" });
  return { $schema, title: "wasm-sandbox scan report", ...rest };
}

export async function writeScanReportSchema(file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(scanReportJsonSchema(), null, 2)}\n`);
}
