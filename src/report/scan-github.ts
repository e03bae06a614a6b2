import type { Finding, Severity } from "../scanner/finding.ts";
import { neutralise } from "./neutralise.ts";
import { byGravity, isCounted, nameOfSkill, plural, type ScanView, wordsOf } from "./scan-view.ts";

const COMMAND: Readonly<Record<Severity, string>> = {
  low: "notice",
  medium: "warning",
  high: "error",
  critical: "error",
};

/**
 * Workflow commands that GitHub shows as annotations in a pull request, gravest first because it shows ten of a kind.
 *
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function scanGithub(view: ScanView): string {
  const { report, objections } = view;
  const verdicts = report.skills
    .filter(({ verdict }) => verdict !== "safe")
    .map((skill) => neutralise(`${nameOfSkill(skill)}: ${skill.verdict}`));
  const lines = [
    ...byGravity(report.findings.filter(isCounted)).map((finding) => annotation(finding, view)),
    ...verdicts,
    neutralise(report.summary),
    ...((report.suppressed_findings ?? 0) > 0
      ? [`${plural(report.suppressed_findings ?? 0, "finding")} not counted`]
      : []),
    ...(report.notes ?? []).map((note) => command("notice", {}, note)),
    ...objections.map((objection) => command("error", {}, `wasm-sandbox scan fails: ${objection}`)),
  ];
  return `${lines.join("\n")}\n`;
}

function annotation(finding: Finding, { rules }: ScanView): string {
  const { severity, rule, line, column, end_column: end, flow = [] } = finding;
  const { what, why, fix } = wordsOf(finding, rules);
  const steps = flow.map((step, index) => `${index + 1}. ${step.what} (${step.file ?? "<code>"}:${step.line})`);
  const text = [what, ...steps, ...(why === undefined ? [] : [why]), ...(fix === undefined ? [] : [`Fix: ${fix}`])];
  const place = { file: finding.file, line, col: column > 0 ? column : undefined, endColumn: end };
  return command(COMMAND[severity], { ...place, title: `${severity}: ${rule}` }, ...text);
}

type Properties = Readonly<Record<string, string | number | undefined>>;

function command(name: string, properties: Properties, ...lines: readonly string[]): string {
  const given = Object.entries(properties).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${escapeProperty(String(value))}`],
  );
  const data = lines.map((line) => escapeData(neutralise(line))).join("%0A");
  return `::${name}${given.length === 0 ? "" : ` ${given.join(",")}`}::${data}`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/** Nothing of it can end the property. */
function escapeProperty(text: string): string {
  return escapeData(neutralise(text)).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
