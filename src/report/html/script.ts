/** The filters. Works on what is in the page, and makes no markup from it. */
export const SCRIPT = `
"use strict";
const form = document.getElementById("filters");
const shown = document.getElementById("shown");
const findings = [...document.querySelectorAll(".finding")].map((element) => ({
  element,
  text: element.textContent.toLowerCase(),
}));
const sections = [...document.querySelectorAll(".skill")];
function apply() {
  const wanted = new FormData(form);
  const severities = new Set(wanted.getAll("severity"));
  const skill = wanted.get("skill");
  const rule = wanted.get("rule");
  const text = wanted.get("text").trim().toLowerCase();
  const isNarrowed = skill !== "" || rule !== "" || text !== "";
  let count = 0;
  const alive = new Set();
  for (const { element, text: content } of findings) {
    const data = element.dataset;
    const fits =
      severities.has(data.severity) &&
      (data.counted === "true" || wanted.has("suppressed")) &&
      (skill === "" || data.skill === skill) &&
      (rule === "" || data.rule === rule) &&
      (text === "" || content.includes(text));
    element.hidden = !fits;
    if (!fits) continue;
    count += 1;
    alive.add(data.skill);
  }
  for (const section of sections) {
    section.hidden = isNarrowed && !alive.has(section.dataset.skill) && section.dataset.skill !== skill;
  }
  shown.textContent = count + " of " + findings.length + (findings.length === 1 ? " finding" : " findings");
}
form.addEventListener("input", apply);
form.addEventListener("submit", (event) => event.preventDefault());
form.hidden = false;
apply();
`;
