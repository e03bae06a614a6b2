import { SEVERITIES } from "../../scanner/finding.ts";
import { isCounted, nameOfSkill, type SkillView } from "../scan-view.ts";
import { escapeXml } from "../xml.ts";

/** What the script shows and hides findings by; without scripts it stays hidden, and everything is shown. */
export function filters(views: readonly SkillView[]): string {
  const findings = views.flatMap((each) => each.findings);
  const rules = [...new Set(findings.map(({ rule }) => rule))].toSorted();
  const severities = SEVERITIES.toReversed()
    .map(
      (each) => `<label class="check"><input type="checkbox" name="severity" value="${each}" checked> ${each}</label>`,
    )
    .join("");
  const suppressed = findings.every(isCounted)
    ? ""
    : '<label class="check"><input type="checkbox" name="suppressed"> not counted</label>';
  return `<form id="filters" role="search" aria-label="Findings" hidden>
<fieldset><legend>Severity</legend>${severities}${suppressed}</fieldset>
<label>Skill <select name="skill"><option value="">all</option>${views.map(({ skill }, index) => option(String(index), nameOfSkill(skill))).join("")}</select></label>
<label>Rule <select name="rule"><option value="">all</option>${rules.map((rule) => option(rule, rule)).join("")}</select></label>
<label>Text <input type="search" name="text" autocomplete="off"></label>
<output id="shown" aria-live="polite"></output>
</form>`;
}

function option(value: string, text: string): string {
  return `<option value="${escapeXml(value)}">${escapeXml(text)}</option>`;
}
