// Code as it stands in Markdown, made readable for its language without moving a line: what a list or a quotation puts
// before each line goes, and so do prompts and what the programs answered.
import { Language } from "../language";
import { Unit } from "../unit";
import { isBlank, lineEnd } from "./lines";

/** Changes the unit's own copy of the text; every line keeps its length. */
export function prepareExcerpt(unit: Unit, indent: i32): void {
  if (indent > 0) eachLineLeft(unit, indent);
  if (unit.language != Language.Shell) return;
  if (hasPrompts(unit)) keepCommands(unit);
  plainPlaceholders(unit);
}

/** Moves what stands behind `indent` blanks or quotation marks to the line's beginning. */
function eachLineLeft(unit: Unit, indent: i32): void {
  const base = unit.start;
  for (let p = 0; p < unit.length; ) {
    const end = lineEnd(base, p, unit.length);
    let from = p;
    while (from < end && from - p < indent && (isBlank(load<u8>(base + from)) || load<u8>(base + from) == 0x3e)) from++;
    const shift = from - p;
    if (shift > 0 && load<u8>(base + end - 1) != 0x5c) {
      memory.copy(base + p, base + from, end - from);
      memory.fill(base + end - shift, 32, shift);
    } else memory.fill(base + p, 32, shift);
    p = end + 1;
  }
}

/** `ping <name>` and `ssh me@<host>` redirect nothing: somebody is to put a word there. */
function plainPlaceholders(unit: Unit): void {
  const base = unit.start;
  for (let p = 0; p < unit.length; p++) {
    if (load<u8>(base + p) != LESS) continue;
    const end = placeholderEnd(base, p, unit.length);
    if (end < 0) continue;
    store<u8>(base + p, UNDERSCORE);
    store<u8>(base + end, UNDERSCORE);
    p = end;
  }
}

/** Where the `>` stands, or -1. */
function placeholderEnd(base: usize, p: i32, to: i32): i32 {
  let end = p + 1;
  while (end < to && end - p < LONGEST_PLACEHOLDER && isNameByte(load<u8>(base + end))) end++;
  if (end == p + 1 || end >= to || load<u8>(base + end) != GREATER) return -1;
  const isInWord = p > 0 && !isBlank(load<u8>(base + p - 1)) && load<u8>(base + p - 1) != LINE_FEED;
  const next = end + 1 < to ? load<u8>(base + end + 1) : LINE_FEED;
  return isInWord || isBlank(next) || next == LINE_FEED || next == CARRIAGE_RETURN || next == DOT || next == COLON ? end : -1;
}

function isNameByte(byte: u8): bool {
  const letter = byte | 32;
  return (letter >= 97 && letter <= 122) || (byte >= 48 && byte <= 57) || byte == 45 || byte == UNDERSCORE;
}

const LONGEST_PLACEHOLDER: i32 = 48;
const LESS: u8 = 0x3c;
const GREATER: u8 = 0x3e;
const UNDERSCORE: u8 = 0x5f;
const LINE_FEED: u8 = 10;
const CARRIAGE_RETURN: u8 = 13;
const DOT: u8 = 0x2e;
const COLON: u8 = 0x3a;

/** Lines that begin with `$ ` are what was typed, the others what was answered. */
function hasPrompts(unit: Unit): bool {
  const base = unit.start;
  for (let p = 0; p < unit.length; p = lineEnd(base, p, unit.length) + 1) if (promptAt(base, p, unit.length) >= 0) return true;
  return false;
}

function keepCommands(unit: Unit): void {
  const base = unit.start;
  let goesOn = false;
  for (let p = 0; p < unit.length; ) {
    const end = lineEnd(base, p, unit.length);
    const prompt = promptAt(base, p, end);
    if (prompt >= 0) store<u8>(base + prompt, 32);
    else if (!goesOn) memory.fill(base + p, 32, end - p);
    goesOn = (prompt >= 0 || goesOn) && end > p && load<u8>(base + end - 1) == 0x5c;
    p = end + 1;
  }
}

/** Where the `$` of a prompt stands, or -1. */
function promptAt(base: usize, p: i32, to: i32): i32 {
  while (p < to && isBlank(load<u8>(base + p))) p++;
  return p + 1 < to && load<u8>(base + p) == 0x24 && load<u8>(base + p + 1) == 32 ? p : -1;
}
