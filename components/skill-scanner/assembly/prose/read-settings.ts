// Prose inside settings: descriptions of tools, prompts, comments. A model reads them as it reads a skill.
import { Skill } from "../skill";
import { Unit } from "../unit";
import { Channel } from "./prose";
import { isWorthReading } from "./read-prose";
import { ProseText } from "./text";

/** Reads the texts of a JSON, YAML or TOML file; every value and every key is a sentence of its own. */
export function readSettings(skill: Skill, unit: Unit): void {
  if (!isWorthReading(unit, 0, unit.length)) return;
  const text = skill.prose.scratch;
  skill.prose.judge(Channel.Description).begin();
  begin(text);
  for (let p = 0; p < unit.length; ) {
    const end = endOfLine(unit, p);
    if (isItem(unit, p, end) || isSetting(unit, p, end)) text.sentence(p);
    let from = p;
    while (from < end) {
      from = text.add(unit.start, from, end);
      if (text.isFull) judge(skill, text);
    }
    p = end + 1;
  }
  judge(skill, text);
}

function begin(text: ProseText): void {
  text.reset();
  text.plain = true;
  text.isSettings = true;
}

function judge(skill: Skill, text: ProseText): void {
  text.close();
  skill.prose.read(text, Channel.Description, false);
  begin(text);
}

function endOfLine(unit: Unit, p: i32): i32 {
  while (p < unit.length && unchecked(unit.source[p]) != 10) p++;
  return p;
}

/** `- `, as elements of lists begin. */
function isItem(unit: Unit, from: i32, to: i32): bool {
  let p = from;
  while (p < to && unchecked(unit.source[p]) <= 32) p++;
  return p + 1 < to && unchecked(unit.source[p]) == 0x2d && unchecked(unit.source[p + 1]) == 32;
}

/** The line begins with a word and a colon or an equals sign. */
function isSetting(unit: Unit, from: i32, to: i32): bool {
  let p = from;
  while (p < to && (unchecked(unit.source[p]) <= 32 || unchecked(unit.source[p]) == 0x2d)) p++;
  const start = p;
  while (p < to && isNamePart(unchecked(unit.source[p]))) p++;
  return p > start && p < to && (unchecked(unit.source[p]) == 0x3a || unchecked(unit.source[p]) == 0x3d || unchecked(unit.source[p]) == 32 && p + 1 < to && unchecked(unit.source[p + 1]) == 0x3d);
}

function isNamePart(byte: i32): bool {
  const letter = byte | 32;
  return (letter >= 97 && letter <= 122) || (byte >= 48 && byte <= 57) || byte == 0x5f || byte == 0x2d || byte == 0x2e;
}
