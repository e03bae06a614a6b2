import { createHash } from "node:crypto";
import { SEVERITIES } from "../scanner/finding.ts";
import { VERDICTS } from "../scanner/verdict.ts";
import { filters } from "./html/filters.ts";
import { SCRIPT } from "./html/script.ts";
import { skillSection } from "./html/skill.ts";
import { STYLE } from "./html/style.ts";
import { plural, type ScanView, skillViews } from "./scan-view.ts";
import { escapeXml } from "./xml.ts";

/** One page that needs nothing else: no font, image, style or script from anywhere, and foreign text as text. */
export function scanHtml(view: ScanView): string {
  const { report } = view;
  const views = skillViews(report).toSorted(
    (a, b) => VERDICTS.indexOf(b.skill.verdict) - VERDICTS.indexOf(a.skill.verdict),
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Skill scan: ${report.verdict}</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#findings">To the findings</a>
${header(view)}
${filters(views)}
<main id="findings">
${views.map((each, index) => skillSection(each, index, view)).join("\n")}
</main>
${footer(view)}
<script>${SCRIPT}</script>
</body>
</html>
`;
}

/** Nothing is loaded, nothing is sent, and only our own style and script count. */
function policy(): string {
  return `default-src 'none'; style-src '${digest(STYLE)}'; script-src '${digest(SCRIPT)}'; base-uri 'none'; form-action 'none'`;
}

function digest(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

function header({ report, objections }: ScanView): string {
  const counts = SEVERITIES.toReversed()
    .map((each) => `<li class="tile ${each}"><b>${report.findings_by_severity[each]}</b> ${each}</li>`)
    .join("");
  const fails = objections.map((objection) => `<li>${escapeXml(objection)}</li>`).join("");
  return `<header class="top ${report.verdict}">
<h1>Skill scan <span class="verdict ${report.verdict}">${report.verdict}</span></h1>
<p>${escapeXml(report.summary)}</p>
<ul class="tiles"><li class="tile"><b>${report.safety_score}</b> score</li><li class="tile"><b>${report.skills.length}</b> ${report.skills.length === 1 ? "skill" : "skills"}</li>${counts}</ul>
${fails === "" ? "" : `<div class="fails"><strong>Fails</strong><ul>${fails}</ul></div>`}
</header>`;
}

function footer({ report, version }: ScanView): string {
  const { coverage, scanner, notes = [], suppressed_findings: suppressed = 0 } = report;
  const parts = [
    `${coverage.analysed} of ${plural(coverage.files, "file")} analysed`,
    ...(suppressed > 0 ? [`${plural(suppressed, "finding")} not counted`] : []),
    ...(scanner.external ? [`scanner ${scanner.name}, not the built-in one`] : []),
    `wasm-sandbox ${version}`,
  ];
  const listed = notes.map((note) => `<li>${escapeXml(note)}</li>`).join("");
  return `<footer>${listed === "" ? "" : `<ul>${listed}</ul>`}<p>${escapeXml(parts.join(" · "))}</p></footer>`;
}
