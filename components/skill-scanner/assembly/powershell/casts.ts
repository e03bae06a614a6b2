// `[type]value`
import { N, Node } from "../ast";
import { Evaluator, labelsOf } from "../evaluator";
import { decimal, fromCode, itemsOf, numberFrom } from "../fold";
import { integer } from "../intrinsics";
import { asItems, asNumber, asText, V, Value } from "../value";
import { asciiText } from "../commands/words";
import { joined } from "./expressions";
import { PowerOp } from "./nodes";
import { runnable } from "./scripts";

export function castTo(e: Evaluator, node: Node, value: Value): Value {
  const type = e.names.text[node.sym];
  if (type == "char") return character(e, value, node.start);
  if (type == "char[]") return characters(e, value, node.start);
  if (type == "int" || type == "int32" || type == "byte" || type == "int64" || type == "uint32" || type == "long" || type == "convert") return number(e, node, value);
  if (type == "string") return asString(e, value, node.start);
  if (type == "scriptblock") return runnable(e, value);
  if (type == "array" || type == "string[]" || type == "object[]") return value;
  return value;
}

function character(e: Evaluator, value: Value, place: i32): Value {
  if (value.kind == V.List) return characters(e, value, place);
  if (value.kind == V.Number) return fromCode(e, asNumber(value).number, value.labels, place);
  if (value.kind != V.Text || asText(value).length == 1) return value;
  const code = integer(e, value, e.unknown, value.labels);
  return code !== null && code.kind == V.Number ? fromCode(e, asNumber(code).number, value.labels, place) : e.labelled(value.labels);
}

function characters(e: Evaluator, value: Value, place: i32): Value {
  const items = itemsOf(e, value, place);
  if (items === null || !e.texts.charge(items.length * 16)) return e.labelled(labelsOf(value));
  const base = e.values.length;
  for (let i = 0; i < items.length; i++) {
    const item = unchecked(items[i]);
    e.values.push(item.kind == V.List ? item : character(e, item, place));
  }
  return e.takeItems(V.List, base);
}

/** Of a character its code, of a text what is written in it. */
function number(e: Evaluator, node: Node, value: Value): Value {
  if (value.kind != V.Text) return value;
  const text = asText(value), inner = node.a!;
  const isCharacter = inner.kind == N.Unary && inner.op == PowerOp.Cast && e.names.text[inner.sym] == "char";
  if (text.length == 1 && (isCharacter || text.at(0) < 48 || text.at(0) > 57)) return numberFrom(text.at(0), text.labels);
  const isHex = text.length > 2 && text.at(0) == 48 && (text.at(1) | 32) == 120;
  const known = integer(e, value, isHex ? e.world.numbers.value(16) : e.unknown, text.labels);
  return known !== null ? known : e.labelled(text.labels);
}

function asString(e: Evaluator, value: Value, place: i32): Value {
  if (value.kind == V.Number) return decimal(e, asNumber(value).number, place);
  return value.kind == V.List ? joined(e, asItems(value), asciiText(e, " ", place), place) : value;
}
