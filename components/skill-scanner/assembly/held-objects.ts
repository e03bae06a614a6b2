// Objects of the scanned code in the lists and maps that other objects hold: `self.pages.append(Page(...))`. They carry no
// labels themselves, their fields do, so that labels alone would not lead back to what they hold.
import { evaluateAgain } from "./again";
import { Node, N } from "./ast";
import { MAX_CHOICES } from "./choices";
import { Evaluator, labelsOf } from "./evaluator";
import { asInstance, InstanceValue } from "./objects";
import { Step } from "./origins";
import { asItems, ItemsValue, V, Value } from "./value";

/** Puts an object into what a field holds, of which a list of the objects in it is kept; false for all else. */
export function holdObject(e: Evaluator, holder: Node, item: Value): bool {
  if (item.kind != V.Instance || holder.kind != N.Attr) return false;
  const owner = evaluateAgain(e, holder.a!);
  return owner.kind == V.Instance && holdInField(e, asInstance(owner), holder.sym, item);
}

function holdInField(e: Evaluator, owner: InstanceValue, symbol: i32, item: Value): bool {
  const before = owner.field(symbol);
  if (before === null) return keepList(e, owner, symbol, listWith(item));
  const held = objectsIn(before);
  if (held === null) {
    const list = listWith(item);
    list.labels |= labelsOf(before);
    return keepList(e, owner, symbol, list);
  }
  if (holds(held, item)) return true;
  return held.count < MAX_CHOICES && keepList(e, owner, symbol, held.appended(item, e.texts));
}

function keepList(e: Evaluator, owner: InstanceValue, symbol: i32, list: ItemsValue): bool {
  if (!owner.setField(symbol, list, e.world.origins.step(list.labels, Step.Kept, e.findings.placed(e.at), symbol))) return false;
  e.world.version++;
  return true;
}

/** The list among what a field may hold. */
function objectsIn(value: Value): ItemsValue | null {
  if (value.kind == V.List) return asItems(value);
  if (value.kind != V.Choice) return null;
  const choices = asItems(value).items;
  for (let i = 0; i < choices.length; i++) if (unchecked(choices[i]).kind == V.List) return asItems(unchecked(choices[i]));
  return null;
}

function holds(list: ItemsValue, item: Value): bool {
  for (let i = 0; i < list.count; i++) if (list.at(i) === item) return true;
  return false;
}

export function holdsObjects(list: Value): bool {
  return list.kind == V.List && asItems(list).count > 0 && asItems(list).at(0).kind == V.Instance;
}

/** A list of this alone. */
export function listWith(item: Value): ItemsValue {
  const items = new StaticArray<Value>(1);
  unchecked(items[0] = item);
  const list = new ItemsValue(V.List, items);
  list.labels = item.labels;
  return list;
}
