// Names of packages that are like a name that everybody knows.
import { Bytes } from "./bytes";
import { listEnd, listStart } from "./lists";
import { addSteps } from "./steps";
import { NAME_BYTES, NAME_BYTES_AT } from "./tables";
import { TextValue } from "./value";

const LONGEST: i32 = 64;
/** Shorter names are one letter from too many others. */
const SHORTEST: i32 = 5;

const name: usize = memory.data(LONGEST);

/** `like` and `others` are lists of numbers of names, `how` is an index of RESEMBLANCES: see match.ts. */
export function resembles(text: TextValue, how: i32, like: usize, likes: i32, others: usize, otherCount: i32): bool {
  const length = copyName(text);
  if (length < SHORTEST) return false;
  addSteps(likes + otherCount);
  if (isAny(0, length, others, otherCount)) return false;
  if (how == Resemblance.Near) {
    for (let i = 0; i < likes; i++) if (isNear(length, load<u16>(like + (i << 1)) as i32)) return true;
    return false;
  }
  if (how == Resemblance.Mistyped && isMistypedOne(0, length, like, likes)) return true;
  const from = prefixLength(length);
  const bare = (from > 0 ? length : length - suffixLength(length)) - from;
  if (bare == length || bare < SHORTEST) return false;
  if (how == Resemblance.Affixed) return isAny(from, bare, like, likes);
  return !isAny(from, bare, others, otherCount) && isMistypedOne(from, bare, like, likes);
}

function isMistypedOne(from: i32, length: i32, like: usize, likes: i32): bool {
  for (let i = 0; i < likes; i++) if (isMistyped(name + from, length, load<u16>(like + (i << 1)) as i32)) return true;
  return false;
}

/** In the order of RESEMBLANCES. */
const enum Resemblance { Near, Mistyped, Affixed }

// Literals between blanks: what is built with `new` at start-up does not survive the arena.
const PREFIXES: string = " python- python3- py- node- ";
const SUFFIXES: string = " -python -python3 -py -js -node ";
const LONGEST_AFFIX: i32 = 8;

function prefixLength(length: i32): i32 {
  for (let i = 3; i <= LONGEST_AFFIX && i < length; i++) if (load<u8>(name + i - 1) == 45 && new Bytes(name, i).isAny(PREFIXES)) return i;
  return 0;
}

function suffixLength(length: i32): i32 {
  for (let i = 3; i <= LONGEST_AFFIX && i < length; i++) if (load<u8>(name + length - i) == 45 && new Bytes(name + length - i, i).isAny(SUFFIXES)) return i;
  return 0;
}

function isAny(from: i32, length: i32, list: usize, count: i32): bool {
  for (let i = 0; i < count; i++) if (isSame(name + from, length, load<u16>(list + (i << 1)) as i32)) return true;
  return false;
}

/** The name of a requirement ends before extras, a version or a marker. Returns its length; 0 when it is too long, or in a scope. */
function copyName(text: TextValue): i32 {
  for (let i = 0; i < text.length; i++) {
    const byte = text.at(i);
    if (byte == SLASH) return 0;
    if (!isNameByte(byte) || (byte == AT && i > 0)) return i;
    if (i == LONGEST) return 0;
    store<u8>(name + i, folded(byte) as u8);
  }
  return text.length;
}

function isSame(start: usize, length: i32, other: i32): bool {
  const from = listStart(NAME_BYTES_AT, other);
  if (listEnd(NAME_BYTES_AT, other) - from != length) return false;
  for (let i = 0; i < length; i++) if (folded(load<u8>(NAME_BYTES + from + i)) != (load<u8>(start + i) as i32)) return false;
  return true;
}

/** Somebody's fingers, or somebody who waits for them: the first difference lies inside, and what follows is the same. */
function isMistyped(start: usize, length: i32, other: i32): bool {
  const known = NAME_BYTES + listStart(NAME_BYTES_AT, other);
  const knownLength = listEnd(NAME_BYTES_AT, other) - listStart(NAME_BYTES_AT, other);
  if (abs(knownLength - length) > 1 || knownLength < SHORTEST) return false;
  const shorter = min(length, knownLength);
  let i = 0;
  while (i < shorter && (load<u8>(start + i) as i32) == folded(load<u8>(known + i))) i++;
  if (i == 0 && length >= knownLength && !isSwap(start, known, i, shorter)) return false;
  const isShort = knownLength == SHORTEST; // short words are near to each other
  if (length > knownLength) {
    const isDoubled = i > 0 && load<u8>(start + i) == load<u8>(start + i - 1);
    return isLetter(load<u8>(start + i)) && (isDoubled || (!isShort && i < length - 1)) && isTail(start + i + 1, known + i, length - i - 1);
  }
  if (length < knownLength) return !isShort && i < knownLength - 1 && isLetter(load<u8>(known + i)) && isTail(start + i, known + i + 1, length - i);
  if (i + 1 >= length) return false;
  if (isSwap(start, known, i, length)) return isTail(start + i + 2, known + i + 2, length - i - 2);
  return !isShort && isLetter(load<u8>(start + i)) && isLetter(load<u8>(known + i)) && isTail(start + i + 1, known + i + 1, length - i - 1);
}

function isSwap(start: usize, known: usize, i: i32, length: i32): bool {
  return i + 1 < length && load<u8>(start + i) == load<u8>(known + i + 1) && load<u8>(start + i + 1) == load<u8>(known + i);
}

function isTail(start: usize, known: usize, length: i32): bool {
  for (let i = 0; i < length; i++) if ((load<u8>(start + i) as i32) != folded(load<u8>(known + i))) return false;
  return true;
}

function isLetter(byte: u8): bool {
  return byte >= 97 && byte <= 122;
}

/** What follows the first difference is the same, after one letter was dropped, added, changed, or two were swapped. */
function isNear(length: i32, other: i32): bool {
  const start = NAME_BYTES + listStart(NAME_BYTES_AT, other);
  const known = listEnd(NAME_BYTES_AT, other) - listStart(NAME_BYTES_AT, other);
  if (abs(known - length) > 1) return false;
  let i = 0;
  while (i < min(length, known) && load<u8>(name + i) == load<u8>(start + i)) i++;
  if (length > known) return rest(i + 1, length, start + i, known - i);
  if (length < known) return rest(i, length, start + i + 1, known - i - 1);
  return rest(i + 1, length, start + i + 1, known - i - 1) || isSwapped(i, length, start);
}

function rest(from: i32, length: i32, other: usize, left: i32): bool {
  return length - from == left && memory.compare(name + from, other, left) == 0;
}

function isSwapped(i: i32, length: i32, start: usize): bool {
  if (i + 1 >= length || load<u8>(name + i) != load<u8>(start + i + 1) || load<u8>(name + i + 1) != load<u8>(start + i)) return false;
  return memory.compare(name + i + 2, start + i + 2, length - i - 2) == 0;
}

/** Registries take capitals for small letters, and `_` and `.` for dashes. */
function folded(byte: i32): i32 {
  return byte >= 65 && byte <= 90 ? byte | 32 : byte == UNDERSCORE || byte == DOT ? DASH : byte;
}

const DASH: i32 = 45;
const DOT: i32 = 46;
const SLASH: i32 = 47;
const AT: i32 = 64;
const UNDERSCORE: i32 = 95;

/** Letters, digits, `-`, `.`, `_`, and what npm's scopes have. */
function isNameByte(byte: i32): bool {
  const letter = byte | 32;
  return (letter >= 97 && letter <= 122) || (byte >= 48 && byte <= 57) || byte == 45 || byte == 46 || byte == 95 || byte == 64 || byte == 47;
}
