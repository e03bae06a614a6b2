import type { Cursor } from "./cursor.ts";

/** Words with a meaning of their own: a case of this name is written with `%`. */
export const KEYWORDS: ReadonlySet<string> = new Set(["true", "false", "inf", "nan", "some", "none", "ok", "err"]);

/** Takes a label; undefined when there is none. A `%` before it is no part of it. */
export function takeLabel(cursor: Cursor): string | undefined {
  cursor.skip();
  return cursor.match(LABEL)?.replace("%", "");
}

/** Takes this keyword and nothing longer; `%some` is no keyword. */
export function takeKeyword(cursor: Cursor, keyword: string): boolean {
  cursor.skip();
  const start = cursor.at;
  if (cursor.match(LABEL) === keyword) return true;
  cursor.rewind(start);
  return false;
}

/** Takes a label that is one of these names; `what` says what they are. */
export function expectLabel(cursor: Cursor, names: readonly string[], what: string): string {
  cursor.skip();
  const start = cursor.at;
  const label = takeLabel(cursor);
  if (label !== undefined && names.includes(label)) return label;
  cursor.rewind(start);
  throw cursor.fault(`expected ${what} (${namesText(names)}), found ${cursor.found()}`);
}

/** Takes a case, which must not look like a keyword. */
export function expectCase(cursor: Cursor, names: readonly string[], what: string): string {
  cursor.skip();
  const start = cursor.at;
  const label = expectLabel(cursor, names, what);
  if (!KEYWORDS.has(label) || cursor.text[start] === "%") return label;
  throw cursor.fault(`${label} is a keyword here: the case is written %${label}`, start);
}

const LABEL = /%?[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*/y;

function namesText(names: readonly string[]): string {
  const shown = names.slice(0, MAX_NAMES).join(", ");
  return names.length <= MAX_NAMES ? shown : `${shown}, …`;
}

const MAX_NAMES = 20;
