// Commands that start programs and open files.
import { Evaluator } from "../evaluator";
import { part } from "../commands/words";
import { asText, V, Value } from "../value";
import { given, named } from "./arguments";
import { dispatch } from "./commands";
import { startedBy } from "./cmdlets";

/** `Start-Process file -ArgumentList words` */
export function startProcess(e: Evaluator, base: i32, place: i32): Value {
  const program = given(e, base, "filepath", 1, 0);
  const isNamed = named(e, base, "filepath", 1) !== null;
  const words = given(e, base, "argumentlist", 1, isNamed ? 0 : 1);
  return program === null ? e.unknown : startedBy(e, program, words, place);
}

/** `Invoke-Item file` */
export function openFile(e: Evaluator, base: i32, place: i32): Value {
  const path = given(e, base, "path", 1, 0);
  return path === null ? e.unknown : startedBy(e, path, null, place);
}

/** Command lines inside of command lines. */
const MAX_NESTED: i32 = 12;
let level: i32 = 0;

/** A command line in one text, as WScript.Shell runs it. */
export function runLine(e: Evaluator, line: Value, place: i32): Value {
  if (level >= MAX_NESTED) return e.unknown;
  const base = e.values.length;
  pushLine(e, line, place);
  level++;
  const result = e.values.length > base ? dispatch(e, base, null, place, true) : e.unknown;
  level--;
  e.values.length = base;
  return result;
}

/** Words of one command line. */
const MAX_WORDS: i32 = 64;

/** Pushes the words of a command line: blanks part them, double quotes hold them together. */
export function pushLine(e: Evaluator, line: Value, place: i32): void {
  if (line.kind != V.Text || asText(line).length == 0) { e.values.push(line); return; }
  const text = asText(line), most = e.values.length + MAX_WORDS;
  for (let p = 0; p < text.length && e.values.length < most; p++) {
    const first = text.at(p), quote = first == 34 || first == 39 ? first : 0;
    if (first == 32 || first == 9) continue;
    const from = quote != 0 ? p + 1 : p;
    for (p = from; p < text.length && (quote != 0 ? text.at(p) != quote : text.at(p) != 32 && text.at(p) != 9); ) p++;
    e.values.push(from == 0 && p == text.length ? text : part(e, text, from, p, place));
  }
}
