import type { FileRecord } from "../../scanner/report.ts";
import { byGravity, nameOfSkill, plural, type ScanView, type SkillView } from "../scan-view.ts";
import { escapeXml } from "../xml.ts";
import { findingArticle } from "./finding.ts";

/** One skill: its verdict with the reasons, its findings, and what became of each file. */
export function skillSection({ skill, findings }: SkillView, index: number, view: ScanView): string {
  const { verdict, confidence, safety_score, reasons } = skill;
  const articles = byGravity(findings).map((finding) => findingArticle(finding, index, view));
  return `<section class="skill" data-skill="${index}" aria-labelledby="skill-${index}">
<h2 id="skill-${index}"><span class="verdict ${verdict}">${verdict}</span> <span class="name">${escapeXml(nameOfSkill(skill))}</span></h2>
<p class="faint">confidence ${confidence} · score ${safety_score}</p>
<ul class="reasons">${reasons.map((reason) => `<li>${escapeXml(reason)}</li>`).join("")}</ul>
${articles.join("\n")}
${ledger(skill.files, skill.files_omitted ?? 0)}
</section>`;
}

/** Files that the page lists; the JSON lists more. */
const FILES_SHOWN = 500;

function ledger(files: readonly FileRecord[], omitted: number): string {
  const gaps = files.filter(({ state }) => state !== "analysed").length;
  const beyond = Math.max(0, files.length - FILES_SHOWN) + omitted;
  const summary = `${plural(files.length + omitted, "file")}, ${gaps === 0 ? "all analysed" : `${gaps} not or not wholly analysed`}`;
  const rows = files
    .toSorted((a, b) => Number(a.state === "analysed") - Number(b.state === "analysed"))
    .slice(0, FILES_SHOWN)
    .map(row);
  return `<details class="ledger"><summary>${summary}</summary>
<div class="scroll"><table><thead><tr><th scope="col">file</th><th scope="col">taken for</th><th scope="col">state</th><th scope="col">why</th></tr></thead>
<tbody>${rows.join("")}${beyond > 0 ? `<tr><td colspan="4">… and ${beyond} more</td></tr>` : ""}</tbody></table></div></details>`;
}

function row({ file, language, state, reason }: FileRecord): string {
  return `<tr><td>${escapeXml(file ?? "<code>")}</td><td>${escapeXml(language)}</td><td>${state}</td><td>${escapeXml(reason ?? "")}</td></tr>`;
}
