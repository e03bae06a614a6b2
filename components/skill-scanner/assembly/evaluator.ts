// Walks expressions in the order in which Python would evaluate them, and works out what names, calls and constants they come to.
// Left-deep chains (a.b.c, f()()(), a + b + c) have no bound in length, so they are walked on a stack of our own.
import { compared } from "./answers";
import { isExhausted } from "./arena";
import { N, Node } from "./ast";
import { attribute } from "./attributes";
import { callMethod, callStep } from "./calls";
import { Evaluation } from "./evaluation";
import { expression } from "./expressions";
import { scriptCall, scriptMethodCall } from "./javascript/script-calls";
import { scriptAttribute, scriptSubscript } from "./javascript/script-members";
import { scriptBinary } from "./javascript/script-operators";
import { subscript } from "./items";
import { childOf } from "./name-tree";
import { binary } from "./operators";
import { powerBinary } from "./powershell/expressions";
import { powerItem, powerMethod, property } from "./powershell/members";
import { Op } from "./python/lexer";
import { shifted } from "./ruby/values";
import { addSteps } from "./steps";
import { Event, NAME_ITEM, NODE_LABELS, NODE_READABLE, RULE_NOT_READ, RULE_TOO_DEEP } from "./tables";
import { compare, logical } from "./truth";
import { asText, isSpine, V, Value } from "./value";

export { labelsOf } from "./evaluation";

/** The parser's own limits keep the tree shallower than this; beyond it the stack would be at risk. */
const MAX_DEPTH: i32 = 700;

export class Evaluator extends Evaluation {
  evaluate(node: Node): Value {
    return this.walk(node, true);
  }

  /** The same for what is about to be assigned to or extended: naming it is not reading it. */
  evaluateTarget(node: Node): Value {
    return this.walk(node, false);
  }

  private walk(node: Node, reads: bool): Value {
    addSteps(1);
    this.world.visits++;
    if (!this.isLink(node)) return this.isRuby && reads ? this.namedLeaf(node) : this.leaf(node);
    const base = this.spine.length;
    let n = node;
    for (; this.isLink(n); n = n.a!) this.spine.push(n);
    const line = n.line;
    let value = this.leaf(n);
    let read = -1; // where a readable name stands that nothing has been taken out of yet
    while (this.spine.length > base) {
      addSteps(1);
      const step = this.spine.pop();
      const next = this.spine.length > base ? this.spine.top : null;
      const before = value;
      if (next !== null && next.kind == N.Call && this.isMethod(step, value)) value = this.callMethod(value, step, this.spine.pop(), line);
      else value = this.isScript ? this.scriptStep(step, value, line) : this.step(step, value, line);
      if (value.kind == V.Path && (step.kind == N.Attr || step.kind == N.Subscript)) this.noteSource(value.node, step);
      if (read >= 0 && (value.kind != V.Path || value.node == before.node) && step.kind != N.Call && !isItem(before, step)) this.fire(before.node, Event.Read, read);
      read = (step.kind == N.Attr || (this.isScript && step.kind == N.Subscript)) && value.kind == V.Path && load<u8>(NODE_READABLE + value.node) != 0 ? this.placeOf(step, line) : -1;
    }
    if (read >= 0 && reads) this.fire(value.node, Event.Read, read);
    return value;
  }

  /** `ENV` alone is the whole of it. */
  private namedLeaf(node: Node): Value {
    const value = this.leaf(node);
    if (node.kind == N.Name && value.kind == V.Path && load<u8>(NODE_READABLE + value.node) != 0) this.fire(value.node, Event.Read, node.start);
    return value;
  }

  /** Some names have labels by themselves. */
  @inline private noteSource(node: i32, step: Node): void {
    const labels = load<u64>(NODE_LABELS + ((node as usize) << 3));
    if (labels != 0) this.world.origins.source(labels, this.findings.placed(step.start));
  }

  @inline private isMethod(step: Node, value: Value): bool {
    if (step.kind == N.Attr) return this.isScript || this.isRuby || this.isPowerShell || this.isIsland || isReceiver(value);
    return this.isScript && step.kind == N.Subscript;
  }

  private callMethod(receiver: Value, step: Node, call: Node, line: i32): Value {
    if (this.isPowerShell) return powerMethod(this, receiver, step, call);
    return this.isScript ? scriptMethodCall(this, receiver, step, call, line) : callMethod(this, receiver, step, call, line);
  }

  private scriptStep(node: Node, value: Value, line: i32): Value {
    switch (node.kind) {
      case N.Attr: return scriptAttribute(this, value, node, line);
      case N.Call: return scriptCall(this, value, node, line);
      case N.Subscript: return scriptSubscript(this, value, node);
      case N.Bin: return scriptBinary(this, node.op, value, this.evaluate(node.b!), node.b!.start);
      default: return this.step(node, value, line);
    }
  }

  private step(node: Node, value: Value, line: i32): Value {
    if (this.isPowerShell) return this.powerStep(node, value);
    switch (node.kind) {
      case N.Attr: return attribute(this, value, node, line);
      case N.Call: return callStep(this, value, node, line);
      case N.Subscript: return subscript(this, value, node);
      case N.Bin: if (this.isRuby && node.op == Op.SHL) return this.shift(node, value); return binary(this, node.op, value, this.evaluate(node.b!), node.b!.start);
      case N.Bool: return this.shell !== null && isAssigned(value) ? value : logical(this, node.op, value, this.evaluate(node.b!));
      default: return this.comparison(node, value, this.evaluate(node.b!));
    }
  }

  private comparison(node: Node, left: Value, right: Value): Value {
    compared(this, left, right, node.start);
    return compare(this, node, left, right);
  }

  private powerStep(node: Node, value: Value): Value {
    switch (node.kind) {
      case N.Attr: return property(this, value, node);
      case N.Subscript: return powerItem(this, value, node);
      case N.Bin: return powerBinary(this, node, value);
      default: return this.unknown;
    }
  }

  /** Ruby's `<<` */
  private shift(node: Node, value: Value): Value {
    const item = this.evaluate(node.b!);
    const known = shifted(this, node.a!, value, item, node.b!.start);
    return known !== null ? known : binary(this, node.op, value, item, node.b!.start);
  }

  /** Part of a chain. A shell's commands are none; PowerShell's methods are. */
  @inline private isLink(node: Node): bool {
    return isSpine(node.kind) && (this.shell === null || node.kind != N.Call || node.a!.kind == N.Attr);
  }

  private leaf(node: Node): Value {
    if (this.world.depth > MAX_DEPTH) {
      this.findings.add(RULE_TOO_DEEP, node.start);
      return this.unknown;
    }
    if (this.isStopped || (this.world.isLookDue && this.mustStop(node.start))) return this.unknown;
    this.world.depth++;
    const value = expression(this, node);
    this.world.depth--;
    return value;
  }

  /** Ends the analysis, and says so, when memory or patience is used up. */
  mustStop(place: i32): bool {
    this.world.looked = this.world.visits;
    if (!isExhausted() && !this.world.isOverworked) return false;
    this.isStopped = true;
    this.findings.add(RULE_NOT_READ, place);
    return true;
  }

  evaluateAll(list: Node[] | null): void {
    if (list === null) return;
    for (let i = 0; i < list.length; i++) this.evaluate(unchecked(list[i]));
  }

  /** Evaluates a list and leaves the values on top of `values`; returns where they begin. The caller takes them off. */
  collect(list: Node[]): i32 {
    const base = this.values.length;
    for (let i = 0; i < list.length; i++) this.values.push(this.evaluate(unchecked(list[i])));
    return base;
  }

  /** Where to point at a step of a chain: its beginning, or the name when that is on a later line. */
  placeOf(step: Node, line: i32): i32 {
    const named = step.kind == N.Call ? step.a! : step;
    return named.kind == N.Attr && named.line != line ? named.op : step.start;
  }
}

/** One item is taken out of something that has items. */
function isItem(value: Value, step: Node): bool {
  return step.kind != N.Bin && childOf(value.node, NAME_ITEM) != 0;
}

/** Its methods are folded, not looked up by name. */
function isReceiver(value: Value): bool {
  return value.kind == V.Text || value.kind == V.List || value.kind == V.Dict || value.kind == V.Namespace || value.kind == V.Members || value.kind == V.Unknown || value.kind == V.Number;
}

/** Of `${x:-y}` only x remains when it is known. */
function isAssigned(value: Value): bool {
  return value.kind == V.Text && asText(value).length > 0;
}
