// What a method's name stands for in Ruby: a member that the rules know, a method of the scanned code, or nothing known.
import { N, Node } from "../ast";
import { attributeRule } from "../attributes";
import { fieldKey } from "../assignment";
import { isNothing } from "../bindings";
import { callValue } from "../calls";
import { either } from "../choices";
import { asMethod } from "../definitions";
import { Evaluator, labelsOf } from "../evaluator";
import { asFunction, Frame, Role } from "../functions";
import { classMember, instanceMember } from "../instances";
import { childOf, nameOf } from "../name-tree";
import { asClass, asInstance, ClassValue } from "../objects";
import { NAME_RUBY_METHOD, NODE_RUBY, NODE_RUBY_ANY, RULE_ASSEMBLED_NAME, RubyMethod } from "../tables";
import { asItems, asText, TextValue, V, Value } from "../value";
import { memberOfFile } from "../written-files";

/** Functions around a function that are asked for the class that they belong to. */
const MAX_OUTER: i32 = 4;

/** A method of the class whose method is being walked, called without a receiver; null when there is none. */
export function ownMethod(e: Evaluator, symbol: i32): Value | null {
  let frame: Frame | null = e.frame;
  for (let i = 0; i < MAX_OUTER && frame !== null; i++) {
    const owner = frame.called.code.owner;
    if (owner !== null) {
      const member = ofClass(e, owner, symbol);
      return isNothing(member) ? null : member;
    }
    frame = frame.outer;
  }
  return null;
}

function ofClass(e: Evaluator, owner: ClassValue, symbol: i32): Value {
  const member = classMember(e, owner, symbol);
  return member.kind == V.Function && asFunction(member).code.role != Role.Static ? asMethod(asFunction(member), owner) : member;
}

/** What `receiver.name(…)` calls. */
export function memberCalled(e: Evaluator, receiver: Value, attr: Node, name: i32, line: i32): Value {
  if (name != 0) attributeRule(e, name, e.placeOf(attr, line));
  const method = load<u8>(NAME_RUBY_METHOD + name) as i32;
  const owner = attr.a!;
  switch (receiver.kind) {
    case V.Class: return method == RubyMethod.new_ ? receiver : ofClass(e, asClass(receiver), attr.sym);
    case V.Instance: {
      const member = instanceMember(e, asInstance(receiver), attr.sym);
      if (!isNothing(member)) return member;
      break;
    }
    case V.Function: if (method == RubyMethod.call) return receiver; break;
    case V.Choice: {
      const items = asItems(receiver).items;
      let result = e.unknown;
      for (let i = 0; i < items.length; i++) result = either(e, result, memberCalled(e, unchecked(items[i]), attr, name, line));
      return result;
    }
    case V.Path: if (method == RubyMethod.call && childOf(receiver.node, name) == 0) return receiver; break; // of `method(:name)`
    default: break;
  }
  if (owner.kind == N.Name && receiver.kind != V.Text && e.fields.size > 0) {
    const key = fieldKey(owner.sym, attr.sym);
    if (e.fields.has(key)) return e.fields.get(key);
  }
  const member = anyMember(e, receiver, name);
  return receiver.opened !== null ? memberOfFile(receiver, member, name, owner) : member;
}

/** A member that the rules know of this value, or of any. */
export function anyMember(e: Evaluator, receiver: Value, name: i32): Value {
  let node = receiver.kind == V.Path ? childOf(receiver.node, name) : 0;
  if (node == 0) node = childOf(NODE_RUBY_ANY, name);
  return node != 0 ? e.path(node, labelsOf(receiver)) : e.labelled(labelsOf(receiver));
}

/** `receiver.send(:name, …)`; null when the name is not known. */
export function sent(e: Evaluator, receiver: Value, base: i32, place: i32): Value | null {
  if (base >= e.values.length || e.values.at(base).kind != V.Text) return null;
  const callee = memberByName(e, receiver, asText(e.values.at(base)), place);
  return callValue(e, callee, null, base + 1, place);
}

/** `method(:name)`, `const_get(:Name)`. A name that was put together to be looked up is itself a finding. */
export function memberByName(e: Evaluator, receiver: Value, text: TextValue, place: i32): Value {
  const name = text.holes ? 0 : nameOf(changetype<usize>(text.bytes) + text.from, text.length);
  if (name != 0) attributeRule(e, name, place);
  const member = anyMember(e, receiver.kind == V.Path ? receiver : e.path(NODE_RUBY, labelsOf(receiver)), name);
  if (text.assembled && !text.holes && member.kind == V.Path) e.findings.add(RULE_ASSEMBLED_NAME, place);
  return member;
}
