// What a skill says of itself: the beginning of the SKILL.md nearest to the code.
import { Evaluator } from "./evaluator";
import { Skill, SkillFile, UNKNOWN_CLAIMANT } from "./skill";
import { addSteps } from "./steps";
import { TextValue } from "./value";

/** Bytes of it: frontmatter and the first paragraph. */
const LENGTH: i32 = 1024;

export function claimOf(e: Evaluator): TextValue | null {
  const files = e.skill.files;
  const own = e.unit.file;
  if (own < 0 || own >= files.length) return null;
  const file = unchecked(files[own]);
  if (file.claimant == UNKNOWN_CLAIMANT) file.claimant = claimantOf(e.skill, file);
  if (file.claimant < 0) return null;
  const source = unchecked(files[file.claimant]).unit.source;
  return new TextValue(source, 0, min(source.length, LENGTH));
}

/** The SKILL.md in the innermost folder around the file; -1 when there is none. */
function claimantOf(skill: Skill, own: SkillFile): i32 {
  let nearest = -1;
  let depth = -1;
  addSteps(skill.claims.length);
  for (let i = 0; i < skill.claims.length; i++) {
    const file = unchecked(skill.files[unchecked(skill.claims[i])]);
    const folder = file.path.length - NAME_LENGTH;
    if (folder <= depth || (folder > 0 && !isBelow(own, file, folder))) continue;
    nearest = file.unit.file;
    depth = folder;
  }
  return nearest;
}

const NAME_LENGTH: i32 = 8;

/** The file lies in the folder of the other one. */
function isBelow(file: SkillFile, other: SkillFile, folder: i32): bool {
  return file.path.length > folder && memory.compare(file.path.start, other.path.start, folder) == 0;
}
