// Names of commands that are written as patterns: `/bin/c?rl`.
import { nameOf } from "../name-tree";
import { TextValue } from "../value";

/** What is worth being hidden. A literal: what is built with `new` at start-up does not survive the arena. */
const HIDDEN = " curl wget bash sh zsh cat nc ncat python python3 perl ruby base64 rm dd chmod ssh scp socat openssl eval ";

/** Number of the name among those of the rules; 0 when the text is no pattern, or fits none. */
export function globbedCommand(text: TextValue): i32 {
  if (!hasGlob(text)) return 0;
  for (let from = 1; from < HIDDEN.length; ) {
    const to = HIDDEN.indexOf(" ", from);
    if (fits(text, from, to)) return nameOfWord(from, to);
    from = to + 1;
  }
  return 0;
}

/** A pattern of at least one letter: `*` alone is any file. */
function hasGlob(text: TextValue): bool {
  let globs = 0;
  let letters = 0;
  for (let i = 0; i < text.length; i++) {
    const byte = text.at(i);
    if (byte == 42 || byte == 63 || byte == 91) globs++;
    else if (byte >= 97 && byte <= 122) letters++;
  }
  return globs > 0 && letters > 0 && text.length <= 32;
}

/** `?` is one letter, `*` any number, `[…]` one of a set. The usual loop with one place to go back to. */
function fits(text: TextValue, from: i32, to: i32): bool {
  let i = 0, w = from, star = -1, starWord = 0;
  while (w < to) {
    const byte = i < text.length ? text.at(i) : 0;
    if (byte == 42) { star = i++; starWord = w; continue; }
    const next = byte == 91 ? setEnd(text, i) : i + 1;
    if (byte == 63 || byte == HIDDEN.charCodeAt(w) || (byte == 91 && isInSet(text, i, next, HIDDEN.charCodeAt(w)))) { i = next; w++; continue; }
    if (star < 0) return false;
    i = star + 1;
    w = ++starWord;
  }
  while (i < text.length && text.at(i) == 42) i++;
  return i == text.length;
}

function setEnd(text: TextValue, from: i32): i32 {
  let i = from + 1;
  while (i < text.length && text.at(i) != 93) i++;
  return i + 1;
}

function isInSet(text: TextValue, from: i32, to: i32, letter: i32): bool {
  for (let i = from + 1; i < to - 1; i++) {
    if (text.at(i) == letter) return true;
    if (text.at(i) == 45 && i + 1 < to - 1 && text.at(i - 1) <= letter && letter <= text.at(i + 1)) return true;
  }
  return false;
}

const word: usize = memory.data(16);

function nameOfWord(from: i32, to: i32): i32 {
  for (let i = from; i < to; i++) store<u8>(word + (i - from), HIDDEN.charCodeAt(i) as u8);
  return nameOf(word, to - from);
}
