// PowerShell and cmd.exe: no parser, only their lines as texts, without the marks by which words are taken apart. Rules
// look for techniques in them: `sh.:windows-line`.
import { decodeBase64, decodedLength } from "../decode";
import { Evaluator } from "../evaluator";
import { NODE_SHELL_WINDOWS_LINE } from "../tables";
import { tellRules } from "../tell-rules";
import { asText, TextValue, V, Value } from "../value";

/** Longer lines are read in parts. */
const LONGEST_LINE: i32 = 2048;
/** Of a longer text only this much is read as a whole. */
const LONGEST_TEXT: i32 = 1 << 15;
/** Commands inside encoded commands. */
const MAX_LEVEL: i32 = 3;
let level: i32 = 0;

/** The lines of a text; a backtick or a caret at a line's end joins it with the next. */
export function readLines(e: Evaluator, bytes: StaticArray<u8>, from: i32, to: i32, place: i32): void {
  const line = new StaticArray<u8>(LONGEST_LINE);
  let used = 0;
  let start = from;
  for (let p = from; p <= to; p++) {
    const byte = p < to ? (unchecked(bytes[p]) as i32) : 10;
    const next = p + 1 < to ? (unchecked(bytes[p + 1]) as i32) : 10;
    if (byte == 10 || used == LONGEST_LINE) {
      tellLine(e, line, used, place >= 0 ? place : start);
      used = 0;
      start = p + 1;
    }
    if (byte == 96 || byte == 94) { if (next == 10) p++; continue; } // ` and ^ stand before any letter and mean nothing
    if ((byte == 39 || byte == 34) && joins(bytes, p, to)) { p = joinEnd(bytes, p, to); continue; } // 'a'+'b'
    if (byte != 10 && byte != 13) unchecked(line[used++] = byte as u8);
  }
}

/** All lines as one text, for what is told from several of them. */
export function tellText(e: Evaluator, node: i32, bytes: StaticArray<u8>, length: i32): void {
  const shown = min(length, LONGEST_TEXT);
  if (e.texts.charge(shown)) tellRules(e, node, e.texts.slice(bytes, 0, shown, -1, true), null, 0);
}

function tellLine(e: Evaluator, line: StaticArray<u8>, length: i32, place: i32): void {
  if (length < 3 || !e.texts.charge(length)) return;
  const copy = line.slice<StaticArray<u8>>(0, length);
  const text = e.texts.slice(copy, 0, length, place, false);
  tellRules(e, NODE_SHELL_WINDOWS_LINE, text, null, place);
  readEncoded(e, text, place);
}

/** Whether the quote here ends a text to which another one is added. */
function joins(bytes: StaticArray<u8>, p: i32, to: i32): bool { return joinEnd(bytes, p, to) > p; }

/** Offset of the quote that begins the added text; p when there is none. */
function joinEnd(bytes: StaticArray<u8>, p: i32, to: i32): i32 {
  let q = p + 1;
  while (q < to && q < p + 8 && unchecked(bytes[q]) == 32) q++;
  if (q >= to || unchecked(bytes[q]) != 43) return p;
  q++;
  while (q < to && q < p + 8 && unchecked(bytes[q]) == 32) q++;
  return q < to && (unchecked(bytes[q]) == 39 || unchecked(bytes[q]) == 34) ? q : p;
}

/** `-enc …`: base64 of UTF-16. */
function readEncoded(e: Evaluator, line: TextValue, place: i32): void {
  if (level >= MAX_LEVEL) return;
  for (let i = 0; i + 24 < line.length; i++) {
    if (line.at(i) != 45 || (line.at(i + 1) | 32) != 101) continue; // -e
    let from = i;
    while (from < line.length && line.at(from) != 32) from++;
    while (from < line.length && (line.at(from) == 32 || line.at(from) == 39 || line.at(from) == 34)) from++;
    let to = from;
    while (to < line.length && isBase64(line.at(to))) to++;
    if (to - from >= 16) { decodeCommand(e, new TextValue(line.bytes, line.from + from, line.from + to), place); return; }
  }
}

function decodeCommand(e: Evaluator, text: TextValue, place: i32): void {
  const bytes = e.texts.charge(text.length) ? decodeBase64(text) : null;
  if (bytes === null) return;
  const length = decodedLength;
  const plain = new StaticArray<u8>(length);
  let used = 0;
  for (let i = 0; i < length; i++) if (unchecked(bytes[i]) != 0) unchecked(plain[used++] = bytes[i]);
  level++;
  readLines(e, plain, 0, used, place);
  level--;
}

function isBase64(byte: i32): bool {
  const letter = byte | 32;
  return (letter >= 97 && letter <= 122) || (byte >= 48 && byte <= 57) || byte == 43 || byte == 47 || byte == 61;
}

/** The command line that a shell hands to PowerShell or cmd.exe. */
export function readCommandLine(e: Evaluator, line: Value | null, place: i32): void {
  if (line === null || line.kind != V.Text) return;
  const text = asText(line);
  readLines(e, text.bytes, text.from, text.to, place);
}
