// A scan reads every file of a skill, then judges what only the whole can tell.
import { Bytes } from "./bytes";
import { settleHosts } from "./hosts";
import { JsonWriter } from "./json-writer";
import { Language } from "./language";
import { readFile } from "./read-file";
import { reportCode } from "./report-code";
import { reportSkill } from "./report-skill";
import { judgePaths } from "./shipped-files";
import { Skill } from "./skill";

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
  judgePaths(skill);
  for (let i = 0; i < skill.files.length; i++) readFile(skill, unchecked(skill.files[i]));
  skill.services.settle();
  settleHosts(skill);
  return reportSkill(skill);
}
