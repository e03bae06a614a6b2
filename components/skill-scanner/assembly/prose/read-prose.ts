// Prose that stands in other files: descriptions, comments, docstrings.
import { advance, firstAccept, reachedState, startState } from "../automaton";
import { findByte } from "../eight-bytes";
import { Skill } from "../skill";
import { AUTOMATON_GATE } from "../tables";
import { Unit } from "../unit";
import { Channel } from "./prose";
import { ProseText } from "./text";

/** Whether anything in from..to is worth reading as prose: of comments and docstrings hardly one is. */
export function isWorthReading(unit: Unit, from: i32, to: i32): bool {
  advance(AUTOMATON_GATE, startState(AUTOMATON_GATE), unit.start + from, unit.start + to);
  return reachedState() >= firstAccept(AUTOMATON_GATE);
}

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

/** Reads comments that stand on lines of their own: neighbours are one text. `mark`: `#`, or `/` for two of them. */
export function readLineComments(skill: Skill, unit: Unit, mark: i32): void {
  let first = -1;
  for (let p = 0; p < unit.length; ) {
    const isComment = behindMark(unit, p, unit.length, mark) >= 0;
    if (isComment && first < 0) first = p;
    if (!isComment && first >= 0) { readComments(skill, unit, first, p, mark); first = -1; }
    p = endOfLine(unit, p) + 1;
  }
  if (first >= 0) readComments(skill, unit, first, unit.length, mark);
}

function readComments(skill: Skill, unit: Unit, from: i32, to: i32, mark: i32): void {
  if (!isWorthReading(unit, from, to)) return;
  const text = skill.prose.scratch;
  text.reset();
  text.plain = true;
  skill.prose.judge(Channel.Comment).begin();
  for (let p = from; p < to; ) {
    const end = endOfLine(unit, p);
    text.add(unit.start, behindMark(unit, p, end, mark), end);
    if (text.isFull) readComment(skill, text);
    p = end + 1;
  }
  readComment(skill, text);
}

function readComment(skill: Skill, text: ProseText): void {
  text.close();
  skill.prose.read(text, Channel.Comment, false);
  text.reset();
  text.plain = true;
}

function endOfLine(unit: Unit, p: i32): i32 {
  return (findByte(10, unit.start + p, unit.start + unit.length) - unit.start) as i32;
}

/** Behind the marks of a comment, or -1 when the line is none. */
function behindMark(unit: Unit, from: i32, to: i32, mark: i32): i32 {
  let p = from;
  while (p < to && unchecked(unit.source[p]) <= 32 && unchecked(unit.source[p]) != 10) p++;
  if (p >= to || (unchecked(unit.source[p]) as i32) != mark) return -1;
  if (mark == 0x2f && (p + 1 >= to || unchecked(unit.source[p + 1]) != 0x2f)) return -1;
  while (p < to && (unchecked(unit.source[p]) as i32) == mark) p++;
  return p;
}
