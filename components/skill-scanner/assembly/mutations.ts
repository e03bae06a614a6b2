// Methods that change what they are called on: the variable then holds the changed value.
import { bind } from "./assignment";
import { Node, N } from "./ast";
import { Evaluator, labelsOf } from "./evaluator";
import { bytesOf, MAX_ITEMS } from "./fold";
import { holdObject } from "./held-objects";
import { Method } from "./tables";
import { asItems, asText, V, Value } from "./value";

/** `object.append(item)` and its kin, for a variable; false when nothing is known of what it does. */
export function mutate(e: Evaluator, name: i32, object: Node, receiver: Value, base: i32, place: i32): bool {
  if (e.values.length != base + 1) return false;
  const item = e.values.at(base);
  if (object.kind != N.Name) return (name == Method.append || name == Method.add) && holdObject(e, object, item);
  switch (name) {
    case Method.append: case Method.add: return appendTo(e, object, receiver, item, place);
    case Method.extend: return receiver.kind == V.List && item.kind == V.List && extendBy(e, object, receiver, item);
    case Method.update: return receiver.kind == V.Dict && item.kind == V.Dict && extendBy(e, object, receiver, item);
    default: return false;
  }
}

function appendTo(e: Evaluator, object: Node, receiver: Value, item: Value, place: i32): bool {
  if (receiver.kind == V.List) {
    if (asItems(receiver).count >= MAX_ITEMS) return false;
    bind(e, object.sym, asItems(receiver).appended(item, e.texts));
    return true;
  }
  if (receiver.kind != V.Text || !asText(receiver).isBytes || item.kind != V.Number) return false;
  const items = new StaticArray<Value>(1); // a bytearray
  unchecked(items[0] = item);
  const byte = bytesOf(e, items, labelsOf(item), place);
  if (byte === null) return false;
  const longer = e.texts.append(asText(receiver), asText(byte), place);
  if (longer === null) return false;
  longer.isBytes = true;
  bind(e, object.sym, longer);
  return true;
}

function extendBy(e: Evaluator, object: Node, receiver: Value, more: Value): bool {
  const items = asItems(more).items;
  if (asItems(receiver).count + items.length > MAX_ITEMS || !e.texts.charge(items.length * 4)) return false;
  let list = asItems(receiver);
  for (let i = 0; i < items.length; i++) list = list.appended(unchecked(items[i]), e.texts);
  bind(e, object.sym, list);
  return true;
}
