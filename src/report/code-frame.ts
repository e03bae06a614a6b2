import type { Spot } from "../scanner/finding.ts";
import { neutralise } from "./neutralise.ts";

export interface Frame {
  /** `13`, padded to nothing. */
  readonly number: string;
  readonly code: string;
  /** Blanks and carets below the code; empty when the place in the line is not known. */
  readonly marks: string;
}

/** A line of code and what points into it; undefined when no line was given. */
export function codeFrame(spot: Spot, endColumn?: number): Frame | undefined {
  const code = shown(spot.context);
  return code === "" ? undefined : { number: `${spot.line}`, code, marks: marks(spot, endColumn) };
}

/** Wider than any terminal that people read code on. */
const MOST_CARETS = 120;

function marks({ column, context, context_column: start }: Spot, endColumn: number | undefined): string {
  const from = start === undefined || column === 0 ? -1 : column - start;
  if (from < 0 || from >= context.length) return "";
  const width = widthOf(shown(context.slice(from, endOf(context, from, endColumn, start))));
  return " ".repeat(widthOf(shown(context.slice(0, from)))) + "^".repeat(Math.min(Math.max(1, width), MOST_CARETS));
}

/** Where the scanner does not tell the end, the word or the quoted text that starts there is meant. */
export function endOf(context: string, from: number, endColumn: number | undefined, start = 1): number {
  if (endColumn !== undefined) return Math.max(from + 1, endColumn - start);
  const [word = " "] = WORD.exec(context.slice(from)) ?? [];
  return from + word.length;
}

const WORD = /^(?:[\p{L}\p{N}_$.]+|"[^"]*"|'[^']*')/u;

function shown(text: string): string {
  return neutralise(text).replaceAll("\t", " ");
}

/** Characters that terminals show two columns wide: East Asian scripts, full-width forms, emoji. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += WIDE.test(character) ? 2 : /\p{M}/u.test(character) ? 0 : 1;
  return width;
}
