// What names stand for.
import { keep } from "./arena";
import { attributeRule } from "./attributes";
import { Binding } from "./bindings";
import { Evaluator, labelsOf } from "./evaluator";
import { childOf } from "./name-tree";
import { addSteps } from "./steps";
import { NODE_BUILTINS } from "./tables";
import { islandName } from "./islands/names";
import { ownMethod } from "./ruby/methods";
import { V, Value } from "./value";

/** What a name stands for: what was bound to it, a member of a module that was imported with `*`, a builtin, a module. */
export function readName(e: Evaluator, symbol: i32, place: i32): Value {
  const binding = e.bindings.find(symbol);
  if (binding !== null) return boundValue(e, binding, place);
  if (e.root != 0) return foreignName(e, symbol, place);
  const name = e.ruleName(symbol);
  if (name == 0) return e.unknown;
  for (let i = e.stars.length - 1; i >= 0; i--) {
    addSteps(1);
    const member = childOf(e.stars.at(i), name);
    if (member != 0) return e.path(member, 0);
  }
  attributeRule(e, name, place);
  const builtin = childOf(NODE_BUILTINS, name);
  if (builtin != 0) return e.path(builtin, 0);
  const module = childOf(0, name); // never imported here: a fragment, or code that is run where it is
  return module != 0 ? e.path(module, 0) : e.unknown;
}

/** A name of Go or Ruby that nothing has been bound to. */
function foreignName(e: Evaluator, symbol: i32, place: i32): Value {
  if (e.isRuby) {
    const own = ownMethod(e, symbol);
    if (own !== null) return own;
  }
  if (e.isIsland) {
    const own = islandName(e, symbol, place);
    if (own !== null) return own;
  }
  const name = e.ruleName(symbol);
  for (let i = e.stars.length - 1; i >= 0; i--) {
    addSteps(1);
    const member = childOf(e.stars.at(i), name);
    if (member != 0) return e.path(member, 0);
  }
  if (name != 0) attributeRule(e, name, place);
  const node = childOf(e.root, name);
  return node != 0 ? e.path(node, 0) : e.unknown;
}

/** What a variable holds; where its labels come from is remembered. */
export function boundValue(e: Evaluator, binding: Binding, place: i32): Value {
  const value = e.bindings.read(binding);
  if (binding.trace !== null) e.world.origins.recall(binding.trace, labelsOf(value));
  else if (value.kind == V.Path) e.world.origins.source(labelsOf(value), e.findings.placed(place));
  return value;
}

/** A variable by its text, as `globals()` finds it. */
export function variable(e: Evaluator, text: string): Value {
  keep(); // it may be a new name
  const probes = e.names.probes;
  const symbol = e.names.of(text);
  return e.texts.charge(e.names.probes - probes) ? readName(e, symbol, 0) : e.unknown;
}
