// Functions of the scanned code that are handed to others: `Thread(target=f, args=(secret,))`, `pool.submit(f, secret)`.
import { callFunction } from "./activations";
import { Node, N } from "./ast";
import { act } from "./calls";
import { Call } from "./conditions";
import { Evaluator } from "./evaluator";
import { asFunction } from "./functions";
import { childOf } from "./name-tree";
import { DOWNLOADED_LABELS, NAME_ITEM_SET, NODE_REPEATS } from "./tables";
import { asItems, V, Value } from "./value";

/** Calls each of them with what else is handed over. `callee`: the node of what they are handed to, or 0. */
export function callbacks(e: Evaluator, nodes: Node[] | null, base: i32, callee: i32): void {
  const end = e.values.length;
  for (let i = base; i < end; i++) {
    const value = e.values.at(i);
    if (value.kind != V.Function) continue;
    pushOthers(e, nodes, base, end, i);
    const repeats = load<u8>(NODE_REPEATS + callee) as i32;
    e.world.repeats += repeats;
    if (e.values.length > end || repeats > 0) callFunction(e, asFunction(value), null, end);
    e.world.repeats -= repeats;
    e.values.length = end;
  }
}

/** Arguments of a function that a source calls: `(connection, message)` and their like. */
const MOST_GIVEN: i32 = 3;

/** Calls the functions among the arguments with what the callee has to give. */
export function callbacksWith(e: Evaluator, base: i32, given: Value): void {
  const end = e.values.length;
  for (let i = base; i < end; i++) {
    const value = e.values.at(i);
    if (value.kind != V.Function) continue;
    for (let k = 0; k < MOST_GIVEN; k++) e.values.push(given);
    callFunction(e, asFunction(value), null, end);
    e.values.length = end;
  }
}

/** `client.on_message = f` */
export function listenerAssigned(e: Evaluator, owner: Value, listener: Value, place: i32): void {
  const set = childOf(owner.node, NAME_ITEM_SET);
  if (set == 0) return;
  const base = e.values.length;
  e.values.push(e.unknown);
  e.values.push(listener);
  const labels = act(e, set, new Call(e, owner, null, base, 2), place);
  if ((labels & DOWNLOADED_LABELS) != 0) callbacksWith(e, base, e.labelled(labels));
  e.values.length = base;
}

/** The items of `args=(...)`, else what stands behind the function. */
function pushOthers(e: Evaluator, nodes: Node[] | null, base: i32, end: i32, at: i32): void {
  for (let i = base; i < end && nodes !== null; i++) {
    const node = unchecked(nodes[i - base]);
    if (node.kind == N.Keyword && e.isNamed(node.sym, "args")) { pushItems(e, i); return; }
  }
  for (let i = at + 1; i < end; i++) {
    const value = e.values.at(i);
    if (nodes !== null && (unchecked(nodes[i - base]).kind == N.Keyword || unchecked(nodes[i - base]).kind == N.Star)) continue;
    e.values.push(value);
  }
}

function pushItems(e: Evaluator, i: i32): void {
  const value = e.values.at(i);
  if (value.kind != V.List) { e.values.push(value); return; }
  const items = asItems(value).items;
  for (let j = 0; j < items.length; j++) e.values.push(unchecked(items[j]));
}
