// What rules say of the names of a skill's files.
import { keptCount, mark, takeBack } from "./arena";
import { act } from "./calls";
import { Call } from "./conditions";
import { Evaluator } from "./evaluator";
import { Skill, SkillFile } from "./skill";
import { NODE_SHIPPED_FILE } from "./tables";
import { enter } from "./unit";

export function judgePaths(skill: Skill): void {
  if (skill.files.length == 0) return;
  const e = new Evaluator(skill, unchecked(skill.files[0]).unit);
  for (let i = 0; i < skill.files.length; i++) judgePath(e, unchecked(skill.files[i]));
  e.end();
}

function judgePath(e: Evaluator, file: SkillFile): void {
  const path = file.path;
  if (path.length == 0) return;
  const before = enter(e.findings, file.unit);
  const start = mark();
  const kept = keptCount();
  e.values.push(e.texts.slice(changetype<StaticArray<u8>>(path.start), 0, path.length, 0, true));
  act(e, NODE_SHIPPED_FILE, new Call(e, e.unknown, null, e.values.length - 1, 1), 0);
  e.values.pop();
  takeBack(start, kept);
  enter(e.findings, before);
}
