// Lists, dicts, comprehensions and f-strings.
import { keptCount, mark, takeBack } from "./arena";
import { assign } from "./assignment";
import { Bytes } from "./bytes";
import { passed } from "./calls";
import { choice, MAX_CHOICES } from "./choices";
import { readSettingsCommands } from "./commands/settings-commands";
import { Evaluator, labelsOf } from "./evaluator";
import { appendValue, itemsOf, MAX_ITEMS } from "./fold";
import { holdsObjects, listWith } from "./held-objects";
import { Node, N } from "./ast";
import { christen } from "./lambdas";
import { ownLabels } from "./services";
import { CREDENTIAL_LABELS, NODE_BLIND_COPY } from "./tables";
import { tellRules } from "./tell-rules";
import { Truth, truthOf } from "./truth";
import { asItems, asText, isConstant, TextValue, V, Value } from "./value";

export function listDisplay(e: Evaluator, node: Node): Value {
  return gather(e, node.list, V.List);
}

export function dictDisplay(e: Evaluator, node: Node): Value {
  const list = node.list;
  if (list !== null) for (let i = 0; i < list.length; i++) if (unchecked(list[i]).kind == N.Star) return labelsOnly(e, list);
  if (list !== null && e.isScript) for (let i = 1; i < list.length; i += 2) christen(unchecked(list[i - 1]), unchecked(list[i]));
  return gather(e, list, V.Dict);
}

/** Keeps the items of a short display, and only the labels of a long one. */
function gather(e: Evaluator, list: Node[] | null, kind: i32): Value {
  if (list === null || list.length > MAX_ITEMS || (kind == V.Dict && list.length % 2 != 0)) return labelsOnly(e, list);
  const base = e.isScript && kind == V.List ? collectSpread(e, list) : e.collect(list);
  if (kind == V.Dict && list.length > 0) {
    ownFields(e, base);
    readSettingsCommands(e, base, list[0].start);
  }
  if (!e.isScript) passed(e, list, base);
  return e.takeItems(kind, base);
}

/** `[...a, b]` */
function collectSpread(e: Evaluator, list: Node[]): i32 {
  const base = e.values.length;
  for (let i = 0; i < list.length; i++) {
    const node = unchecked(list[i]);
    const value = e.evaluate(node);
    const items = node.kind == N.Star ? itemsOf(e, value, node.start) : null;
    if (items === null || items.length > MAX_ITEMS) { e.values.push(value); continue; }
    for (let j = 0; j < items.length; j++) e.values.push(unchecked(items[j]));
  }
  return base;
}

/** A client's own key in a field that is made for it tells nothing. */
function ownFields(e: Evaluator, base: i32): void {
  for (let i = base; i < e.values.length; i += 2) {
    const key = e.values.at(i);
    const value = e.values.at(i + 1);
    if (key.kind == V.Text && isBlindCopy(asText(key))) tellRules(e, NODE_BLIND_COPY, value, null, e.at);
    const own = (value.labels & CREDENTIAL_LABELS) != 0 && key.kind == V.Text ? ownLabels(asText(key), false) : 0;
    if (own != 0) e.values.set(i + 1, e.labelled(value.labels & ~own));
  }
}

/** `Bcc`, in any case */
function isBlindCopy(key: TextValue): bool {
  return new Bytes(changetype<usize>(key.bytes) + key.from, key.length).isAny(" bcc ");
}

function labelsOnly(e: Evaluator, list: Node[] | null): Value {
  let labels: u64 = 0;
  if (list === null) return e.unknown;
  for (let i = 0; i < list.length; i++) {
    const start = mark();
    const kept = keptCount();
    const changes = e.bindings.changes;
    labels |= labelsOf(e.evaluate(unchecked(list[i])));
    if (e.bindings.changes == changes) takeBack(start, kept);
  }
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
    const own = (value.labels & CREDENTIAL_LABELS) != 0 && text !== null ? ownLabels(text, true) : 0;
    if (own != 0) value = e.labelled(value.labels & ~own);
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
  const first = clauses[0];
  const iterable = first.kind == N.For ? e.evaluate(first.b!) : e.unknown;
  let result: Value | null = null;
  if (first.kind == N.For) result = each(e, node, iterable);
  if (result === null) result = generally(e, node, iterable);
  e.bindings.leave(mark, scope, block);
  return result;
}

/** The list of what the element comes to for each item; null when that is not known, or when none was looked at. */
function each(e: Evaluator, node: Node, iterable: Value): Value | null {
  const items = itemsOf(e, iterable, node.start);
  // paid in advance: nested ones, each walked twice, would otherwise double the work at every level
  if (items === null || items.length == 0 || items.length > MAX_ITEMS || !e.world.mayFollow || !e.texts.charge(16)) return null;
  const base = e.values.length;
  const isCertain = e.isCertain;
  const isFirst = e.world.begin();
  e.isCertain = true;
  const isKnown = eachOf(e, node, 0, items, base);
  e.isCertain = isCertain;
  if (isFirst) e.world.end();
  if (isKnown && e.values.length > base) return e.takeItems(node.b === null ? V.List : V.Dict, base);
  e.values.length = base;
  return null;
}

/** Leaves the elements on the value stack, for each item of the clause at `at`; false when one is not known. */
function eachOf(e: Evaluator, node: Node, at: i32, items: StaticArray<Value>, base: i32): bool {
  const target = node.list![at].a!;
  for (let i = 0; i < items.length; i++) {
    const before = e.world.visits;
    assign(e, target, unchecked(items[i]));
    if (!rest(e, node, at + 1, base)) return false;
    if (!e.texts.charge((e.world.visits - before + 1) * 16) || e.values.length - base > MAX_ITEMS) return false;
  }
  return true;
}

/** The clauses from `at` on, and the element behind the last one. */
function rest(e: Evaluator, node: Node, at: i32, base: i32): bool {
  const clauses = node.list!;
  for (let i = at; i < clauses.length; i++) {
    const clause = unchecked(clauses[i]);
    if (clause.kind == N.For) {
      const items = itemsOf(e, e.evaluate(clause.b!), clause.start);
      return items !== null && eachOf(e, node, i, items, base);
    }
    const truth = truthOf(e, e.evaluate(clause));
    if (truth == Truth.Unknown) return false;
    if (truth == Truth.False) return true;
  }
  return isPushed(e, node.a!) && (node.b === null || isPushed(e, node.b!));
}

function isPushed(e: Evaluator, node: Node): bool {
  const value = e.evaluate(node);
  e.values.push(value);
  return isConstant(value);
}

/** Only labels: those of the element, which may be what is iterated. */
function generally(e: Evaluator, node: Node, iterable: Value): Value {
  const clauses = node.list!;
  let labels = labelsOf(iterable);
  for (let i = 0; i < clauses.length; i++) {
    const clause = unchecked(clauses[i]);
    if (clause.kind != N.For) { e.evaluate(clause); continue; }
    const source = i == 0 ? iterable : e.evaluate(clause.b!);
    labels |= labelsOf(source);
    assignElement(e, clause.a!, source);
  }
  const element = e.evaluate(node.a!);
  labels |= labelsOf(element);
  const value = node.b === null ? element : e.evaluate(node.b!);
  labels |= labelsOf(value);
  if (value.kind != V.Instance) return e.labelled(labels);
  const objects = listWith(value);
  objects.labels |= labels;
  return objects;
}

/** Binds the target of a loop: to each of a few known elements, else to something with the labels of what is iterated. */
export function assignElement(e: Evaluator, target: Node, iterable: Value): void {
  if (iterable.kind == V.Choice) {
    const choices = asItems(iterable).items; // `files = []` before a loop that fills it
    for (let i = 0; i < choices.length; i++) if (holdsObjects(unchecked(choices[i]))) { assignElement(e, target, unchecked(choices[i])); return; }
  }
  if (iterable.kind != V.List || asItems(iterable).items.length == 0) {
    assign(e, target, e.labelled(labelsOf(iterable)));
    return;
  }
  const items = asItems(iterable).items;
  if (items.length == 1) { assign(e, target, unchecked(items[0])); return; }
  assign(e, target, items.length <= MAX_CHOICES ? choice(e, items) : e.labelled(iterable.labels));
}
