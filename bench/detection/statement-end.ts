import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Place, Unit } from "./units.ts";

/** A statement that is longer has its brackets wrong. */
const LINES = 40;

/** The last line of the statement that begins at a place, as far as open brackets and backslashes tell. */
export function statementEnd(unit: Unit, { file, line }: Place): number {
  const lines = readFileSync(file === undefined ? unit.path : join(unit.path, file), "utf8").split("\n");
  let open = 0;
  for (let at = line; at < line + LINES; at++) {
    const text = lines[at - 1] ?? "";
    open += count(text, /[([{]/g) - count(text, /[)\]}]/g);
    if (open <= 0 && !text.trimEnd().endsWith("\\")) return at;
  }
  return line;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
