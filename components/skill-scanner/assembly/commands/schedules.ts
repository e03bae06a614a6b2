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
  for (let i = 0, lines = 0; i <= text.length && lines < MAX_LINES; i++) {
    if (i < text.length && text.at(i) != 10) continue;
    const start = commandStart(text, from, i);
    if (start < i) runText(e, part(e, text, start, i, place), "a line for cron", place);
    from = i + 1;
    lines++;
  }
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

function blanks(text: TextValue, from: i32, to: i32): i32 {
  let p = from;
  while (p < to && (text.at(p) == 32 || text.at(p) == 9)) p++;
  return p;
}
