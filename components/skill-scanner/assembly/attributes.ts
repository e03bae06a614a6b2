// Members: `a.b`, getattr(a, "b"), vars(a)["b"] and their kin.
import { fieldKey } from "./assignment";
import { either } from "./choices";
import { Evaluator, labelsOf } from "./evaluator";
import { classMember, instanceMember } from "./instances";
import { islandMember } from "./islands/names";
import { childOf, memberOf, nameOf } from "./name-tree";
import { Node, N } from "./ast";
import { asClass, asInstance } from "./objects";
import { Method, NAME_ATTRIBUTE_RULE, NAME_METHOD, NODE_BUILTINS, NODE_OTHER_MODULE, NODE_PATH_OBJECT, NODE_PYTHON_PROGRAM, NODE_RUNS_CODE, RULE_ASSEMBLED_NAME, RULE_SIDEWAYS_NAME } from "./tables";
import { asItems, heldLabels, TextValue, V, Value } from "./value";
import { plainText } from "./fold";
import { memberOfFile } from "./written-files";

/** The value of an Attr node, from that of its object. */
export function attribute(e: Evaluator, object: Value, node: Node, line: i32): Value {
  const name = e.ruleName(node.sym);
  if (name != 0) attributeRule(e, name, e.placeOf(node, line));
  if (object.kind == V.Class) return classMember(e, asClass(object), node.sym);
  if (object.kind == V.Instance) return instanceMember(e, asInstance(object), node.sym);
  const owner = node.a!;
  if (owner.kind == N.Name && (object.kind == V.Unknown || e.root != 0) && e.fields.size > 0) {
    const key = fieldKey(owner.sym, node.sym);
    if (e.fields.has(key)) return e.fields.get(key);
  }
  if (e.isIsland && object.kind == V.Unknown) return islandMember(e, object, node, name);
  if (e.isGo && object.kind == V.Path && childOf(object.node, name) == 0 && e.isNamed(node.sym, "Call")) return object; // of reflect
  const member = memberNamed(e, object, name);
  return object.opened !== null || object.node == NODE_PATH_OBJECT ? memberOfFile(object, member, name, owner) : member;
}

/** The member of this (rule) name; without one only the labels are passed on. */
export function memberNamed(e: Evaluator, object: Value, name: i32): Value {
  if (object.kind == V.Choice) return eachMember(e, object, name);
  const node = object.node;
  if (node == 0) return memberOfAny(e, object, name);
  switch (load<u8>(NAME_METHOD + name) as i32) {
    case Method.members: case Method.getAttribute: return membersOf(node);
    case Method.selfCall: return object;
    case Method.module: return e.path(NODE_BUILTINS, 0); // `print.__self__`
    default: break;
  }
  const member = memberOf(node, name);
  return member == NODE_PYTHON_PROGRAM ? plainText(e, "python3") : member != 0 ? e.path(member, heldLabels(object)) : e.labelled(labelsOf(object));
}

/** Of something of which only the labels are known. Nothing but a path has such a method: it reads a file, or looks for files. */
function memberOfAny(e: Evaluator, object: Value, name: i32): Value {
  const method = load<u8>(NAME_METHOD + name) as i32;
  const readsFile = object.kind == V.Unknown && (method == Method.readText || method == Method.readBytes || method == Method.rglob);
  return readsFile ? e.path(childOf(NODE_PATH_OBJECT, name), heldLabels(object)) : e.labelled(heldLabels(object));
}

function eachMember(e: Evaluator, object: Value, name: i32): Value {
  const items = asItems(object).items;
  let result = e.unknown;
  for (let i = 0; i < items.length; i++) result = either(e, result, memberNamed(e, unchecked(items[i]), name));
  return result;
}

export function membersOf(node: i32): Value {
  const value = new Value(V.Members);
  value.node = node;
  return value;
}

/** The member whose name is a folded text. A name that was put together to be looked up is itself a finding. */
export function memberByText(e: Evaluator, object: Value, text: TextValue, place: i32): Value {
  const name = text.holes ? 0 : nameOf(changetype<usize>(text.bytes) + text.from, text.length);
  if (name != 0) attributeRule(e, name, place);
  const member = memberNamed(e, object, name);
  if (text.assembled && !text.holes && (member.kind == V.Path || member.kind == V.Members) && object.node != NODE_OTHER_MODULE) e.findings.add(RULE_ASSEMBLED_NAME, place);
  else if (!e.isScript && member.kind == V.Path && load<u8>(NODE_RUNS_CODE + member.node) != 0) e.findings.add(RULE_SIDEWAYS_NAME, place);
  return member;
}

export function attributeRule(e: Evaluator, name: i32, place: i32): void {
  if (e.isIsland) return; // there a name alone says less: who writes C calls the system as a matter of course
  const rule = load<u16>(NAME_ATTRIBUTE_RULE + (name << 1)) as i32;
  if (rule != 0) e.findings.add(rule - 1, place);
}
