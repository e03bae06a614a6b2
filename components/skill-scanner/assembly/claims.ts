// What a skill says of itself: the beginning of the SKILL.md nearest to the code.
import { Evaluator } from "./evaluator";
import { SkillFile } from "./skill";
import { addSteps } from "./steps";
import { TextValue } from "./value";

/** Bytes of it: frontmatter and the first paragraph. */
const LENGTH: i32 = 1024;

export function claimOf(e: Evaluator): TextValue | null {
  const files = e.skill.files;
  const own = e.unit.file;
  if (own < 0 || own >= files.length) return null;
  let nearest: SkillFile | null = null;
  let depth = -1;
  addSteps(files.length);
  for (let i = 0; i < files.length; i++) {
    const file = unchecked(files[i]);
    const folder = file.path.length - NAME_LENGTH;
    if (folder <= depth || !file.path.endsWith("skill.md") || (folder > 0 && !isBelow(unchecked(files[own]), file, folder))) continue;
    nearest = file;
    depth = folder;
  }
  return nearest === null ? null : new TextValue(nearest.unit.source, 0, min(nearest.unit.source.length, LENGTH));
}

const NAME_LENGTH: i32 = 8;

/** The file lies in the folder of the other one. */
function isBelow(file: SkillFile, other: SkillFile, folder: i32): bool {
  return file.path.length > folder && memory.compare(file.path.start, other.path.start, folder) == 0;
}
