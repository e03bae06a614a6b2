import type { Cursor } from "./cursor.ts";

/** Takes a char: one Unicode scalar value between single quotes. */
export function parseChar(cursor: Cursor): string {
  cursor.skip();
  const start = cursor.at;
  cursor.expect("'", "a char, as 'x'");
  const character = cursor.match(/[^\\'\n]/uy) ?? takeEscape(cursor);
  if (character === undefined) throw cursor.fault(`expected one character between single quotes`, start);
  if (cursor.match(/'/y) === undefined) throw cursor.fault("expected one character between single quotes", start);
  return character;
}

/** Takes a string between double quotes, or one of several lines between triple ones. */
export function parseString(cursor: Cursor): string {
  cursor.skip();
  const start = cursor.at;
  if (cursor.match(/"""/y) !== undefined) return parseLines(cursor, start);
  cursor.expect('"', 'a string, as "text"');
  const text = takeCharacters(cursor, /[^\\"\n]+/y);
  if (cursor.match(/"/y) === undefined) throw cursor.fault("expected the closing quote of a string");
  return text;
}

/** Text and escapes up to what is neither. */
function takeCharacters(cursor: Cursor, plain: RegExp): string {
  let text = "";
  for (;;) {
    const next = cursor.match(plain) ?? takeEscape(cursor);
    if (next === undefined) return text;
    text += next;
  }
}

/** Takes an escape; undefined when there is no backslash. */
function takeEscape(cursor: Cursor): string | undefined {
  const start = cursor.at;
  if (cursor.match(/\\/y) === undefined) return undefined;
  const simple = cursor.match(/[\\'"tnr]/y);
  if (simple !== undefined) return ESCAPES.get(simple) ?? simple;
  const digits = cursor.match(/u\{[0-9a-fA-F]{1,6}\}/y)?.slice(2, -1);
  const code = digits === undefined ? -1 : Number.parseInt(digits, 16);
  if (code < 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) {
    throw cursor.fault("this escape is none of \\\\ \\' \\\" \\t \\n \\r \\u{...}", start);
  }
  return String.fromCodePoint(code);
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["t", "\t"],
  ["n", "\n"],
  ["r", "\r"],
]);

/**
 * A string of several lines: the first line break and the last do not count, and the spaces before the closing quotes
 * are taken off every line.
 */
function parseLines(cursor: Cursor, start: number): string {
  if (cursor.match(/\r?\n/y) === undefined) throw cursor.fault('expected a line break after """');
  const from = cursor.at;
  const close = cursor.text.indexOf('"""', from);
  if (close === -1) throw cursor.fault('expected the closing """ of a string', start);
  const indent = cursor.text.slice(Math.max(from, cursor.text.lastIndexOf("\n", close) + 1), close);
  if (!/^ *$/.test(indent)) throw cursor.fault('expected only spaces before the closing """ on its line', close);
  const lines: string[] = [];
  while (cursor.at < close - indent.length) {
    if (!cursor.text.startsWith(indent, cursor.at))
      throw cursor.fault(`expected ${indent.length} spaces, as before """`);
    cursor.rewind(cursor.at + indent.length);
    lines.push(takeCharacters(cursor, /(?:[^\\\n\r]|\r(?!\n))+/y));
    cursor.match(/\r?\n/y);
  }
  cursor.rewind(close + 3);
  return lines.join("\n");
}
