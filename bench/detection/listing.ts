import { annotations, isGrave } from "./annotations.ts";
import type { Result } from "./scan-unit.ts";
import type { Place } from "./units.ts";

/** What `--list` can name, with what it means. */
export const LISTS = {
  missed: "malicious units that are not blocked",
  false: "benign units that are not safe",
  lines: "annotated lines that are missed, and those wrongly hit",
  "rule=ID": "units where a rule made a finding",
  "folder=NAME": "all units of a data set",
} as const;

/** Lines of text that name units and their findings; undefined when no list is called so. */
export function listing(what: string, results: readonly Result[]): string[] | undefined {
  if (what === "lines") return results.flatMap(annotatedLines);
  const wanted = selection(what);
  return wanted === undefined ? undefined : results.filter(wanted).flatMap((result) => unitLines(result, what));
}

function selection(what: string): ((result: Result) => boolean) | undefined {
  const [key, value] = what.split("=");
  if (what === "missed") return ({ unit, verdict }) => unit.label === "malicious" && verdict !== "block";
  if (what === "false") return ({ unit, verdict }) => unit.label === "benign" && verdict !== "safe";
  if (key === "rule") return ({ findings }) => findings.some(({ rule }) => rule === value);
  if (key === "folder") return ({ unit }) => unit.folder === value;
  return undefined;
}

function unitLines({ unit, verdict, findings, score }: Result, what: string): string[] {
  const rule = what.startsWith("rule=") ? what.slice("rule=".length) : undefined;
  const shown = findings.filter((finding) =>
    rule === undefined ? unit.label !== "benign" || isGrave(finding) : finding.rule === rule,
  );
  return [
    `${verdict.padEnd(6)} ${unit.label} ${unit.folder}/${unit.name}  (${unit.technique}; score ${score})`,
    ...shown.map(
      ({ severity, confidence, rule, file, line, context }) =>
        `    ${`${severity}/${confidence}`.padEnd(16)} ${rule}  ${file ?? ""}:${line}  ${context.slice(0, 100)}`,
    ),
  ];
}

function annotatedLines(result: Result): string[] {
  const { missedAt, wrongAt } = annotations(result);
  if (missedAt.length + wrongAt.length === 0) return [];
  return [
    `${result.unit.folder}/${result.unit.name}  (${result.unit.technique})`,
    ...(missedAt.length === 0 ? [] : [`    missed   ${missedAt.map(show).join(" ")}`]),
    ...wrongAt.map((place) => `    wrong    ${show(place)}  ${rulesAt(result, place)}`),
  ];
}

function show({ file, line }: Place): string {
  return file === undefined ? String(line) : `${file}:${line}`;
}

function rulesAt({ findings }: Result, { file, line }: Place): string {
  const here = findings.filter((finding) => finding.file === file && finding.line === line && isGrave(finding));
  return [...new Set(here.map(({ rule }) => rule))].join(", ");
}
