// What names stand for in the languages that are read as islands: fields, members of what nothing is known of.
import { fieldKey } from "../assignment";
import { N, Node } from "../ast";
import { callPath } from "../calls";
import { Evaluator, labelsOf } from "../evaluator";
import { Language } from "../language";
import { childOf } from "../name-tree";
import { NODE_CODE_ANY, NODE_GETENV } from "../tables";
import { heldLabels, V, Value } from "../value";
import { readName } from "../variables";
import { THIS } from "./parser-operands";

const DOLLAR: i32 = 36;

/** A name that nothing has been bound to; null when the rules' own names are to be asked. */
export function islandName(e: Evaluator, symbol: i32, place: i32): Value | null {
  const key = fieldKey(THIS, symbol);
  if (e.fields.size > 0 && e.fields.has(key)) return e.fields.get(key);
  const text = unchecked(e.names.text[symbol]);
  return e.unit.language == Language.Vim && text.length > 1 && text.charCodeAt(0) == DOLLAR ? environment(e, place) : null;
}

/** Vim's `$NAME` */
function environment(e: Evaluator, place: i32): Value {
  let end = place + 1;
  while (end < e.source.length && isWord(unchecked(e.source[end]))) end++;
  const base = e.values.length;
  e.values.push(e.texts.slice(e.source, place + 1, end, place, true));
  const result = callPath(e, e.path(NODE_GETENV, 0), null, base, place);
  e.values.length = base;
  return result;
}

function isWord(c: i32): bool { return (c >= 48 && c <= 57) || (c >= 65 && c <= 90) || (c >= 97 && c <= 122) || c == 95; }

/** `a.B` of an unknown `a`: a type is known by its own name, wherever it stands; a field by that of its object. */
export function islandMember(e: Evaluator, object: Value, node: Node, name: i32): Value {
  const owner = node.a!;
  if (owner.kind == N.Name && owner.sym == THIS) return readName(e, node.sym, node.op);
  if (name != 0 && heldLabels(object) == 0 && (owner.kind == N.Name || owner.kind == N.Attr)) {
    const first = e.source[node.op];
    const known = first >= 65 && first <= 90 ? childOf(e.root, name) : 0;
    if (known != 0) return e.path(known, 0);
  }
  return e.labelled(labelsOf(object));
}

/** A method that is known by its name alone; null when it is not. */
export function methodOfAny(e: Evaluator, receiver: Value, name: i32): Value | null {
  const node = childOf(NODE_CODE_ANY, name);
  return node != 0 && receiver.kind != V.Text ? e.path(node, labelsOf(receiver)) : null;
}
