// Lists, dicts, comprehensions and f-strings.
import { Node, N } from "./python/ast";
import { passed } from "./calls";
import { Evaluator, labelsOf, MAX_CHOICES } from "./evaluator";
import { appendValue, itemsOf, listOf, MAX_ITEMS } from "./fold";
import { namesCredential } from "./services";
import { CREDENTIAL_LABELS } from "./tables";
import { asItems, asText, TextValue, V, Value } from "./value";

export function listDisplay(e: Evaluator, node: Node): Value {
  return gather(e, node.list, V.List);
}

export function dictDisplay(e: Evaluator, node: Node): Value {
  const list = node.list;
  if (list !== null) for (let i = 0; i < list.length; i++) if (unchecked(list[i]).kind == N.Star) return labelsOnly(e, list);
  return gather(e, list, V.Dict);
}

/** Keeps the items of a short display, and only the labels of a long one. */
function gather(e: Evaluator, list: Node[] | null, kind: i32): Value {
  if (list === null || list.length > MAX_ITEMS || (kind == V.Dict && list.length % 2 != 0)) return labelsOnly(e, list);
  const base = e.collect(list);
  if (kind == V.Dict) ownFields(e, base);
  passed(e, list, base);
  return e.takeItems(kind, base);
}

/** A client's own key in a field that is made for it tells nothing. */
function ownFields(e: Evaluator, base: i32): void {
  for (let i = base; i < e.valueCount; i += 2) {
    const key = unchecked(e.values[i]);
    const value = unchecked(e.values[i + 1]);
    if ((value.labels & CREDENTIAL_LABELS) != 0 && key.kind == V.Text && namesCredential(asText(key), false)) unchecked(e.values[i + 1] = e.labelled(value.labels & ~CREDENTIAL_LABELS));
  }
}

function labelsOnly(e: Evaluator, list: Node[] | null): Value {
  let labels: u64 = 0;
  if (list !== null) for (let i = 0; i < list.length; i++) labels |= labelsOf(e.evaluate(unchecked(list[i])));
  return e.labelled(labels);
}

/** f-strings, and literals that stand side by side. */
export function formatted(e: Evaluator, node: Node): Value {
  const list = node.list!;
  let labels: u64 = 0;
  let text: TextValue | null = e.texts.empty();
  for (let i = 0; i < list.length; i++) {
    const part = unchecked(list[i]);
    let value = e.evaluate(part);
    if ((value.labels & CREDENTIAL_LABELS) != 0 && text !== null && namesCredential(text, true)) value = e.labelled(value.labels & ~CREDENTIAL_LABELS);
    labels |= labelsOf(value);
    if (text !== null) text = i == 0 && value.kind == V.Text ? asText(value) : appendValue(e, text, value, part.start);
  }
  return text !== null ? text : e.labelled(labels);
}

/** `[element for target in iterable if condition]`: worked out for short constant iterables. */
export function comprehension(e: Evaluator, node: Node): Value {
  const clauses = node.list!;
  const scope = e.bindings.scope;
  const block = e.bindings.block;
  const mark = e.bindings.enter();
  let items: StaticArray<Value> | null = null;
  let iterated: u64 = 0;
  for (let i = 0; i < clauses.length; i++) {
    const clause = unchecked(clauses[i]);
    if (clause.kind != N.For) { e.evaluate(clause); continue; }
    const iterable = e.evaluate(clause.b!);
    iterated |= labelsOf(iterable);
    if (clauses.length == 1) items = itemsOf(e, iterable, node.start);
    assignElement(e, clause.a!, iterable);
  }
  const first = e.visits;
  const value = e.evaluate(node.a!);
  const labels = labelsOf(value) | (node.b === null ? 0 : labelsOf(e.evaluate(node.b!))) | (isFolded(value) ? iterated : 0);
  const cost = (e.visits - first + 1) * 16;
  const result = items !== null && node.b === null && items.length > 0 && isFolded(value) ? each(e, node, clauses[0].a!, items, cost) : null;
  e.bindings.leave(mark, scope, block);
  return result !== null ? result : e.labelled(labels | iterated);
}

function isFolded(value: Value): bool {
  return value.kind == V.Text || value.kind == V.Number;
}

function each(e: Evaluator, node: Node, target: Node, items: StaticArray<Value>, cost: i32): Value | null {
  const base = e.valueCount;
  for (let i = 0; i < items.length && i < MAX_ITEMS; i++) {
    if (!e.texts.charge(cost)) { e.valueCount = base; return null; }
    e.assign(target, unchecked(items[i]));
    e.pushValue(e.evaluate(node.a!));
  }
  return e.takeItems(V.List, base);
}

/** Binds the target of a loop: to each of a few known elements, else to something with the labels of what is iterated. */
export function assignElement(e: Evaluator, target: Node, iterable: Value): void {
  if (iterable.kind != V.List || asItems(iterable).items.length == 0) {
    e.assign(target, e.labelled(labelsOf(iterable)));
    return;
  }
  const items = asItems(iterable).items;
  if (items.length == 1) { e.assign(target, unchecked(items[0])); return; }
  e.assign(target, items.length <= MAX_CHOICES ? e.choice(items) : e.labelled(iterable.labels));
}
