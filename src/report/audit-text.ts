import type { Verification } from "../audit/verify-log.ts";
import { neutralise, neutraliseJson } from "./neutralise.ts";

/** What `audit verify` was asked and found. */
export interface AuditReport extends Verification {
  readonly file: string;
  readonly expected: string | undefined;
}

/** Whether the log is what it was when the expected head was printed. */
export function isIntact({ broken, expected, expectedAt }: AuditReport): boolean {
  return broken === undefined && (expected === undefined || expectedAt !== undefined);
}

export function auditText(report: AuditReport): string {
  const { file, lines, head, broken } = report;
  const name = neutralise(file);
  const found =
    broken === undefined
      ? `${name}: ${linesText(lines)}, each follows from the one before`
      : `${name}:${broken.line}: ${broken.reason}\n  ${linesText(lines)} before it as they were written`;
  return [found, ...expectation(report), `head: ${head}`, ""].join("\n");
}

export function auditJson(report: AuditReport): string {
  const { file, lines, head, broken, expected, expectedAt } = report;
  const json = {
    file,
    intact: isIntact(report),
    lines,
    head,
    broken: broken ?? null,
    expected: expected ?? null,
    expected_line: expectedAt ?? null,
  };
  return `${neutraliseJson(JSON.stringify(json))}\n`;
}

function expectation({ expected, expectedAt, lines, broken }: AuditReport): string[] {
  if (expected === undefined) return [];
  if (expectedAt === undefined) {
    const where = broken === undefined ? "in it: its end was cut off, or it is another log" : "before that line";
    return [`the expected head is not ${where}`];
  }
  return [`the expected head is line ${expectedAt}; ${linesText(lines - expectedAt)} after it`];
}

function linesText(count: number): string {
  return `${count} ${count === 1 ? "line" : "lines"}`;
}
