// All of a Markdown text: what is invisible in it, its prose, its code.
import { isExhausted, keptCount, mark, takeBack } from "../arena";
import { matchSource } from "../characters";
import { Invisible } from "../prose/invisible";
import { readUnit } from "../read-unit";
import { Skill } from "../skill";
import { RULE_NOT_READ } from "../tables";
import { madeIn, partOf, Unit } from "../unit";
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
  reader.files.tell(skill, unit);
  for (let i = 0; i < reader.excerpts.length; i++) {
    if (isExhausted()) { skill.findings.add(RULE_NOT_READ, unchecked(reader.excerpts[i]).from); return; }
    readExcerpt(skill, unit, unchecked(reader.excerpts[i]));
  }
}

function readExcerpt(skill: Skill, unit: Unit, excerpt: Excerpt): void {
  if (excerpt.from >= excerpt.to) return;
  const start = mark(), kept = keptCount();
  const part = unitOf(unit, excerpt);
  part.isFrontmatter = excerpt.isFrontmatter;
  if (excerpt.isFrontmatter || excerpt.isBare) part.isShown = false;
  part.isForWindows = excerpt.isForWindows;
  part.isBatch = excerpt.isBatch;
  part.isAside = unit.isAside || excerpt.isAside;
  prepareExcerpt(part, excerpt.indent);
  readUnit(skill, part);
  takeBack(start, kept);
}

function unitOf(unit: Unit, excerpt: Excerpt): Unit {
  const decoded = excerpt.decoded;
  if (decoded === null) return partOf(unit, excerpt.language, excerpt.from, excerpt.to, layerOf(excerpt.language));
  return madeIn(unit, excerpt.language, changetype<usize>(decoded), decoded.length, excerpt.from, "encoded text in Markdown");
}
