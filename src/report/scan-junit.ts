import type { Finding } from "../scanner/finding.ts";
import { isCounted, nameOfSkill, placeOf, type ScanView, type SkillView, skillViews, wordsOf } from "./scan-view.ts";
import { escapeXml } from "./xml.ts";

/**
 * JUnit XML: a suite for each skill, with a case for its verdict and one for each finding. Findings of medium and above
 * are failures; lower and suppressed ones are skipped cases.
 */
export function scanJunit(view: ScanView): string {
  const suites = skillViews(view.report).map((each) => suite(each, view));
  const { tests, failures, skipped } = sum(suites);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="wasm-sandbox scan" tests="${tests}" failures="${failures}" errors="0" skipped="${skipped}">`,
    ...suites.map(({ text }) => text),
    "</testsuites>\n",
  ].join("\n");
}

interface Counts {
  readonly tests: number;
  readonly failures: number;
  readonly skipped: number;
}

interface Suite extends Counts {
  readonly text: string;
}

type Kind = "passed" | "failed" | "skipped";

function suite({ skill, findings }: SkillView, view: ScanView): Suite {
  const name = escapeXml(nameOfSkill(skill));
  const cases = [verdictCase(skill, name), ...findings.map((finding) => findingCase(finding, name, view))];
  const count = (kind: Kind) => cases.filter((each) => each.kind === kind).length;
  const counts = { tests: cases.length, failures: count("failed"), skipped: count("skipped") };
  const text = [
    `  <testsuite name="${name}" tests="${counts.tests}" failures="${counts.failures}" errors="0" skipped="${counts.skipped}">`,
    ...cases.map((each) => each.text),
    "  </testsuite>",
  ].join("\n");
  return { ...counts, text };
}

function sum(suites: readonly Suite[]): Counts {
  const total = { tests: 0, failures: 0, skipped: 0 };
  for (const { tests, failures, skipped } of suites) {
    total.tests += tests;
    total.failures += failures;
    total.skipped += skipped;
  }
  return total;
}

function verdictCase(
  { verdict, safety_score, reasons }: SkillView["skill"],
  suiteName: string,
): { kind: Kind; text: string } {
  const head = `    <testcase classname="${suiteName}" name="verdict"`;
  if (verdict === "safe") return { kind: "passed", text: `${head}/>` };
  const message = escapeXml(`${verdict}, score ${safety_score}`);
  const body = escapeXml(reasons.join("\n"), { keepNewlines: true });
  return {
    kind: "failed",
    text: `${head}>\n      <failure type="${verdict}" message="${message}">${body}</failure>\n    </testcase>`,
  };
}

function findingCase(finding: Finding, suiteName: string, view: ScanView): { kind: Kind; text: string } {
  const { what } = wordsOf(finding, view.rules);
  const name = escapeXml(`${finding.rule} ${placeOf(finding)}`);
  const file = finding.file === undefined ? "" : ` file="${escapeXml(finding.file)}" line="${finding.line}"`;
  const head = `    <testcase classname="${suiteName}" name="${name}"${file}>`;
  if (!isCounted(finding))
    return skipped(head, `suppressed by ${finding.suppressed?.by}: ${finding.suppressed?.reason}`);
  if (finding.severity === "low") return skipped(head, `low: ${what}`);
  const body = escapeXml(details(finding, view), { keepNewlines: true });
  const message = escapeXml(`${finding.severity}: ${what}`);
  return {
    kind: "failed",
    text: `${head}\n      <failure type="${finding.severity}" message="${message}">${body}</failure>\n    </testcase>`,
  };
}

function skipped(head: string, message: string): { kind: Kind; text: string } {
  return { kind: "skipped", text: `${head}\n      <skipped message="${escapeXml(message)}"/>\n    </testcase>` };
}

function details(finding: Finding, { rules }: ScanView): string {
  const { why, fix } = wordsOf(finding, rules);
  const steps = (finding.flow ?? []).map(
    (step, index) => `${index + 1}. ${oneLine(step.what)} (${oneLine(placeOf(step))})`,
  );
  const parts = [`${oneLine(placeOf(finding))}: ${oneLine(finding.context)}`, ...steps];
  return [...parts, ...(why === undefined ? [] : [why]), ...(fix === undefined ? [] : [`Fix: ${fix}`])].join("\n");
}

function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, " ");
}
