// Texts that PowerShell runs, and script blocks as values: a Getter, whose item is their text.
import { Node } from "../ast";
import { tell } from "../commands/invoke";
import { runIn } from "../commands/read-shell";
import { Evaluator, labelsOf } from "../evaluator";
import { Language } from "../language";
import { NODE_SHELL_RUN_TEXT } from "../tables";
import { asItems, asText, TextValue, V, Value } from "../value";
import { joined } from "./expressions";

/** A block as a value: its text without the braces. */
export function scriptOf(e: Evaluator, node: Node): Value {
  const to = max(node.start + 1, node.end - 1);
  if (!e.texts.charge(to - node.start)) return e.unknown;
  return runnable(e, e.texts.slice(e.source, node.start + 1, to, node.start, true));
}

/** `[scriptblock]::Create(text)` */
export function runnable(e: Evaluator, text: Value): Value {
  if (text.kind != V.Text) return text;
  const base = e.values.length;
  e.values.push(text);
  return e.takeItems(V.Getter, base);
}

/** The text of a script block, or what is given. */
export function codeOf(value: Value): Value {
  return value.kind == V.Getter ? unchecked(asItems(value).items[0]) : value;
}

/** `iex value`: the rules are told, and the text is read. */
export function runValue(e: Evaluator, value: Value, layer: string, place: i32): Value {
  let code = codeOf(value);
  if (code.kind == V.List) code = joined(e, code, e.texts.empty(), place);
  if (code.kind == V.Choice) {
    const items = asItems(code).items;
    for (let i = 0; i < items.length; i++) if (items[i].kind == V.Text) runPowerText(e, asText(items[i]), layer, place);
  }
  tell(e, NODE_SHELL_RUN_TEXT, code, place);
  return code.kind == V.Text ? runPowerText(e, asText(code), layer, place) : e.labelled(labelsOf(code));
}

/** A text for PowerShell, wherever it comes from; what it writes. */
export function runPowerText(e: Evaluator, text: TextValue, layer: string, place: i32): Value {
  return runIn(e, withoutNuls(e, text, place), Language.PowerShell, layer, place);
}

/** UTF-16 of ASCII without its second bytes. */
export function withoutNuls(e: Evaluator, text: TextValue, place: i32): TextValue {
  let count = 0;
  for (let i = 0; i < text.length; i++) if (text.at(i) == 0) count++;
  if (count == 0 || !e.texts.charge(text.length)) return text;
  const bytes = new StaticArray<u8>(text.length);
  let used = 0;
  for (let i = 0; i < text.length; i++) if (text.at(i) != 0) unchecked(bytes[used++] = text.at(i) as u8);
  const plain = e.texts.slice(bytes, 0, used, place, text.reported);
  plain.labels |= text.labels;
  plain.holes = text.holes;
  plain.codings = text.codings;
  plain.assembled = text.assembled;
  return plain;
}
