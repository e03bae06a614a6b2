import type { Finding } from "../scanner/finding.ts";
import { codeSpan, inlineMarkdown, markdownCode } from "./markdown.ts";
import { byGravity, isCounted, nameOfSkill, placeOf, plural, type ScanView, wordsOf } from "./scan-view.ts";

/** What GitHub and GitLab take as one comment is a little more. */
const MOST_CHARACTERS = 60_000;
const SKILLS_SHOWN = 50;

const MARK = { safe: "🟢", review: "🟡", block: "🔴" } as const;

/** A comment for a pull request: the verdicts, then each finding to unfold, gravest first, as many as a comment holds. */
export function scanMarkdown(view: ScanView): string {
  const { report, objections } = view;
  const head = [
    `## ${MARK[report.verdict]} Skill scan: ${report.verdict}`,
    inlineMarkdown(report.summary),
    ...(objections.length === 0
      ? []
      : [objections.map((objection) => `**Fails**: ${inlineMarkdown(objection)}`).join("  \n")]),
    verdictTable(view),
  ];
  const foot = footer(view);
  const found = byGravity(report.findings.filter(isCounted)).map((finding) => details(finding, view));
  const room = MOST_CHARACTERS - length([...head, foot]);
  const shown = fitting(found, room);
  const beyond = report.total_findings - shown.length;
  const more = beyond > 0 ? [`… and ${plural(beyond, "more finding")}`] : [];
  return `${[...head, ...shown, ...more, foot].join("\n\n")}\n`;
}

function verdictTable({ report }: ScanView): string {
  const worstFirst = (["block", "review", "safe"] as const).flatMap((verdict) =>
    report.skills.filter((skill) => skill.verdict === verdict),
  );
  const rows = worstFirst.slice(0, SKILLS_SHOWN).map((skill) => {
    const reason = inlineMarkdown(clip(skill.reasons[0] ?? ""));
    return `| ${codeSpan(nameOfSkill(skill))} | ${MARK[skill.verdict]} ${skill.verdict} | ${skill.safety_score} | ${reason} |`;
  });
  const beyond = worstFirst.length - SKILLS_SHOWN;
  const more = beyond > 0 ? [`| … and ${beyond} more | | | |`] : [];
  return ["| skill | verdict | score | because |", "|---|---|---|---|", ...rows, ...more].join("\n");
}

function details(finding: Finding, { rules }: ScanView): string {
  const { what, why, fix } = wordsOf(finding, rules);
  const steps = (finding.flow ?? []).map(
    (step, index) => `${index + 1}. ${inlineMarkdown(step.what)}: ${codeSpan(placeOf(step))} ${codeSpan(step.context)}`,
  );
  const parts = [
    `<details><summary><b>${finding.severity}</b> ${summaryText(finding)}: ${html(what)}</summary>`,
    codeSpan(placeOf(finding)),
    ...(finding.context === "" ? [] : [markdownCode(finding.context)]),
    ...(steps.length === 0 ? [] : [`From source to sink:\n\n${steps.join("\n")}`]),
    ...(finding.layers === undefined ? [] : [`Found in ${inlineMarkdown(finding.layers.join(" in "))}`]),
    ...(why === undefined ? [] : [`**Why**: ${inlineMarkdown(why)}`]),
    ...(fix === undefined ? [] : [`**Fix**: ${inlineMarkdown(fix)}`]),
    "</details>",
  ];
  return parts.join("\n\n");
}

function summaryText({ rule, external }: Finding): string {
  return `${html(rule)}${external === true ? " (external scanner)" : ""}`;
}

/** Inside of an HTML tag Markdown is not read, but mentions are. */
function html(text: string): string {
  return inlineMarkdown(text)
    .replace(/\\([^\\])/g, "$1")
    .replace(/[&<>"'@#`*_[\]|~:]/g, (character) => `&#${character.charCodeAt(0)};`);
}

function footer({
  report: { coverage, suppressed_findings: suppressed = 0, notes = [], scanner },
  version,
}: ScanView): string {
  const parts = [
    `${coverage.analysed} of ${plural(coverage.files, "file")} analysed`,
    ...(suppressed > 0 ? [`${plural(suppressed, "finding")} not counted`] : []),
    ...(scanner.external ? [`scanner ${codeSpan(scanner.name)}, not the built-in one`] : []),
    `wasm-sandbox ${version}`,
  ];
  return [...notes.map((note) => `> ${inlineMarkdown(note)}`), `<sub>${parts.join(" · ")}</sub>`].join("\n\n");
}

function fitting(texts: readonly string[], room: number): string[] {
  const shown: string[] = [];
  let left = room;
  for (const text of texts) {
    left -= text.length + 2;
    if (left < 0) break;
    shown.push(text);
  }
  return shown;
}

function length(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.length + 2, 0);
}

function clip(text: string): string {
  return text.length <= 300 ? text : `${text.slice(0, 300).toWellFormed()}…`;
}
