// What classes of the scanned code do: making objects, members, calls of objects.
import { callFunction } from "./activations";
import { Node, N } from "./ast";
import { either } from "./choices";
import { asMethod } from "./definitions";
import { Evaluator, labelsOf } from "./evaluator";
import { asFunction, Role } from "./functions";
import { childOf } from "./name-tree";
import { memberNamed } from "./attributes";
import { Step } from "./origins";
import { asClass, ClassValue, InstanceValue } from "./objects";
import { isSame } from "./same";
import { NAME_CALL, RULE_FOLDING_LIMIT } from "./tables";
import { asItems, asNumber, PARAMETER, V, Value } from "./value";

/** Classes that are looked through for an inherited member. */
const MAX_BASES: i32 = 16;

/** `Class(...)` */
export function instantiate(e: Evaluator, made: ClassValue, nodes: Node[] | null, base: i32): Value {
  const init = inherited(e, made, e.initSymbol, MAX_BASES);
  if (init !== null && init.kind == V.Function) callFunction(e, asMethod(asFunction(init), made), nodes, base);
  else fieldsFrom(e, made, nodes, base);
  return made.instance;
}

/** What a dataclass does with its arguments: positions are those of the annotations in its body. */
function fieldsFrom(e: Evaluator, made: ClassValue, nodes: Node[] | null, base: i32): void {
  if (nodes === null) return;
  let at = 0;
  for (let i = 0; i < nodes.length; i++) {
    if (nodes[i].kind == N.Keyword) { setField(e, made.instance, nodes[i].sym, e.values.at(base + i)); continue; }
    at = nextField(e, made, at);
    if (at == 0) return;
    setField(e, made.instance, made.body!.list![at - 1].list![0].sym, e.values.at(base + i));
  }
}

/** The position behind the next annotated name from `at` on; 0 when there is none. */
function nextField(e: Evaluator, made: ClassValue, at: i32): i32 {
  const body = made.body;
  if (body === null || body.list === null) return 0;
  for (let i = at; i < body.list!.length && e.texts.charge(1); i++) {
    const entry = body.list![i];
    if (entry.kind == N.Assign && entry.b !== null && entry.list![0].kind == N.Name) return i + 1;
  }
  return 0;
}

/** `object(...)` */
export function callObject(e: Evaluator, object: InstanceValue, nodes: Node[] | null, base: i32): Value {
  const call = inherited(e, object.of!, e.callSymbol, MAX_BASES);
  return call !== null && call.kind == V.Function ? callFunction(e, asMethod(asFunction(call), object.of!), nodes, base) : e.unknown;
}

/** `object.name` */
export function instanceMember(e: Evaluator, object: InstanceValue, symbol: i32): Value {
  const field = object.field(symbol);
  if (field !== null) e.world.origins.recall(object.trace(symbol), labelsOf(field));
  const member = inherited(e, object.of!, symbol, MAX_BASES);
  if (member === null) return field !== null ? field : fromBase(e, object.of!, symbol);
  if (member.kind != V.Function) return field !== null ? either(e, member, field) : member;
  const method = asMethod(asFunction(member), object.of!);
  return method.code.role == Role.Property ? callFunction(e, method, null, e.values.length) : method;
}

/** `Class.name` */
export function classMember(e: Evaluator, made: ClassValue, symbol: i32): Value {
  const member = inherited(e, made, symbol, MAX_BASES);
  if (member === null) {
    const field = made.instance.field(symbol); // `Class.name = value`
    return field === null ? e.unknown : field;
  }
  const isBound = member.kind == V.Function && asFunction(member).code.role == Role.OfClass;
  return isBound ? asMethod(asFunction(member), made) : member;
}

/** What a class or one of its bases has under a name. */
function inherited(e: Evaluator, made: ClassValue, symbol: i32, depth: i32): Value | null {
  const members = made.members;
  if (depth == 0 || !e.texts.charge(members.length)) return null;
  for (let i = members.length - 2; i >= 0; i -= 2) if (asNumber(unchecked(members[i])).number == symbol) return unchecked(members[i + 1]);
  for (let i = 0; i < made.bases.length; i++) {
    const base = unchecked(made.bases[i]);
    const found = base.kind == V.Class ? inherited(e, asClass(base), symbol, depth - 1) : null;
    if (found !== null) return found;
  }
  return null;
}

/** A member that a class has from a library: `class Client(requests.Session)`. */
function fromBase(e: Evaluator, made: ClassValue, symbol: i32): Value {
  for (let i = 0; i < made.bases.length; i++) {
    const base = unchecked(made.bases[i]);
    const object = base.kind == V.Path ? childOf(base.node, NAME_CALL) : 0;
    if (object != 0) return memberNamed(e, e.path(object, 0), e.ruleName(symbol));
  }
  return e.unknown;
}

/** `object.name = value`: what was there before stays possible. */
export function setField(e: Evaluator, object: InstanceValue, symbol: i32, value: Value): void {
  if ((value.labels & PARAMETER) != 0) e.dependsOnArguments();
  const before = object.field(symbol);
  if (before !== null && isSame(e, before, value)) return;
  if (before !== null && isEmpty(value) && before.kind != V.Text) return; // `self.files = []` in each new object
  const after = before === null || isEmpty(before) ? value : either(e, before, value);
  if (before !== null && isSame(e, before, after)) return;
  const trace = e.world.origins.step(labelsOf(value), Step.Kept, e.findings.placed(e.at), symbol);
  if (object.setField(symbol, after, trace)) e.world.version++;
  else e.findings.add(RULE_FOLDING_LIMIT, 0);
}

function isEmpty(value: Value): bool {
  return (value.kind == V.List || value.kind == V.Dict) && value.labels == 0 && asItems(value).count == 0;
}
