// Commands that another language hands to a shell, or starts by itself: `os.system(text)`, `spawn(program, words)`.
import { Evaluator, labelsOf } from "../evaluator";
import { asItems, asText, V, Value } from "../value";
import { NODE_SHELL_COMPUTED, SAVED_LABELS } from "../tables";
import { invoke, tell } from "./invoke";
import { runScript } from "./interpreters";

/** Words of one command that are looked at. */
const MAX_WORDS: i32 = 64;

/** The labels of what the command writes; null when it has none beside `labels`. */
export function commandsOf(e: Evaluator, first: Value, second: Value, labels: u64, place: i32): Value | null {
  let output: Value | null = null;
  if (first.kind == V.List) output = words(e, null, first, place);
  else if (second.kind == V.List && first.kind == V.Text) output = words(e, first, second, place);
  else if (first.kind == V.Text && asText(first).length > 1) output = runScript(e, first, "text for a shell", place);
  else if (first.kind == V.Unknown && (labelsOf(first) & SAVED_LABELS) != 0) tell(e, NODE_SHELL_COMPUTED, first, place);
  if (output === null || (labelsOf(output) & ~labels) == 0) return null;
  return e.labelled(labels | labelsOf(output));
}

function words(e: Evaluator, program: Value | null, list: Value, place: i32): Value {
  const items = asItems(list).items;
  if (items.length == 0 || !e.texts.charge(items.length)) return e.unknown;
  const base = e.values.length;
  if (program !== null) e.values.push(program);
  for (let i = 0; i < items.length && i < MAX_WORDS; i++) e.values.push(unchecked(items[i]));
  const output = invoke(e, base, null, place);
  e.values.length = base;
  return output;
}
