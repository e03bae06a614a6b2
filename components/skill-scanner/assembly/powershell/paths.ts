// Paths with either slash, and what the rules are told of a command as it is run.
import { joinWords } from "../commands/words";
import { Evaluator } from "../evaluator";
import { NODE_SHELL_WINDOWS_LINE } from "../tables";
import { tellRules } from "../tell-rules";
import { TextValue, V, Value, asText } from "../value";

/** The same path with `/`; of another text nothing changes. */
export function slashed(e: Evaluator, path: TextValue, place: i32): TextValue {
  let found = false;
  for (let i = 0; i < path.length && !found; i++) found = path.at(i) == 92;
  if (!found || !e.texts.charge(path.length)) return path;
  const bytes = new StaticArray<u8>(path.length);
  for (let i = 0; i < path.length; i++) unchecked(bytes[i] = (path.at(i) == 92 ? 47 : path.at(i)) as u8);
  const changed = e.texts.slice(bytes, 0, path.length, place, true);
  changed.labels |= path.labels;
  changed.holes = path.holes;
  changed.assembled = path.assembled;
  return changed;
}

export function slashedValue(e: Evaluator, path: Value, place: i32): Value {
  return path.kind == V.Text ? slashed(e, asText(path), place) : path;
}

/** Longer lines were told as they stand. */
const LONGEST_LINE: i32 = 1 << 12;

/** Tells the rules a command with its words as they are when it runs. */
export function lineTold(e: Evaluator, base: i32, place: i32): void {
  let length = 0;
  for (let i = base; i < e.values.length; i++) if (e.values.at(i).kind == V.Text) length += asText(e.values.at(i)).length;
  if (length > LONGEST_LINE || !e.texts.charge(length)) return;
  const line = joinWords(e, base, place);
  if (line !== null) tellRules(e, NODE_SHELL_WINDOWS_LINE, line, null, place);
}
