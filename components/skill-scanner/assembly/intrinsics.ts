// Builtins and library functions whose result the evaluator works out, when it can; null when it cannot.
import { memberByText, membersOf } from "./attributes";
import { either } from "./choices";
import { layerOf } from "./codings";
import { commandsOf } from "./commands/embedded";
import { unquote } from "./decode-text";
import { decoded } from "./decoded-data";
import { Evaluator, labelsOf } from "./evaluator";
import { bytesOf, copyOf, fromCode, itemsOf, listOf, numberFrom, reversed, withLabels } from "./fold";
import { asFunction, FunctionValue } from "./functions";
import { goIntrinsic } from "./go/intrinsics";
import { scanHidden } from "./hidden-code";
import { inflate } from "./inflate";
import { islandIntrinsic } from "./islands/intrinsics";
import { itemOf, moduleNamed } from "./items";
import { scriptIntrinsic } from "./javascript/script-intrinsics";
import { decodeAs } from "./methods";
import { childOf, moduleOf } from "./name-tree";
import { joinPaths } from "./operators";
import { asPathObject, homeFolder, homeText, isHome } from "./path-objects";
import { rubyIntrinsic } from "./ruby/intrinsics";
import { sequence } from "./sequences";
import { Event, FETCHED_LABELS, Intrinsic, NAME_CALL } from "./tables";
import { asItems, asNumber, asText, ItemsValue, TextValue, V, Value } from "./value";
import { outputInto } from "./written-files";

/** The arguments are on the value stack from `base` on; `labels` are those of the result. */
export function intrinsic(e: Evaluator, kind: i32, callee: Value, base: i32, labels: u64, place: i32): Value | null {
  const count = e.values.length - base;
  const first = count > 0 ? e.values.at(base) : e.unknown;
  const second = count > 1 ? e.values.at(base + 1) : e.unknown;
  switch (kind) {
    case Intrinsic.getattr: return memberNamedBy(e, first, second, place);
    case Intrinsic.importTop: return importedBy(e, first, count == 1, place);
    case Intrinsic.importModule: return importedBy(e, first, false, place);
    case Intrinsic.namespace: return new Value(V.Namespace);
    case Intrinsic.members: return count == 0 ? new Value(V.Namespace) : first.kind == V.Path ? membersOf(first.node) : null;
    case Intrinsic.attrgetter: return first.kind == V.Text ? getter(e, first) : null;
    case Intrinsic.partial: return first.kind == V.Function ? withGiven(e, asFunction(first), base) : first.kind == V.Path || first.kind == V.Choice ? first : null;
    case Intrinsic.chr: return first.kind == V.Number ? fromCode(e, asNumber(first).number, labels, place) : null;
    case Intrinsic.ord: return first.kind == V.Text ? codePoint(asText(first), labels) : null;
    case Intrinsic.same: return first.kind == V.Text || first.kind == V.List || first.kind == V.Number ? withLabels(first, labels) : null;
    case Intrinsic.bytes: return numbersToBytes(e, first, base, labels, place);
    case Intrinsic.reversed: return backwards(e, first, labels, place);
    case Intrinsic.base64: case Intrinsic.base32: case Intrinsic.hex: case Intrinsic.inflate: case Intrinsic.ascii85: case Intrinsic.base85: case Intrinsic.unquote:
      return decoded(e, first, kind, labels, place);
    case Intrinsic.integer: return integer(e, first, second, labels);
    case Intrinsic.maketrans: return translation(e, base, place);
    case Intrinsic.runsCode: {
      const language = e.unit.language;
      const texts = first.kind == V.Choice ? asItems(first).items : null;
      if (first.kind == V.Text) scanHidden(e, asText(first), language, layerOf(asText(first).codings, "executed text"), place);
      for (let i = 0; texts !== null && i < texts.length; i++) if (texts[i].kind == V.Text) scanHidden(e, asText(texts[i]), language, layerOf(asText(texts[i]).codings, "executed text"), place);
      return null;
    }
    case Intrinsic.shellText: case Intrinsic.shellWords: {
      const output = commandsOf(e, first, second, labels, place);
      if (output !== null) outputInto(e, base, output);
      const handle = childOf(callee.node, NAME_CALL); // what is known of the process that was started: its streams
      return output === null || handle == 0 ? output : e.path(handle, labelsOf(output));
    }
    case Intrinsic.codec: return first.kind == V.Text && second.kind == V.Text ? relabelled(decodeAs(e, asText(first), asText(second), place), labels) : null;
    default: return pathIntrinsic(e, kind, callee, base, labels, place);
  }
}

function foreignIntrinsic(e: Evaluator, kind: i32, base: i32, labels: u64, place: i32): Value | null {
  const known = e.isGo ? goIntrinsic(e, kind, base, labels, place) : e.isRuby ? rubyIntrinsic(e, kind, base, labels, place) : islandIntrinsic(e, kind, base, labels, place);
  return known !== null ? known : sequence(e, kind, base, labels, place);
}

function pathIntrinsic(e: Evaluator, kind: i32, callee: Value, base: i32, labels: u64, place: i32): Value | null {
  const first = e.values.length > base ? e.values.at(base) : e.unknown;
  switch (kind) {
    case Intrinsic.expandUser: return first.kind == V.Text ? withLabels(first, labels) : null;
    case Intrinsic.home: return homeFolder(e, labels, place);
    case Intrinsic.environment: return first.kind == V.Text && isHome(asText(first)) ? homeText(e, labels, place) : null;
    case Intrinsic.path: return asPathObject(e, joinAll(e, e.unknown, base, place), labels);
    case Intrinsic.pathJoin: return relabelled(joinAll(e, e.unknown, base, place), labels);
    case Intrinsic.pathMethodJoin: return asPathObject(e, joinAll(e, callee, base, place), labels);
    case Intrinsic.homeText: return homeText(e, labels, place);
    default: return e.isScript ? scriptIntrinsic(e, kind, base, labels, place) : e.root != 0 ? foreignIntrinsic(e, kind, base, labels, place) : sequence(e, kind, base, labels, place);
  }
}

/** `getattr(object, name)`; null when the name is not known. */
function memberNamedBy(e: Evaluator, object: Value, name: Value, place: i32): Value | null {
  if (object.kind == V.Namespace) return itemOf(e, object, name, place);
  if (name.kind == V.Text) return memberByText(e, object, asText(name), place);
  if (name.kind != V.Choice) return null;
  const names = asItems(name).items;
  let result = e.unknown;
  for (let i = 0; i < names.length; i++) if (names[i].kind == V.Text) result = either(e, result, memberByText(e, object, asText(names[i]), place));
  return result;
}

function importedBy(e: Evaluator, name: Value, top: bool, place: i32): Value | null {
  if (name.kind == V.Text) return imported(e, asText(name), top, place);
  if (name.kind != V.Choice) return null;
  const names = asItems(name).items;
  let result = e.unknown;
  for (let i = 0; i < names.length; i++) if (names[i].kind == V.Text) result = either(e, result, imported(e, asText(names[i]), top, place));
  return result;
}

/** `__import__` gives the top of a dotted name unless it is told what to take from it. */
function imported(e: Evaluator, name: TextValue, top: bool, place: i32): Value {
  const module = moduleNamed(e, name, place);
  if (module.kind == V.Path) e.fire(module.node, Event.Import, place);
  if (!top || name.holes) return module;
  let length = 0;
  while (length < name.length && name.at(length) != 46) length++;
  return length == name.length ? module : e.path(moduleOf(changetype<usize>(name.bytes) + name.from, length), FETCHED_LABELS);
}

/** Of the one character of a text. */
function codePoint(text: TextValue, labels: u64): Value | null {
  if (text.length == 0 || text.length > 4) return null;
  const first = text.at(0);
  const length = first < 0x80 ? 1 : first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (text.length != length) return null;
  let point = length == 1 ? first : first & (0x7f >> length);
  for (let i = 1; i < length; i++) point = (point << 6) | (text.at(i) & 63);
  return numberFrom(point, labels);
}

/** `functools.partial(f, ...)` */
function withGiven(e: Evaluator, f: FunctionValue, base: i32): Value {
  const before = f.given === null ? 0 : f.given!.length;
  const count = e.values.length - base - 1;
  const given = new StaticArray<Value>(before + count);
  for (let i = 0; i < before; i++) unchecked(given[i] = f.given![i]);
  for (let i = 0; i < count; i++) unchecked(given[before + i] = e.values.at(base + 1 + i));
  const partial = new FunctionValue(f.code, f.outer);
  partial.receiver = f.receiver;
  partial.given = given;
  return partial;
}

function getter(e: Evaluator, name: Value): Value {
  const items = new StaticArray<Value>(1);
  unchecked(items[0] = name);
  return new ItemsValue(V.Getter, items);
}

function relabelled(value: Value | null, labels: u64): Value | null {
  if (value === null || value.kind != V.Text) return value;
  const copy = copyOf(asText(value));
  copy.labels |= labels;
  return copy;
}

function numbersToBytes(e: Evaluator, value: Value, base: i32, labels: u64, place: i32): Value | null {
  if (value.kind == V.List) return bytesOf(e, asItems(value).items, labels, place);
  if (value === e.unknown && base == e.values.length) return bytesOf(e, new StaticArray<Value>(0), labels, place);
  if (value.kind == V.Number && asNumber(value).number >= 0 && asNumber(value).number < 4096) return zeros(e, asNumber(value).number as i32, place);
  if (value.kind != V.Text) return null;
  const copy = copyOf(asText(value));
  copy.labels |= labels;
  copy.isBytes = true;
  return copy;
}

function zeros(e: Evaluator, count: i32, place: i32): Value {
  const text = e.texts.slice(new StaticArray<u8>(count), 0, count, place, true);
  text.isBytes = true;
  return text;
}

function backwards(e: Evaluator, value: Value, labels: u64, place: i32): Value | null {
  if (value.kind == V.Text) return asText(value).isAscii ? relabelled(reversed(e, asText(value), place), labels) : null;
  if (value.kind != V.List) return null;
  const items = asItems(value).items;
  if (!e.texts.charge(items.length * 4)) return null;
  return listOf(items.slice<StaticArray<Value>>().reverse(), labels);
}

/** `int("2f", 16)` */
export function integer(e: Evaluator, value: Value, base: Value, labels: u64): Value | null {
  if (value.kind == V.Number) return withLabels(value, labels);
  if (value.kind != V.Text || asText(value).length > 18 || asText(value).length == 0) return null;
  const text = asText(value);
  const radix = base.kind == V.Number ? asNumber(base).number : 10;
  const hasPrefix = text.length > 2 && text.at(0) == 48 && text.at(1) > 57;
  let number: i64 = 0;
  for (let i = hasPrefix ? 2 : 0; i < text.length; i++) {
    const byte = text.at(i);
    const digit = byte <= 57 ? byte - 48 : (byte | 32) - 87;
    if (digit < 0 || digit >= radix) return null;
    number = number * radix + digit;
  }
  return labels == 0 ? e.world.numbers.value(number) : numberFrom(number, labels);
}

/** A table for `translate`: number, number, number, number. */
function translation(e: Evaluator, base: i32, place: i32): Value | null {
  if (e.values.length == base + 1) return e.values.at(base).kind == V.Dict ? e.values.at(base) : null;
  if (e.values.length < base + 2) return null;
  const from = itemsOf(e, e.values.at(base), place);
  const to = itemsOf(e, e.values.at(base + 1), place);
  if (from === null || to === null || from.length != to.length) return null;
  const items = new StaticArray<Value>(from.length * 2);
  for (let i = 0; i < from.length; i++) {
    unchecked(items[2 * i] = from[i]);
    unchecked(items[2 * i + 1] = to[i]);
  }
  return new ItemsValue(V.Dict, items);
}

/** All arguments, and what they are joined to, as one path. */
function joinAll(e: Evaluator, start: Value, base: i32, place: i32): Value {
  let path = start;
  for (let i = base; i < e.values.length; i++) {
    const part = e.values.at(i);
    path = path === e.unknown ? (part.kind == V.Text ? part : joinPaths(e, e.texts.empty(), part, false, place)) : joinPaths(e, path, part, false, place);
  }
  return path;
}
