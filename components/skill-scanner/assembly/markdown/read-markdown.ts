// All of a Markdown text: what is invisible in it, its prose, its code.
import { Language } from "../language";
import { matchSource } from "../matcher";
import { Invisible } from "../prose/invisible";
import { Prose } from "../prose/prose";
import { readUnit } from "../read-unit";
import { Skill } from "../skill";
import { partOf, Unit } from "../unit";
import { layerOf } from "./code-language";
import { prepareExcerpt } from "./excerpt";
import { Excerpt } from "./fence";
import { MarkdownReader } from "./reader";

export function readMarkdown(skill: Skill, unit: Unit): void {
  const prose = skill.prose;
  prose.start();
  if (unit.level == 0) matchSource(skill.findings, unit.start, unit.length);
  new Invisible(unit.start, 0, unit.length, skill.findings, prose).read();
  const reader = new MarkdownReader(unit.source, 0, unit.length, prose, skill.findings);
  reader.read();
  for (let i = 0; i < reader.excerpts.length; i++) readExcerpt(skill, unit, unchecked(reader.excerpts[i]));
}

function readExcerpt(skill: Skill, unit: Unit, excerpt: Excerpt): void {
  if (excerpt.from >= excerpt.to) return;
  const part = partOf(unit, excerpt.language, excerpt.from, excerpt.to, layerOf(excerpt.language));
  prepareExcerpt(part, excerpt.indent);
  readUnit(skill, part);
}
