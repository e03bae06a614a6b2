// Members and items of values, and the methods that are called on them.
import { N, Node } from "../ast";
import { callValue } from "../calls";
import { asciiText } from "../commands/words";
import { Evaluator, labelsOf } from "../evaluator";
import { itemsOf, singleByte } from "../fold";
import { method } from "../methods";
import { Method, RULE_ASSEMBLED_NAME } from "../tables";
import { asItems, asNumber, asText, TextValue, V, Value } from "../value";
import { as } from "./cmdlets";
import { TYPE } from "./nodes";
import { objectOf, staticMethod } from "./objects";
import { networkMethod } from "./network";
import { slashedValue } from "./paths";
import { runValue, withoutNuls } from "./scripts";
import { splitBy } from "./texts-folded";
import { addLabels, ofEnvironment } from "./variables";

/** `object.name` */
export function property(e: Evaluator, object: Value, node: Node): Value {
  const name = nameOfMember(e, node);
  const owner = node.a!;
  if (owner.kind == N.Const && owner.op == TYPE) return staticProperty(e, e.names.text[owner.sym], name, node.start);
  if (object.kind == V.Dict) return entry(e, object, name);
  if (name == "length" || name == "count") {
    if (object.kind == V.List) return e.world.numbers.value(asItems(object).items.length);
    return object.kind == V.Text && !asText(object).holes ? e.world.numbers.value(asText(object).length) : e.unknown;
  }
  if (object.kind == V.Text && isItself(name)) return object;
  if (object.kind == V.List && (name == "value" || name == "values" || name == "name")) return object;
  return e.labelled(labelsOf(object));
}

function isItself(name: string): bool {
  return name == "value" || name == "name" || name == "path" || name == "fullname" || name == "definition" || name == "content" || name == "basestream" || name == "source";
}

/** In lower case; "" when it is not known. */
function nameOfMember(e: Evaluator, node: Node): string {
  if (node.sym != 0) return e.names.text[node.sym];
  if (node.b === null) return "";
  const value = e.evaluate(node.b!);
  if (value.kind != V.Text || asText(value).length > 64) return "";
  if (asText(value).assembled) e.findings.add(RULE_ASSEMBLED_NAME, node.start);
  return String.UTF8.decodeUnsafe(changetype<usize>(asText(value).bytes) + asText(value).from, asText(value).length).toLowerCase();
}

function staticProperty(e: Evaluator, type: string, name: string, place: i32): Value {
  if (type == "environment") {
    if (name == "username") return ofEnvironment(e, "USERNAME", place);
    if (name == "machinename") return ofEnvironment(e, "COMPUTERNAME", place);
    if (name == "newline") return asciiText(e, "\n", place);
  }
  return e.unknown;
}

/** The value of a key, which is written in any letters. */
function entry(e: Evaluator, table: Value, key: string): Value {
  const items = asItems(table).items;
  for (let i = items.length - 2; i >= 0; i -= 2) {
    const own = unchecked(items[i]);
    if (own.kind == V.Text && isSame(asText(own), key)) return unchecked(items[i + 1]);
  }
  return e.labelled(labelsOf(table));
}

function isSame(text: TextValue, key: string): bool {
  if (text.length != key.length) return false;
  for (let i = 0; i < key.length; i++) {
    const c = text.at(i);
    if ((c >= 65 && c <= 90 ? c | 32 : c) != key.charCodeAt(i)) return false;
  }
  return true;
}

/** Items that are picked at once. */
const MAX_PICKED: i32 = 4096;

/** `object[key]`, `text[1, 5, 3]`, `text[-1..-9]` */
export function powerItem(e: Evaluator, object: Value, node: Node): Value {
  const key = e.evaluate(node.b!);
  const place = node.b!.start;
  if (key.kind == V.List) {
    const keys = asItems(key).items;
    if (keys.length > MAX_PICKED || !e.texts.charge(keys.length * 16)) return e.labelled(labelsOf(object));
    const base = e.values.length;
    for (let i = 0; i < keys.length; i++) e.values.push(itemAt(e, object, unchecked(keys[i]), place));
    return e.takeItems(V.List, base);
  }
  return itemAt(e, object, key, place);
}

function itemAt(e: Evaluator, object: Value, key: Value, place: i32): Value {
  if (key.kind == V.Number) {
    const at = asNumber(key).number;
    if (object.kind == V.List) {
      const items = asItems(object).items, i = at < 0 ? items.length + at : at;
      return i >= 0 && i < items.length ? unchecked(items[i as i32]) : e.unknown;
    }
    if (object.kind == V.Text && !asText(object).holes) {
      const text = asText(object), i = at < 0 ? text.length + at : at;
      return i >= 0 && i < text.length ? singleByte(e, text, i as i32, place) : e.unknown;
    }
  }
  if (object.kind == V.Dict && key.kind == V.Text && asText(key).length <= 64) {
    return entry(e, object, String.UTF8.decodeUnsafe(changetype<usize>(asText(key).bytes) + asText(key).from, asText(key).length).toLowerCase());
  }
  return e.labelled(labelsOf(object));
}

// ---- methods

/** `object.name(…)` */
export function powerMethod(e: Evaluator, object: Value, attr: Node, call: Node): Value {
  const name = nameOfMember(e, attr);
  const base = e.collect(call.list!);
  const place = attr.start;
  const owner = attr.a!;
  let result: Value | null = null;
  if (owner.kind == N.Const && owner.op == TYPE) result = staticMethod(e, e.names.text[owner.sym], name, call, base, place);
  else {
    result = networkMethod(e, object, owner, name, base, place);
    if (result === null && object.kind == V.Text) result = textMethod(e, asText(object), name, base, place);
    if (result === null) result = anyMethod(e, object, name, base, place);
  }
  let labels = labelsOf(object);
  for (let i = base; i < e.values.length; i++) labels |= labelsOf(e.values.at(i));
  if (result === null && object.kind != V.Text && labels != labelsOf(object)) addLabels(e, owner, labels);
  e.values.length = base;
  return result !== null ? result : e.labelled(labels);
}

/** Of encodings, streams, script blocks: what goes in comes out. */
function anyMethod(e: Evaluator, object: Value, name: string, base: i32, place: i32): Value | null {
  const count = e.values.length - base;
  if (count > 0 && (name == "getstring" || name == "getbytes")) {
    const data = e.values.at(base);
    return data.kind == V.Text ? withoutNuls(e, asText(data), place) : data.kind == V.List ? textOf(e, data, place) : null;
  }
  if (count == 0 && (name == "readtoend" || name == "tostring" || name == "toarray" || name == "getnewclosure" || name == "tochararray" || name == "getresponsestream" || name == "getresponse")) return object;
  if (object.kind == V.Getter && (name == "invoke" || name == "invokereturnasis" || name == "invokewithcontext")) return runValue(e, object, "a script block", place);
  if (count > 0 && (name == "invokescript" || name == "addscript" || name == "newscriptblock")) return runValue(e, e.values.at(base), "text for PowerShell", place);
  return null;
}

/** A list of characters' codes, as a text. */
function textOf(e: Evaluator, list: Value, place: i32): Value {
  const items = asItems(list).items, bytes = new StaticArray<u8>(items.length);
  if (!e.texts.charge(items.length)) return e.labelled(labelsOf(list));
  for (let i = 0; i < items.length; i++) {
    if (items[i].kind != V.Number) return e.labelled(labelsOf(list));
    unchecked(bytes[i] = asNumber(items[i]).number as u8);
  }
  const text = e.texts.slice(bytes, 0, bytes.length, place, false);
  text.labels |= list.labels;
  text.assembled = true;
  return withoutNuls(e, text, place);
}

function textMethod(e: Evaluator, text: TextValue, name: string, base: i32, place: i32): Value | null {
  const count = e.values.length - base;
  if (name == "replace") return count == 2 ? method(e, Method.replace, text, base, place) : null;
  if (name == "tolower" || name == "tolowerinvariant") return method(e, Method.lower, text, e.values.length, place);
  if (name == "toupper" || name == "toupperinvariant") return method(e, Method.upper, text, e.values.length, place);
  if (name == "trim" || name == "trimstart" || name == "trimend") return count == 0 ? method(e, Method.strip, text, base, place) : null;
  if (name == "split") return count > 0 ? splitBy(e, text, e.values.at(base), place) : null;
  if (name == ":cut") return cutFrom(e, text, base, place);
  if (name == "substring" || name == "remove") return cut(e, text, name == "remove", base, place);
  if (name == "tochararray") {
    const items = itemsOf(e, text, place);
    if (items === null) return null;
    const from = e.values.length;
    for (let i = 0; i < items.length; i++) e.values.push(unchecked(items[i]));
    return e.takeItems(V.List, from);
  }
  return null;
}

/** cmd.exe's `%NAME:~from,length%`: what is negative counts from the end. */
function cutFrom(e: Evaluator, text: TextValue, base: i32, place: i32): Value | null {
  const count = e.values.length - base, length: i64 = text.length;
  if (count == 0 || e.values.at(base).kind != V.Number || (count > 1 && e.values.at(base + 1).kind != V.Number) || text.holes) return null;
  const first = asNumber(e.values.at(base)).number, most = count > 1 ? asNumber(e.values.at(base + 1)).number : length;
  const from = min(first < 0 ? max(length + first, 0) : first, length);
  const to = max(from, min(most < 0 ? length + most : from + most, length));
  if (!e.texts.charge((to - from) as i32)) return null;
  const bytes = new StaticArray<u8>((to - from) as i32);
  for (let i = 0; i < bytes.length; i++) unchecked(bytes[i] = text.at((from as i32) + i) as u8);
  return e.texts.made(bytes, bytes.length, place, text);
}

/** `text.Substring(from, length)`, `text.Remove(from, length)` */
function cut(e: Evaluator, text: TextValue, isRemoved: bool, base: i32, place: i32): Value | null {
  const count = e.values.length - base;
  if (count == 0 || e.values.at(base).kind != V.Number || (count > 1 && e.values.at(base + 1).kind != V.Number) || text.holes) return null;
  const from = asNumber(e.values.at(base)).number;
  const to = count > 1 ? from + asNumber(e.values.at(base + 1)).number : (text.length as i64);
  if (from < 0 || to < from || to > text.length || !e.texts.charge(text.length)) return null;
  const kept = isRemoved ? text.length - ((to - from) as i32) : ((to - from) as i32);
  const bytes = new StaticArray<u8>(kept);
  let used = 0;
  for (let i = 0; i < text.length; i++) if ((i >= from && i < to) != isRemoved) unchecked(bytes[used++] = text.at(i) as u8);
  return e.texts.made(bytes, used, place, text);
}
