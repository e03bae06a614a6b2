// Words whose letters stand apart, are digits or of another alphabet: `i g n o r e`, `i-g-n-o-r-e`, `1gn0r3`. A person reads them, and so does a
// model; a search does not.
import { addSteps } from "../steps";
import { IS_LOOKALIKE, ProseText } from "./text";

/** So many in one block are no accident, or in one file where they are of another alphabet. */
export const LEAST: i32 = 3;
/** Letters in a row of single ones that are looked through: shorter rows are formulas and boards. */
const LEAST_SINGLE: i32 = 12;
const LONGEST: i32 = 512;

// Literals between blanks: what is made at start-up does not survive the arena.
/** Words that orders are made of, and that nobody has a reason to spell. */
const WORDS: string = " ignore previous prior above instruction instructions system prompt send sent tell user users reveal disregard override bypass execute delete forget follow rules upload download credentials safety without from your this with them that file files never always secret secrets ";
/** Those that are looked for in a row of letters. */
const IN_ROWS: string = " ignore previous instruction system prompt reveal disregard override bypass execute delete credential password secret upload ";

const row: usize = memory.data(LONGEST);

/** At which place of the text it begins, or -1. */
export function respelledAt(text: ProseText): i32 {
  const bytes = changetype<usize>(text.bytes);
  let count = 0, first = -1, single = 0;
  for (let p = 0; p < text.length; ) {
    let end = p;
    while (end < text.length && load<u8>(bytes + end) > 32) end++;
    const length = end - p;
    if (length == 1 && isLetter(load<u8>(bytes + p))) {
      if (single < LONGEST) store<u8>(row + single, load<u8>(bytes + p));
      single++;
    } else if (length > 0) {
      if (holdsWord(single)) return p - 1;
      single = 0;
      if (isSpelled(bytes + p, length)) {
        if (first < 0) first = p;
        if (++count == LEAST) return first;
      }
    }
    p = end + 1;
  }
  addSteps(text.length);
  return holdsWord(single) ? max(0, text.length - 1) : -1;
}

/** How many words of orders have letters of another alphabet. */
export function disguisedIn(text: ProseText): i32 {
  let count = 0;
  for (let p = 0; p < text.length; ) {
    let end = p;
    while (end < text.length && isLetter(unchecked(text.bytes[end]))) end++;
    if (end > p && isDisguised(text, p, end - p)) count++;
    p = end + 1;
  }
  addSteps(text.length);
  return count;
}

/** The word is one of the list, and not all of its letters are what they seem. */
function isDisguised(text: ProseText, from: i32, length: i32): bool {
  let isMixed = false;
  for (let i = from; i < from + length && !isMixed; i++) isMixed = (unchecked(text.flags[i]) & IS_LOOKALIKE) != 0;
  return isMixed && isListed(changetype<usize>(text.bytes) + from, length, 1);
}

function holdsWord(length: i32): bool {
  if (length < LEAST_SINGLE) return false;
  const end = min(length, LONGEST);
  for (let i = 1; i < IN_ROWS.length; ) {
    let to = i;
    while (IN_ROWS.charCodeAt(to) != 32) to++;
    for (let p = 0; p + to - i <= end; p++) {
      let k = i;
      while (k < to && (load<u8>(row + p + k - i) as i32) == IN_ROWS.charCodeAt(k)) k++;
      if (k == to) return true;
    }
    i = to + 1;
  }
  return false;
}

/** The word is one of the list when its digits are letters, or its letters are put together. */
function isSpelled(word: usize, length: i32): bool {
  const trimmed = isLetter(load<u8>(word + length - 1)) || isDigit(load<u8>(word + length - 1)) ? length : length - 1;
  if (trimmed < 4) return false;
  if (!isLetter(load<u8>(word + 1)) && !isDigit(load<u8>(word + 1))) return isApart(word, trimmed);
  let digits = 0, letters = 0;
  for (let i = 0; i < trimmed; i++) {
    const byte = load<u8>(word + i);
    if (isDigit(byte)) digits++;
    else if (isLetter(byte)) letters++;
    else return false;
  }
  return digits > 0 && letters > 0 && isListed(word, trimmed, 1);
}

/** `i-g-n-o-r-e` */
function isApart(word: usize, length: i32): bool {
  if ((length & 1) == 0) return false;
  const sign = load<u8>(word + 1);
  for (let i = 0; i < length; i++) if ((i & 1) == 0 ? !isLetter(load<u8>(word + i)) : load<u8>(word + i) != sign) return false;
  return isListed(word, (length + 1) >> 1, 2);
}

function isListed(word: usize, length: i32, stride: i32): bool {
  for (let i = 1; i < WORDS.length; ) {
    let to = i;
    while (WORDS.charCodeAt(to) != 32) to++;
    if (to - i == length) {
      let k = 0;
      while (k < length && standsFor(load<u8>(word + k * stride), WORDS.charCodeAt(i + k))) k++;
      if (k == length) return true;
    }
    i = to + 1;
  }
  return false;
}

function standsFor(byte: i32, letter: i32): bool {
  if (byte == letter) return true;
  switch (byte) {
    case 0x30: return letter == 0x6f; // o
    case 0x31: return letter == 0x69 || letter == 0x6c; // i, l
    case 0x33: return letter == 0x65; // e
    case 0x34: return letter == 0x61; // a
    case 0x35: return letter == 0x73; // s
    case 0x37: return letter == 0x74; // t
    default: return false;
  }
}

function isLetter(byte: i32): bool {
  return byte >= 97 && byte <= 122;
}

function isDigit(byte: i32): bool {
  return byte >= 48 && byte <= 57;
}
