// Reads a file of a skill, once, whoever asks first: the scan in its turn, or a file that imports it.
import { keep } from "./arena";
import { readUnit } from "./read-unit";
import { findSecrets } from "./secrets";
import { Language } from "./language";
import { Skill, SkillFile } from "./skill";
import { enter, Unit } from "./unit";

/** Bytes that folding may write: so many, and so many more for each byte of the source. */
const FOLDING_BASE: i32 = 1 << 18;
const FOLDING_PER_BYTE: i32 = 8;
/** What the files of a skill may take together of the first. */
const FOLDING_TOGETHER: i32 = 1 << 24;
const MAX_FOLDING: i32 = 1 << 26;

export function readFile(skill: Skill, file: SkillFile): void {
  if (file.isRead) return;
  file.isRead = true;
  keep();
  const budget = skill.texts.budget; // of the file that imports this one
  const work = skill.world.saved();
  skill.world.admit(file.unit.length);
  allowWork(skill, file.unit);
  skill.modules.begin();
  readUnit(skill, file.unit);
  judgeSecrets(skill, file.unit);
  skill.modules.end();
  skill.world.restore(work);
  skill.texts.budget = budget;
}

function judgeSecrets(skill: Skill, unit: Unit): void {
  const before = enter(skill.findings, unit);
  findSecrets(skill.findings, unit.start, unit.length);
  enter(skill.findings, before);
}

/** This file is walked next. Bundles of JavaScript are long, and little in them is worth another walk. */
export function allowWork(skill: Skill, unit: Unit): void {
  skill.texts.budget = foldingBudget(skill, unit.length);
  skill.world.allow(unit.language == Language.JavaScript ? unit.length >> 2 : unit.length);
}

function foldingBudget(skill: Skill, length: i32): i32 {
  if (length > MAX_FOLDING / FOLDING_PER_BYTE) return MAX_FOLDING;
  const isLeft = skill.texts.charged < FOLDING_TOGETHER + skill.world.admitted * FOLDING_PER_BYTE;
  return (isLeft ? FOLDING_BASE : 0) + length * FOLDING_PER_BYTE;
}
