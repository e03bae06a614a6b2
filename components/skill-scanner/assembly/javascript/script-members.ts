// Members in JavaScript: `a.b`, `a["b"]`, and what a pattern takes out of a value.
import { fieldKey } from "../assignment";
import { Node, N } from "../ast";
import { attributeRule } from "../attributes";
import { either } from "../choices";
import { Evaluator, labelsOf } from "../evaluator";
import { numberFrom, plainText, singleByte } from "../fold";
import { classMember, instanceMember } from "../instances";
import { dictEntry, pathItem } from "../items";
import { childOf, nameOf } from "../name-tree";
import { asClass, asInstance } from "../objects";
import { NAME_ITEM, NAME_SCRIPT_METHOD, NODE_NODE_PROGRAM, NODE_READABLE, NODE_SCRIPT, NODE_SCRIPT_ARRAY, NODE_SCRIPT_FUNCTION, NODE_SCRIPT_OBJECT, NODE_SCRIPT_SOME_FUNCTION, NODE_SCRIPT_STRING, NODE_SCRIPT_WINDOW_CONTENTS, RULE_ASSEMBLED_NAME, ScriptMethod } from "../tables";
import { asItems, asNumber, asText, TextValue, V, Value } from "../value";
import { memberOfFile } from "../written-files";
import { W } from "./words";

/** The value of an Attr node, from that of its object. */
export function scriptAttribute(e: Evaluator, object: Value, node: Node, line: i32): Value {
  const name = e.ruleName(node.sym);
  const place = e.placeOf(node, line);
  if (name != 0) attributeRule(e, name, place);
  const owner = node.a!;
  if (owner.kind == N.Name) {
    if (owner.sym == W.module_ && node.sym == W.exports_ && e.unit.exports !== null && e.bindings.find(W.module_) === null) return e.unit.replaced !== null ? e.unit.replaced! : e.unit.exports!.instance;
    if (object.kind != V.Path && object.kind != V.Instance && e.fields.size > 0) {
      const key = fieldKey(owner.sym, node.sym);
      if (e.fields.has(key)) return e.fields.get(key);
    }
  }
  const member = memberOfValue(e, object, name, node.sym, node, place);
  return object.opened !== null ? memberOfFile(object, member, name, owner) : member;
}

/** The member of this rule name and symbol. `key` is the Attr or Str node that spells it. */
export function memberOfValue(e: Evaluator, object: Value, name: i32, symbol: i32, key: Node, place: i32): Value {
  switch (object.kind) {
    case V.Path: return memberOfPath(e, object, name, symbol, key, place);
    case V.Class: return symbol == 0 ? e.unknown : classMember(e, asClass(object), symbol);
    case V.Instance: return symbol == 0 ? e.unknown : instanceMember(e, asInstance(object), symbol);
    case V.Choice: {
      const items = asItems(object).items;
      let result = e.unknown;
      for (let i = 0; i < items.length; i++) result = either(e, result, memberOfValue(e, unchecked(items[i]), name, symbol, key, place));
      return result;
    }
    case V.Dict: {
      const found = dictEntry(e, object, keyText(e, key, place));
      if (found !== null) return found;
      break;
    }
    default: break;
  }
  return builtinMember(e, object, name);
}

/** Members that every object has, and length. */
function builtinMember(e: Evaluator, object: Value, name: i32): Value {
  const method = load<u8>(NAME_SCRIPT_METHOD + name) as i32;
  if (method == ScriptMethod.length) {
    if (object.kind == V.Text && !asText(object).holes) return numberFrom(asText(object).length, object.labels);
    if (object.kind == V.List) return numberFrom(asItems(object).items.length, 0);
  }
  if (method == ScriptMethod.constructor) return e.path(constructorOf(object.kind), 0);
  if (method == ScriptMethod.windowContents) return e.path(NODE_SCRIPT_WINDOW_CONTENTS, labelsOf(object));
  if (method != 0 && object.kind != V.Unknown) return e.path(NODE_SCRIPT_SOME_FUNCTION, object.labels);
  return e.labelled(labelsOf(object));
}

function constructorOf(kind: i32): i32 {
  switch (kind) {
    case V.Text: return NODE_SCRIPT_STRING;
    case V.List: return NODE_SCRIPT_ARRAY;
    case V.Function: case V.Path: return NODE_SCRIPT_FUNCTION;
    default: return NODE_SCRIPT_OBJECT;
  }
}

function memberOfPath(e: Evaluator, object: Value, name: i32, symbol: i32, key: Node, place: i32): Value {
  const node = object.node;
  const member = childOf(node, name);
  if (member == NODE_NODE_PROGRAM) return plainText(e, "node");
  if (member != 0) return e.path(member, object.labels);
  if (symbol == W.default_) return object; // what `import x from` gives of a CommonJS module
  const method = load<u8>(NAME_SCRIPT_METHOD + name) as i32;
  if (method == ScriptMethod.constructor) return e.path(NODE_SCRIPT_FUNCTION, 0);
  if (method == ScriptMethod.prototype) return object;
  if (isRecord(node)) return pathItem(e, object, keyText(e, key, place), place);
  return e.labelled(labelsOf(object));
}

/** Something whose items are written like members: the environment. */
export function isRecord(node: i32): bool {
  return load<u8>(NODE_READABLE + node) != 0 && childOf(node, NAME_ITEM) != 0;
}

/** The name that an Attr or a bare Str node spells. */
function keyText(e: Evaluator, key: Node, place: i32): Value {
  const from = key.kind == N.Attr ? key.op : key.start;
  return e.texts.slice(e.source, from, key.end, place, true);
}

/** `object[key]` */
export function scriptSubscript(e: Evaluator, object: Value, node: Node): Value {
  return scriptItemOf(e, object, node, e.evaluate(node.b!));
}

/** The same with the key worked out. Outside of functions and in old scripts `this` is the global object. */
export function scriptItemOf(e: Evaluator, object: Value, node: Node, key: Value): Value {
  const isThis = node.a!.kind == N.Name && node.a!.sym == W.this_ && object.kind == V.Unknown;
  return scriptItem(e, isThis ? e.path(NODE_SCRIPT, 0) : object, key, node.start);
}

export function scriptItem(e: Evaluator, object: Value, key: Value, place: i32): Value {
  if (key.kind == V.Text) return memberNamedBy(e, object, asText(key), place);
  if (key.kind == V.Choice) {
    const keys = asItems(key).items;
    let result = e.labelled(labelsOf(object));
    for (let i = 0; i < keys.length; i++) if (keys[i].kind == V.Text) result = either(e, result, memberNamedBy(e, object, asText(keys[i]), place));
    return result;
  }
  if (key.kind == V.Number) return numbered(e, object, asNumber(key).number, place);
  return object.kind == V.Path ? computedItem(e, object, key, place) : e.labelled(labelsOf(object));
}

/** An item whose name is not known: what the rules say of `[]`. */
function computedItem(e: Evaluator, object: Value, key: Value, place: i32): Value {
  if (isRecord(object.node)) return pathItem(e, object, key, place);
  const item = childOf(object.node, NAME_ITEM);
  return item != 0 ? e.path(item, object.labels) : e.labelled(labelsOf(object));
}

function numbered(e: Evaluator, object: Value, at: i64, place: i32): Value {
  if (object.kind == V.Text) {
    const text = asText(object);
    return at >= 0 && at < text.length && text.isAscii ? singleByte(e, text, at as i32, place) : e.labelled(text.labels);
  }
  if (object.kind == V.List) {
    const items = asItems(object).items;
    return at >= 0 && at < items.length ? unchecked(items[at as i32]) : e.labelled(object.labels);
  }
  return e.labelled(labelsOf(object));
}

/** The member whose name is a folded text. A name that was put together to be looked up is itself a finding. */
export function memberNamedBy(e: Evaluator, object: Value, text: TextValue, place: i32): Value {
  if (object.kind == V.Choice) {
    const items = asItems(object).items;
    let result = e.unknown;
    for (let i = 0; i < items.length; i++) result = either(e, result, memberNamedBy(e, unchecked(items[i]), text, place));
    return result;
  }
  const name = text.holes ? 0 : nameOf(changetype<usize>(text.bytes) + text.from, text.length);
  if (name != 0) attributeRule(e, name, place);
  const member = memberByName(e, object, text, name, place);
  if (text.assembled && !text.holes && !isRecord(object.node) && member.kind == V.Path && member.node != object.node && (object.kind == V.Path || member.node == NODE_SCRIPT_FUNCTION)) e.findings.add(RULE_ASSEMBLED_NAME, place);
  return member;
}

function memberByName(e: Evaluator, object: Value, text: TextValue, name: i32, place: i32): Value {
  switch (object.kind) {
    case V.Path: {
      const member = childOf(object.node, name);
      if (member != 0) return e.path(member, object.labels);
      if (text.holes || isRecord(object.node)) return computedItem(e, object, text, place);
      return builtinMember(e, object, name);
    }
    case V.Dict: {
      const found = dictEntry(e, object, text);
      return found !== null ? found : builtinMember(e, object, name);
    }
    case V.Instance: case V.Class: {
      if (text.holes || !e.texts.charge(text.length)) return e.unknown;
      const symbol = e.names.of(String.UTF8.decodeUnsafe(changetype<usize>(text.bytes) + text.from, text.length));
      return object.kind == V.Class ? classMember(e, asClass(object), symbol) : instanceMember(e, asInstance(object), symbol);
    }
    default: return builtinMember(e, object, name);
  }
}
