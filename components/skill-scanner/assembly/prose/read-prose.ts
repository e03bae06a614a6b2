// Prose that stands in other files: descriptions, comments, docstrings.
import { Skill } from "../skill";
import { Unit } from "../unit";
import { Channel } from "./prose";
import { ProseText } from "./text";

/** Reads from..to of the unit as one text. `isPlain`: Markdown's marks have no meaning in it. */
export function readProse(skill: Skill, unit: Unit, from: i32, to: i32, channel: Channel, isPlain: bool): void {
  const prose = skill.prose;
  const text = prose.scratch;
  prose.judge(channel).begin();
  let p = from;
  while (p < to) {
    text.reset();
    text.plain = isPlain;
    p = text.add(unit.start, p, to);
    text.close();
    prose.read(text, channel, false);
  }
}

/** Reads comments that stand on lines of their own: neighbours are one text. `mark`: `#` or `/`, for two of them. */
export function readLineComments(skill: Skill, unit: Unit, mark: i32): void {
  const prose = skill.prose;
  const text = prose.scratch;
  text.reset();
  text.plain = true;
  for (let p = 0; p < unit.length; ) {
    const end = endOfLine(unit, p);
    const from = behindMark(unit, p, end, mark);
    if (from >= 0) text.add(unit.start, from, end);
    if (from < 0 || text.isFull) readComment(skill, text);
    p = end + 1;
  }
  readComment(skill, text);
}

function readComment(skill: Skill, text: ProseText): void {
  if (text.length == 0) return;
  text.close();
  skill.prose.judge(Channel.Comment).begin();
  skill.prose.read(text, Channel.Comment, false);
  text.reset();
  text.plain = true;
}

function endOfLine(unit: Unit, p: i32): i32 {
  while (p < unit.length && unchecked(unit.source[p]) != 10) p++;
  return p;
}

/** Behind the marks of a comment, or -1 when the line is none. */
function behindMark(unit: Unit, from: i32, to: i32, mark: i32): i32 {
  let p = from;
  while (p < to && unchecked(unit.source[p]) <= 32) p++;
  if (p >= to || (unchecked(unit.source[p]) as i32) != mark) return -1;
  if (mark == 0x2f && (p + 1 >= to || unchecked(unit.source[p + 1]) != 0x2f)) return -1;
  while (p < to && (unchecked(unit.source[p]) as i32) == mark) p++;
  return p;
}
