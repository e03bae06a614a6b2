// Lines of a crontab: five fields, or `@daily`, then a command.
import { Evaluator } from "../evaluator";
import { asText, TextValue, V, Value } from "../value";
import { runText } from "./read-shell";
import { part } from "./words";

/** Lines that are read. */
const MAX_LINES: i32 = 32;
const FIELDS: i32 = 5;

/** Runs the commands of the lines that a command is given as its input. */
export function runSchedule(e: Evaluator, input: Value | null, place: i32): void {
  if (input === null || input.kind != V.Text) return;
  const text = asText(input);
  let from = 0;
  e.world.repeats++;
  for (let i = 0, lines = 0; i <= text.length && lines < MAX_LINES; i++) {
    if (i < text.length && text.at(i) != 10) continue;
    const start = commandStart(text, from, i);
    if (start < i) runText(e, part(e, text, start, i, place), "a line for cron", place);
    from = i + 1;
    lines++;
  }
  e.world.repeats--;
}

function commandStart(text: TextValue, from: i32, to: i32): i32 {
  let p = blanks(text, from, to);
  const fields = p < to && text.at(p) == 64 ? 1 : FIELDS; // `@reboot`
  if (p >= to || text.at(p) == 35) return to;
  for (let i = 0; i < fields; i++) {
    while (p < to && text.at(p) != 32 && text.at(p) != 9) p++;
    p = blanks(text, p, to);
  }
  return p;
}

/** Where the command begins behind the five fields of a crontab's line, of which one may be the name; else `base`. */
export function behindTime(e: Evaluator, symbol: i32, base: i32): i32 {
  const first = symbol == 0 ? 42 : e.names.text[symbol].charCodeAt(0);
  const others = symbol == 0 ? FIELDS : FIELDS - 1;
  if ((first != 42 && (first < 48 || first > 57)) || e.values.length - base <= others) return base;
  let stars = 0;
  for (let i = base; i < base + others; i++) {
    const field = e.values.at(i);
    if (field.kind != V.Text || !isTimeField(asText(field))) return base;
    if (asText(field).at(0) == 42) stars++;
  }
  return stars > 0 ? base + others : base;
}

/** Whether a word may be one of the five fields of a time. */
function isTimeField(text: TextValue): bool {
  return text.length > 0 && fieldLength(changetype<usize>(text.bytes), text.from, text.to) == text.length;
}

/** Bytes of the five fields at the beginning of a line, of which one is a star; 0 when it begins in another way. */
export function timeLength(source: usize, from: i32, to: i32): i32 {
  let p = from;
  let stars = 0;
  for (let i = 0; i < FIELDS; i++) {
    const length = fieldLength(source, p, to);
    if (length == 0 || p + length >= to) return 0;
    if (load<u8>(source + p) == 42) stars++;
    p += length;
    if (load<u8>(source + p) != 32 && load<u8>(source + p) != 9) return 0;
    while (p < to && (load<u8>(source + p) == 32 || load<u8>(source + p) == 9)) p++;
  }
  return stars > 0 && p < to ? p - from : 0;
}

/** `0-30/5`, `*`: no field is longer than a list of some numbers. */
function fieldLength(source: usize, from: i32, to: i32): i32 {
  let p = from;
  while (p < to && p - from < LONGEST_FIELD && isTimeByte(load<u8>(source + p))) p++;
  return p - from;
}

const LONGEST_FIELD: i32 = 64;

function isTimeByte(byte: u8): bool {
  return (byte >= 48 && byte <= 57) || byte == 42 || byte == 44 || byte == 45 || byte == 47;
}

function blanks(text: TextValue, from: i32, to: i32): i32 {
  let p = from;
  while (p < to && (text.at(p) == 32 || text.at(p) == 9)) p++;
  return p;
}
