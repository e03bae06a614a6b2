// What Python would compute from constant texts. Texts with bytes beyond ASCII are left alone where characters count.
import { Coding, withCoding } from "./codings";
import { Evaluator, labelsOf } from "./evaluator";
import { putUtf8 } from "./code-points";
import { addSteps } from "./steps";
import { DISGUISED_LABELS } from "./tables";
import { asItems, asNumber, asText, ItemsValue, NumberValue, TextValue, V, Value } from "./value";

/** Lists longer than this are not computed with. */
export const MAX_ITEMS: i32 = 1 << 16;

export function reversed(e: Evaluator, text: TextValue, place: i32): Value {
  if (!e.texts.charge(text.length)) return e.labelled(text.labels);
  const bytes = new StaticArray<u8>(text.length);
  for (let i = 0; i < text.length; i++) unchecked(bytes[i] = text.at(text.length - 1 - i) as u8);
  const made = e.texts.made(bytes, text.length, place, text);
  made.codings = withCoding(text.codings, Coding.Reversed);
  made.labels |= DISGUISED_LABELS;
  return made;
}

/** One ASCII character of a text; of bytes it is a number. */
export function singleByte(e: Evaluator, text: TextValue, index: i32, place: i32): Value {
  if (text.isBytes) return text.labels == 0 ? e.world.numbers.value(text.at(index)) : numberFrom(text.at(index), text.labels);
  const bytes = new StaticArray<u8>(1);
  unchecked(bytes[0] = text.at(index) as u8);
  return e.texts.made(bytes, 1, place, text);
}

export function numberFrom(number: i64, labels: u64): Value {
  const value = new NumberValue(number);
  value.labels = labels;
  return value;
}

/** `chr(number)` */
export function fromCode(e: Evaluator, number: i64, labels: u64, place: i32): Value {
  if (number < 0 || number > 0x10ffff || !e.texts.charge(4)) return e.labelled(labels);
  const bytes = new StaticArray<u8>(4);
  const length = putUtf8(bytes, 0, number as i32);
  const text = e.texts.slice(bytes, 0, length, place, false);
  text.labels |= labels;
  text.assembled = true;
  text.codings = Coding.CharacterCodes;
  return text;
}

/** The elements of a list, the characters of a text, the numbers of bytes; null when they are not known. */
export function itemsOf(e: Evaluator, value: Value, place: i32): StaticArray<Value> | null {
  if (value.kind == V.List) return asItems(value).items;
  if (value.kind != V.Text) return null;
  const text = asText(value);
  if (text.length > MAX_ITEMS || text.holes || !e.texts.charge(text.length * 16)) return null;
  if (!text.isBytes && !text.isAscii) return characters(e, text, place);
  const items = new StaticArray<Value>(text.length);
  for (let i = 0; i < text.length; i++) unchecked(items[i] = singleByte(e, text, i, place));
  return items;
}

/** The characters of a text in UTF-8. */
function characters(e: Evaluator, text: TextValue, place: i32): StaticArray<Value> {
  const base = e.values.length;
  let from = 0;
  while (from < text.length) {
    let to = from + 1;
    while (to < text.length && (text.at(to) & 0xc0) == 0x80) to++;
    const character = e.texts.slice(text.bytes, text.from + from, text.from + to, place, true);
    character.labels |= text.labels;
    character.assembled = true;
    e.values.push(character);
    from = to;
  }
  return e.takeValues(base);
}

/** `separator.join(items)`; unknown items become holes. */
export function join(e: Evaluator, separator: TextValue, items: StaticArray<Value>, place: i32): Value | null {
  let result = e.texts.empty();
  for (let i = 0; i < items.length; i++) {
    addSteps(1);
    if (i > 0 && separator.length > 0) {
      const separated = e.texts.append(result, separator, place);
      if (separated === null) return null;
      result = separated;
    }
    const next = appendValue(e, result, unchecked(items[i]), place);
    if (next === null) return null;
    result = next;
  }
  result.labels |= separator.labels;
  return result;
}

/** A text and what `str` or a format makes of a value; null when it grows too long. */
export function appendValue(e: Evaluator, text: TextValue, value: Value, place: i32): TextValue | null {
  if (value.kind == V.Text) return e.texts.append(text, asText(value), place);
  if (value.kind == V.Choice) return appendValue(e, text, lastChoice(e, value), place);
  const joined = value.kind == V.Number ? e.texts.append(text, decimal(e, asNumber(value).number, place), place) : e.texts.appendHole(text, place);
  const labels = labelsOf(value);
  if (joined === null || labels == 0) return joined;
  const labelled = copyOf(joined);
  labelled.labels |= labels;
  return labelled;
}

/** Where one value is needed: what was assigned last; of a text with the labels of all. */
export function lastChoice(e: Evaluator, choice: Value): Value {
  const items = asItems(choice).items;
  const last = unchecked(items[items.length - 1]);
  if (last.kind != V.Text) return e.labelled(choice.labels);
  const text = copyOf(asText(last));
  text.labels |= choice.labels;
  return text;
}

/** The same value with these labels as well. */
export function withLabels(value: Value, labels: u64): Value {
  if ((value.labels | labels) == value.labels) return value;
  if (value.kind == V.List || value.kind == V.Dict) {
    const items = new ItemsValue(value.kind, asItems(value).items);
    items.labels = value.labels | labels;
    return items;
  }
  if (value.kind == V.Number) return numberFrom(asNumber(value).number, value.labels | labels);
  if (value.kind != V.Text) return value;
  const copy = copyOf(asText(value));
  copy.labels |= labels;
  return copy;
}

/** Another value for the same bytes, so that labels can be added without changing a shared one. */
export function copyOf(text: TextValue): TextValue {
  const copy = new TextValue(text.bytes, text.from, text.to);
  copy.node = text.node;
  copy.labels = text.labels;
  copy.state = text.state;
  copy.asked = text.asked;
  copy.answers = text.answers;
  copy.questions = text.questions;
  copy.holes = text.holes;
  copy.isBytes = text.isBytes;
  copy.codings = text.codings;
  copy.assembled = text.assembled;
  copy.reported = text.reported;
  copy.writer = text.writer;
  return copy;
}

/** An ASCII text of the engine's own. */
export function plainText(e: Evaluator, text: string): TextValue {
  const bytes = new StaticArray<u8>(text.length);
  for (let i = 0; i < text.length; i++) unchecked(bytes[i] = text.charCodeAt(i) as u8);
  return e.texts.slice(bytes, 0, text.length, 0, true);
}

export function decimal(e: Evaluator, number: i64, place: i32): TextValue {
  const digits = String.UTF8.encode(number.toString());
  const bytes = new StaticArray<u8>(digits.byteLength);
  memory.copy(changetype<usize>(bytes), changetype<usize>(digits), digits.byteLength);
  return e.texts.slice(bytes, 0, bytes.length, place, false);
}

/** The numbers as bytes: `bytes([104, 105])`. */
export function bytesOf(e: Evaluator, items: StaticArray<Value>, labels: u64, place: i32): Value | null {
  if (!e.texts.charge(items.length)) return null;
  const bytes = new StaticArray<u8>(items.length);
  for (let i = 0; i < items.length; i++) {
    const item = unchecked(items[i]);
    if (item.kind != V.Number) return null;
    unchecked(bytes[i] = asNumber(item).number as u8);
  }
  const text = e.texts.slice(bytes, 0, bytes.length, place, false);
  text.labels |= labels;
  text.assembled = true;
  text.isBytes = true;
  return text;
}

export function listOf(items: StaticArray<Value>, labels: u64): Value {
  const list = new ItemsValue(V.List, items);
  list.labels = labels;
  return list;
}
