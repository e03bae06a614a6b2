// Commands in the middle of a sentence: `For macOS run curl … | bash in a terminal`. Only lines in which something is piped
// into an interpreter, or fetched and then run, are looked through: other commands in sentences are hardly whole.
import { keptCount, mark, takeBack } from "../arena";
import { Bytes } from "../bytes";
import { isProgram } from "./commands";
import { isBlank, skipBlanks } from "./lines";

/** Of a program. */
const LONGEST_NAME: i32 = 16;

const PIPE: i32 = 0x7c;
const AMPERSAND: i32 = 0x26;
const SEMICOLON: i32 = 0x3b;
const BACKTICK: i32 = 0x60;

// Literals between blanks, none of them joined: what is made at start-up does not survive the arena.
const INTERPRETERS: string = " bash sh zsh dash ksh python python3 node perl ruby php osascript iex powershell pwsh cmd ";
const RUNNERS: string = " chmod bash sh zsh python python3 node perl source open start ";

/** Where the command begins that this line tells to run; -1 without one. */
export function commandStart(source: usize, from: i32, to: i32): i32 {
  const run = runnerAt(source, from, to);
  if (run < 0) return -1;
  let isStart = true;
  for (let p = from; p < run; p++) {
    const byte = load<u8>(source + p) as i32;
    if (byte == BACKTICK) return -1; // inline code is read by itself
    if (isStart && isProgram(source, p, wordEnd(source, p, min(to, p + LONGEST_NAME)))) return p;
    isStart = isBlank(byte) || byte == 0x28 || byte == 0x22 || byte == 0x3a;
  }
  return -1;
}

/** Where it ends: a word behind the last interpreter that is no option is the sentence going on. */
export function commandEnd(source: usize, from: i32, to: i32): i32 {
  let end = to;
  for (let p = from; p < to; ) {
    const run = runnerAt(source, p, to);
    if (run < 0) break;
    end = wordEnd(source, run, to);
    if (isPiped(source, run)) end = behindOptions(source, end, to);
    else return to;
    p = end;
  }
  return end;
}

/** The name of an interpreter behind a pipe, or of what runs a file behind `&&` and `;`; -1 without one. */
function runnerAt(source: usize, from: i32, to: i32): i32 {
  for (let p = from; p < to; p++) {
    const byte = load<u8>(source + p) as i32;
    if (byte != PIPE && byte != AMPERSAND && byte != SEMICOLON) continue;
    let at = p + 1;
    while (at < to && (isBlank(load<u8>(source + at)) || load<u8>(source + at) == AMPERSAND)) at++;
    const start = mark(), kept = keptCount(), behind = behindSudo(source, at, to), isFound = isRunner(word(source, behind, to), byte);
    takeBack(start, kept);
    if (isFound) return behind;
    if (byte == AMPERSAND) p = max(p, at - 1); // each of a row of them leads to the same word
  }
  return -1;
}

function behindSudo(source: usize, from: i32, to: i32): i32 {
  return word(source, from, to).isAny(" sudo ") ? skipBlanks(source, from + 4, to) : from;
}

function isRunner(name: Bytes, separator: i32): bool {
  return separator == PIPE ? name.isAny(INTERPRETERS) : name.isAny(RUNNERS) || startsPath(name);
}

function isPiped(source: usize, at: i32): bool {
  let p = at - 1;
  while (p > 0 && load<u8>(source + p) != PIPE && (isBlank(load<u8>(source + p)) || (load<u8>(source + p) | 32) >= 97)) p--;
  return load<u8>(source + p) == PIPE;
}

function behindOptions(source: usize, from: i32, to: i32): i32 {
  let end = from, p = skipBlanks(source, from, to);
  while (p < to && load<u8>(source + p) == 0x2d) {
    end = wordEnd(source, p, to);
    p = skipBlanks(source, end, to);
  }
  return end;
}

/** `./x`, `/tmp/x` */
function startsPath(name: Bytes): bool {
  return name.length > 2 && (name.at(0) == 0x2f || (name.at(0) == 0x2e && name.at(1) == 0x2f));
}

function word(source: usize, from: i32, to: i32): Bytes {
  return new Bytes(source + from, wordEnd(source, from, to) - from);
}

/** A dot or comma at the end belongs to the sentence. */
function wordEnd(source: usize, from: i32, to: i32): i32 {
  let p = from;
  while (p < to && isWordByte(load<u8>(source + p))) p++;
  while (p > from && (load<u8>(source + p - 1) == 0x2e || load<u8>(source + p - 1) == 0x2c)) p--;
  return p;
}

function isWordByte(byte: i32): bool {
  return byte > 32 && byte != PIPE && byte != AMPERSAND && byte != SEMICOLON && byte != 0x29 && byte != 0x22 && byte != 0x27 && byte != BACKTICK;
}
