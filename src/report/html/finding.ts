import { linkOf } from "../../rules/reference.ts";
import type { Finding, FlowStep, Spot } from "../../scanner/finding.ts";
import { endOf } from "../code-frame.ts";
import { isCounted, placeOf, type ScanView, wordsOf } from "../scan-view.ts";
import { escapeXml } from "../xml.ts";

/** One finding, with what the filters ask about in its attributes. */
export function findingArticle(finding: Finding, skill: number, { rules }: ScanView): string {
  const { severity, confidence, rule, external, layers } = finding;
  const { what, why, fix } = wordsOf(finding, rules);
  const counted = isCounted(finding);
  const references = external === true ? [] : (rules.get(rule)?.references ?? []);
  return `<article class="finding ${severity}${counted ? "" : " suppressed"}" data-severity="${severity}" data-skill="${skill}" data-rule="${escapeXml(rule)}" data-counted="${counted}">
<h3><span class="severity ${severity}">${severity}</span> ${escapeXml(what)}</h3>
<p class="faint"><span class="name">${escapeXml(placeOf(finding))}</span> · <code>${escapeXml(rule)}</code> · confidence ${confidence}${external === true ? " · external scanner" : ""}</p>
${suppression(finding)}${codeBlock(finding, finding.end_column)}${picture(finding.flow ?? [])}${told("Found in", layers?.join(" in "))}${told("Why", why)}${told("Fix", fix)}${links(references)}
</article>`;
}

function suppression({ suppressed }: Finding): string {
  if (suppressed === undefined) return "";
  const { by, reason, until } = suppressed;
  const end = until === undefined ? "" : ` (until ${escapeXml(until)})`;
  return `<p class="note">Not counted, by the ${by}: ${escapeXml(reason)}${end}</p>\n`;
}

function codeBlock(spot: Spot, endColumn: number | undefined): string {
  if (spot.context === "") return "";
  return `<pre tabindex="0"><span class="line" aria-hidden="true">${spot.line}</span><code>${marked(spot, endColumn)}</code></pre>\n`;
}

function marked({ column, context, context_column: start }: Spot, endColumn: number | undefined): string {
  const from = start === undefined || column === 0 ? -1 : column - start;
  if (from < 0 || from >= context.length) return escapeXml(context);
  const to = endOf(context, from, endColumn, start);
  return `${escapeXml(context.slice(0, from))}<mark>${escapeXml(context.slice(from, to))}</mark>${escapeXml(context.slice(to))}`;
}

/** The way of the data, as boxes with arrows between them. */
function picture(flow: readonly FlowStep[]): string {
  if (flow.length === 0) return "";
  const boxes = flow.map((step, index) => box(step, index, flow.length)).join("");
  return `<figure class="flow"><figcaption>The way of the data</figcaption><ol>${boxes}</ol></figure>\n`;
}

function box(step: FlowStep, index: number, count: number): string {
  const role = index === 0 ? "source" : index === count - 1 ? "sink" : "step";
  const label = role === "step" ? "" : `<span class="role">${role}</span> `;
  const code = step.context === "" ? "" : `<code>${escapeXml(step.context)}</code>`;
  return `<li class="${role}"><div>${label}<b>${escapeXml(step.what)}</b> <span class="faint name">${escapeXml(placeOf(step))}</span>${code}</div></li>`;
}

function told(title: string, text: string | undefined): string {
  return text === undefined || text === "" ? "" : `<p><b>${title}</b> ${escapeXml(text)}</p>\n`;
}

function links(references: readonly string[]): string {
  const items = references.map((label) => {
    const url = linkOf(label)?.url;
    if (url === undefined) return escapeXml(label);
    return `<a href="${escapeXml(url)}" rel="noopener noreferrer">${escapeXml(label)}</a>`;
  });
  return items.length === 0 ? "" : `<p class="faint">${items.join(" · ")}</p>\n`;
}
