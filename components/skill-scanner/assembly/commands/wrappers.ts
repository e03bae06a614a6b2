// Commands that run another command: `sudo`, `env`, `xargs`, `find -exec`.
import { Evaluator } from "../evaluator";
import { Intrinsic } from "../tables";
import { asText, TextValue, V, Value } from "../value";
import { invoke } from "./invoke";
import { symbolOf, assignSymbol } from "./variables";
import { isWord, part } from "./words";

/** Runs the words behind the wrapper's own options. */
export function wrapped(e: Evaluator, kind: i32, base: i32, input: Value | null, place: i32): Value | null {
  let from = commandStart(e, base);
  if (kind == Intrinsic.shTimed) from++; // `timeout 5s`
  if (from >= e.values.length) return null;
  const end = e.values.length;
  if (!e.texts.charge(end - from)) return null;
  for (let i = from; i < end; i++) e.values.push(e.values.at(i));
  if (kind == Intrinsic.shXargs && input !== null) fill(e, end, input);
  let own: Value | null = null;
  if (kind != Intrinsic.shXargs) own = input;
  const result = invoke(e, end, own, place);
  e.values.length = end;
  return result;
}

/** Options of the wrappers, and the words that belong to some of them. */
function commandStart(e: Evaluator, base: i32): i32 {
  let i = base;
  for (; i < e.values.length; i++) {
    const value = e.values.at(i);
    if (value.kind != V.Text || asText(value).length == 0) return i;
    const word = asText(value);
    if (isAssignment(word)) continue;
    if (i + 1 < e.values.length && isWindowsOption(word)) continue;
    if (word.at(0) != 45) return i;
    if (isWord(word, "--")) return i + 1;
    if (word.length == 2 && takesWord(word.at(1))) i++;
  }
  return i;
}

/** `start /B`, `start /wait` */
function isWindowsOption(word: TextValue): bool {
  if (word.at(0) != 47 || word.length < 2 || word.length > 6) return false;
  for (let i = 1; i < word.length; i++) if ((word.at(i) | 32) < 97 || (word.at(i) | 32) > 122) return false;
  return true;
}

/** `-u user`, `-n 1`, `-I {}`, `-P 4`, `-g group`, `-s KILL`, `-k 5`, `-L 1`, `-d x`, `-c class`, `-C dir`. */
function takesWord(letter: i32): bool {
  switch (letter) {
    case 117: case 110: case 73: case 80: case 103: case 115: case 107: case 76: case 100: case 67: return true;
    default: return false;
  }
}

/** What xargs reads becomes words, in the place of `{}` or behind all. */
function fill(e: Evaluator, base: i32, input: Value): void {
  let isPlaced = false;
  for (let i = base; i < e.values.length; i++) {
    if (!isWord(e.values.at(i), "{}") && !isWord(e.values.at(i), "%")) continue;
    e.values.set(i, input);
    isPlaced = true;
  }
  if (!isPlaced) e.values.push(input);
}

function isAssignment(word: TextValue): bool {
  for (let i = 0; i < word.length; i++) {
    const byte = word.at(i);
    if (byte == 61) return i > 0;
    const letter = byte | 32;
    if ((letter < 97 || letter > 122) && byte != 95 && (byte < 48 || byte > 57)) return false;
  }
  return false;
}

/** `env X=1 command`; without a command it prints the environment, which its labels say. */
export function environment(e: Evaluator, base: i32, input: Value | null, labels: u64, place: i32): Value | null {
  for (let i = base; i < e.values.length; i++) {
    if (e.values.at(i).kind == V.Text && isAssignment(asText(e.values.at(i)))) setOne(e, asText(e.values.at(i)), place);
  }
  if (commandStart(e, base) >= e.values.length) return e.labelled(labels);
  return wrapped(e, Intrinsic.shWrapper, base, input, place);
}

function setOne(e: Evaluator, word: TextValue, place: i32): void {
  let at = 0;
  while (word.at(at) != 61) at++;
  const symbol = symbolOf(e, part(e, word, 0, at, place));
  if (symbol != 0) assignSymbol(e, symbol, part(e, word, at + 1, word.length, place));
}

/** `find … -exec command {} \;` */
export function found(e: Evaluator, base: i32, labels: u64, place: i32): Value | null {
  for (let i = base; i < e.values.length; i++) {
    const value = e.values.at(i);
    if (!isWord(value, "-exec") && !isWord(value, "-execdir") && !isWord(value, "-ok")) continue;
    const end = e.values.length;
    for (i++; i < end && !isWord(e.values.at(i), ";") && !isWord(e.values.at(i), "+"); i++) {
      e.values.push(isWord(e.values.at(i), "{}") ? e.values.at(base) : e.values.at(i));
    }
    if (e.values.length > end && e.texts.charge(e.values.length - end)) invoke(e, end, null, place);
    e.values.length = end;
  }
  return e.labelled(labels);
}
