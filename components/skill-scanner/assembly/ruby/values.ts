// Methods of Ruby's texts, numbers and lists. What is not worked out here gives null: only labels remain.
import { callExactly, callFunction } from "../activations";
import { bind } from "../assignment";
import { N, Node } from "../ast";
import { Coding, withCoding } from "../codings";
import { decodeBase64, decodedLength, decodeHex } from "../decode";
import { Evaluator, labelsOf } from "../evaluator";
import { bytesOf, fromCode, itemsOf, join, listOf, MAX_ITEMS, reversed, withLabels } from "../fold";
import { asFunction } from "../functions";
import { integer } from "../intrinsics";
import { method } from "../methods";
import { nameOf } from "../name-tree";
import { percent } from "../operators";
import { DISGUISED_LABELS, Method, NAME_RUBY_METHOD, RubyMethod } from "../tables";
import { asItems, asNumber, asText, TextValue, V, Value } from "../value";
import { handToFile } from "../written-files";
import { BLOCK_PASS } from "./parser-calls";

export function textMethod(e: Evaluator, name: i32, text: TextValue, base: i32, place: i32): Value | null {
  const count = e.values.length - base;
  const first = count > 0 ? e.values.at(base) : e.unknown;
  switch (name) {
    case RubyMethod.same: return text;
    case RubyMethod.strip: return method(e, Method.strip, text, e.values.length, place);
    case RubyMethod.upcase: return method(e, Method.upper, text, e.values.length, place);
    case RubyMethod.downcase: return method(e, Method.lower, text, e.values.length, place);
    case RubyMethod.swapcase: return method(e, Method.swapcase, text, e.values.length, place);
    case RubyMethod.gsub: return count == 2 ? method(e, Method.replace, text, base, place) : null;
    case RubyMethod.remove: return count == 1 && first.kind == V.Text ? removed(e, text, asText(first), place) : null;
    case RubyMethod.split: return count == 1 ? method(e, Method.split, text, base, place) : null;
    case RubyMethod.reverse: return text.isAscii ? reversed(e, text, place) : null;
    case RubyMethod.tr: return count == 2 && first.kind == V.Text && e.values.at(base + 1).kind == V.Text ? translated(e, text, asText(first), asText(e.values.at(base + 1)), place) : null;
    case RubyMethod.chars: {
      const items = itemsOf(e, text, place);
      return items === null ? null : listOf(items, text.labels);
    }
    case RubyMethod.unpack: case RubyMethod.unpackOne: return unpacked(e, text, first, name == RubyMethod.unpack, place);
    case RubyMethod.toInteger: return integer(e, text, count > 0 ? first : e.unknown, text.labels);
    case RubyMethod.hex: return integer(e, text, e.world.numbers.value(16), text.labels);
    case RubyMethod.format: return percent(e, text, first, place);
    default: return null;
  }
}

/** `text.delete("x")`: of single characters. */
function removed(e: Evaluator, text: TextValue, what: TextValue, place: i32): Value | null {
  if (what.length != 1 || !e.texts.charge(text.length)) return null;
  const bytes = new StaticArray<u8>(text.length);
  let used = 0;
  for (let i = 0; i < text.length; i++) if (text.at(i) != what.at(0)) unchecked(bytes[used++] = text.at(i) as u8);
  return e.texts.made(bytes, used, place, text);
}

/** `unpack("m")` decodes base64. */
function unpacked(e: Evaluator, text: TextValue, format: Value, isList: bool, place: i32): Value | null {
  if (format.kind != V.Text || asText(format).length == 0 || asText(format).at(0) != 109 || text.holes || !e.texts.charge(text.length)) return null;
  const bytes = decodeBase64(text);
  if (bytes === null) return null;
  const made = e.texts.made(bytes, decodedLength, place, text);
  made.codings = withCoding(text.codings, Coding.Base64);
  if (!isList) return made;
  const base = e.values.length;
  e.values.push(made);
  return e.takeItems(V.List, base);
}

/** `text.tr("A-Za-z", "N-ZA-Mn-za-m")` */
function translated(e: Evaluator, text: TextValue, from: TextValue, to: TextValue, place: i32): Value | null {
  if (text.holes || from.length == 0 || to.length == 0 || !e.texts.charge(text.length + 512)) return null;
  const sources = new StaticArray<u8>(256), targets = new StaticArray<u8>(256), map = new StaticArray<u8>(256);
  const count = spread(from, sources), others = spread(to, targets);
  if (count == 0 || others == 0) return null;
  for (let i = 0; i < 256; i++) unchecked(map[i] = i as u8);
  for (let i = 0; i < count; i++) unchecked(map[sources[i]] = targets[min(i, others - 1)]);
  const bytes = new StaticArray<u8>(text.length);
  for (let i = 0; i < text.length; i++) unchecked(bytes[i] = map[text.at(i)]);
  const made = e.texts.made(bytes, text.length, place, text);
  made.labels |= DISGUISED_LABELS;
  return made;
}

/** `A-Za-z`, written out; how many there are. */
function spread(set: TextValue, into: StaticArray<u8>): i32 {
  let used = 0;
  for (let i = 0; i < set.length && used < 256; i++) {
    const isRange = i + 2 < set.length && set.at(i + 1) == 45 && set.at(i + 2) >= set.at(i);
    const last = isRange ? set.at(i + 2) : set.at(i);
    for (let c = set.at(i); c <= last && used < 256; c++) unchecked(into[used++] = c as u8);
    if (isRange) i += 2;
  }
  return used;
}

/** Of a list, or of a number. */
export function listMethod(e: Evaluator, name: i32, receiver: Value, node: Node, attr: Node, base: i32, place: i32): Value | null {
  const count = e.values.length - base;
  const first = count > 0 ? e.values.at(base) : e.unknown;
  if (receiver.kind == V.Number) {
    if (name == RubyMethod.chr) return fromCode(e, asNumber(receiver).number, receiver.labels, place);
    return name == RubyMethod.toInteger ? receiver : null;
  }
  const items = asItems(receiver).items;
  switch (name) {
    case RubyMethod.same: case RubyMethod.chars: return receiver;
    case RubyMethod.join: return join(e, first.kind == V.Text ? asText(first) : e.texts.empty(), items, place);
    case RubyMethod.reverse: return e.texts.charge(items.length * 4) ? listOf(items.slice<StaticArray<Value>>().reverse(), receiver.labels) : null;
    case RubyMethod.map: return count > 0 ? mapped(e, receiver, node, base, place) : null;
    case RubyMethod.each: return count > 0 ? each(e, receiver, first) : null;
    case RubyMethod.pack: return packed(e, receiver, first, place);
    case RubyMethod.first: return items.length > 0 ? unchecked(items[0]) : null;
    case RubyMethod.last: return items.length > 0 ? unchecked(items[items.length - 1]) : null;
    case RubyMethod.push: return count == 1 ? pushed(e, receiver, attr.a!, first) : null;
    default: return null;
  }
}

function pushed(e: Evaluator, list: Value, object: Node, item: Value): Value | null {
  if (asItems(list).count >= MAX_ITEMS) return null;
  const longer = asItems(list).appended(item, e.texts);
  if (object.kind == N.Name) bind(e, object.sym, longer);
  return longer;
}

/** Each item through the block, or through the method that `&:name` names. */
function mapped(e: Evaluator, list: Value, node: Node, base: i32, place: i32): Value | null {
  const items = asItems(list).items, last = node.list![node.list!.length - 1], f = e.values.at(e.values.length - 1);
  const isNamed = last.kind == N.Star && last.op == BLOCK_PASS && f.kind == V.Text;
  if (!isNamed && f.kind != V.Function) return null;
  const from = e.values.length;
  const name = isNamed ? load<u8>(NAME_RUBY_METHOD + nameOf(changetype<usize>(asText(f).bytes) + asText(f).from, asText(f).length)) as i32 : 0;
  for (let i = 0; i < items.length; i++) {
    if (!e.texts.charge(16)) break;
    const item = unchecked(items[i]);
    let made: Value | null = null;
    if (isNamed) made = named(e, name, item, node, place);
    else {
      const at = e.values.length;
      e.values.push(item);
      made = callExactly(e, asFunction(f), at);
      e.values.length = at;
    }
    e.values.push(made === null ? e.labelled(labelsOf(item)) : made);
  }
  if (e.values.length - from == items.length) return e.takeItems(V.List, from);
  e.values.length = from;
  return null;
}

function named(e: Evaluator, name: i32, item: Value, node: Node, place: i32): Value | null {
  const base = e.values.length;
  if (item.kind == V.Text) return textMethod(e, name, asText(item), base, place);
  return item.kind == V.Number ? listMethod(e, name, item, node, node, base, place) : null;
}

/** Items of one list that a block is called with. */
const MOST_CALLS: i32 = 64;

function each(e: Evaluator, list: Value, f: Value): Value | null {
  if (f.kind != V.Function) return null;
  const items = asItems(list).items, base = e.values.length;
  for (let i = 0; i < items.length && i < MOST_CALLS && e.texts.charge(16); i++) {
    e.values.push(unchecked(items[i]));
    callFunction(e, asFunction(f), null, base);
    e.values.length = base;
  }
  return list;
}

/** `[104, 105].pack("c*")`, `["6869"].pack("H*")` */
function packed(e: Evaluator, list: Value, format: Value, place: i32): Value | null {
  if (format.kind != V.Text || asText(format).length == 0) return null;
  const items = asItems(list).items, letter = asText(format).at(0) | 32;
  if (letter == 99 || letter == 117) return bytesOf(e, items, list.labels, place);
  if (letter != 104 || items.length != 1 || items[0].kind != V.Text) return null;
  const text = asText(items[0]);
  if (text.holes || !e.texts.charge(text.length)) return null;
  const bytes = decodeHex(text);
  if (bytes === null) return null;
  const made = e.texts.made(bytes, decodedLength, place, text);
  made.codings = withCoding(text.codings, Coding.Hexadecimal);
  return made;
}

/** `text << more`, `list << item`: the variable holds the longer one from then on. */
export function shifted(e: Evaluator, object: Node, receiver: Value, item: Value, place: i32): Value | null {
  if (receiver.kind == V.List) return pushed(e, receiver, object, item);
  if (receiver.opened !== null) {
    const base = e.values.length;
    e.values.push(item);
    handToFile(e, receiver, base);
    e.values.length = base;
    return receiver;
  }
  if (receiver.kind != V.Text) return null;
  let longer: Value | null = null;
  const more = item.kind == V.Number ? fromCode(e, asNumber(item).number, 0, place) : item; // of no character: unknown
  if (more.kind == V.Text) longer = e.texts.append(asText(receiver), asText(more), place);
  else {
    const hole = e.texts.appendHole(asText(receiver), place);
    if (hole !== null) longer = withLabels(hole, labelsOf(item));
  }
  if (longer !== null && object.kind == N.Name) bind(e, object.sym, longer);
  return longer;
}
