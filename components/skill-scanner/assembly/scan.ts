// A scan reads every file of a skill, then judges what only the whole can tell.
import { Bytes } from "./bytes";
import { JsonWriter } from "./json-writer";
import { Language } from "./language";
import { readUnit } from "./read-unit";
import { reportCode } from "./report-code";
import { reportSkill } from "./report-skill";
import { Skill, SkillFile } from "./skill";

/** Bytes that folding may write: so many, and so many more for each byte of the source. */
const FOLDING_BASE: i32 = 1 << 18;
const FOLDING_PER_BYTE: i32 = 8;
const MAX_FOLDING: i32 = 1 << 26;

/** Python code that stands alone. `source` has zero bytes behind `length`, as the lexer wants them. */
export function scanCode(source: StaticArray<u8>, length: i32): JsonWriter {
  const skill = new Skill();
  const file = skill.addFile(new Bytes(0, 0), source, length);
  file.unit.language = Language.Python;
  readFile(skill, file);
  skill.services.settle();
  return reportCode(skill.findings, file.unit);
}

export function scanSkill(skill: Skill): JsonWriter {
  for (let i = 0; i < skill.files.length; i++) readFile(skill, unchecked(skill.files[i]));
  skill.services.settle();
  return reportSkill(skill);
}

function readFile(skill: Skill, file: SkillFile): void {
  skill.texts.budget = foldingBudget(file.unit.length);
  skill.world.allow(file.unit.length);
  readUnit(skill, file.unit);
}

function foldingBudget(length: i32): i32 {
  return length > MAX_FOLDING / FOLDING_PER_BYTE ? MAX_FOLDING : FOLDING_BASE + length * FOLDING_PER_BYTE;
}
