// Walks expressions in the order in which Python would evaluate them, and works out what names, calls and constants they come to.
// Left-deep chains (a.b.c, f()()(), a + b + c) have no bound in length, so they are walked on a stack of our own.
import { isExhausted, keep } from "./arena";
import { N, Node } from "./ast";
import { attribute } from "./attributes";
import { Binding, Bindings } from "./bindings";
import { callMethod, callStep } from "./calls";
import { either } from "./choices";
import { Shell } from "./commands/shell";
import { Signal } from "./control";
import { expression } from "./expressions";
import { scriptCall, scriptMethodCall } from "./javascript/script-calls";
import { scriptAttribute, scriptSubscript } from "./javascript/script-members";
import { scriptBinary } from "./javascript/script-operators";
import { Language } from "./language";
import { Findings } from "./findings";
import { Frame, FunctionValue } from "./functions";
import { subscript } from "./items";
import { Language } from "./language";
import { listEnd, listStart } from "./lists";
import { Shadowed } from "./loops";
import { childOf, nameOfString } from "./name-tree";
import { ClassValue } from "./objects";
import { binary } from "./operators";
import { Names } from "./python/names";
import { Services } from "./services";
import { Skill } from "./skill";
import { Stack } from "./stack";
import { addSteps } from "./steps";
import { ACTION_AT, ACTION_EFFECT, ACTION_EVENT, Event, NAME_ITEM, NODE_LABELS, NODE_READABLE, RULE_NOT_READ, RULE_TOO_DEEP } from "./tables";
import { Texts } from "./texts";
import { compare } from "./truth";
import { Unit } from "./unit";
import { asText, isSpine, ItemsValue, PARAMETER, V, Value } from "./value";
import { World } from "./world";

/** The parser's own limits keep the tree shallower than this; beyond it the stack would be at risk. */
const MAX_DEPTH: i32 = 700;

export class Evaluator {
  readonly world: World;
  readonly unknown: Value;
  /** What a parameter holds of which nothing is known. */
  readonly parameter: Value;
  /** Values being collected: arguments, elements. */
  readonly values: Stack<Value>;
  private readonly spine: Stack<Node>;
  readonly bindings: Bindings;
  /** `name.attribute = value`, by both symbols. */
  readonly fields: Map<u64, Value> = new Map<u64, Value>();
  /** Modules imported with `*`. */
  readonly stars: Stack<i32> = new Stack<i32>(8);
  /** Functions whose bodies are still to be walked. */
  readonly pending: Stack<FunctionValue> = new Stack<FunctionValue>(16);
  /** The function that is being walked. */
  frame: Frame | null = null;
  /** Offset of the statement that is being walked. */
  at: i32 = 0;
  /** The class whose body is being walked, and the scope of that. */
  classOf: ClassValue | null = null;
  classScope: i32 = -1;
  /** What is being walked happens, once for each time that it is walked, and in this order. */
  isCertain: bool = false;
  /** How a certain walk leaves the statement that it is in. */
  signal: Signal = Signal.None;
  /** The loop that is being walked was cut short: what it binds is not all that it would bind. */
  isCut: bool = false;
  /** Loops that are gone through round by round, and the block in which the innermost one stands. */
  loops: i32 = 0;
  loopBlock: i32 = -1;
  /** What variables held before the loops that are under way. */
  readonly shadowed: Stack<Shadowed>;
  /** Branches that no round has taken so far. */
  readonly skipped: Stack<Node>;
  /** The module's own statements have been walked. */
  isWalked: bool = false;
  /** Its variables are forgotten: its functions cannot be followed any more. */
  isGone: bool = false;
  /** What a shell has in its hands; null in every other language. */
  shell: Shell | null = null;
  /** Memory is used up. */
  isStopped: bool = false;
  /** The unit is JavaScript. */
  readonly isScript: bool;
  /** JavaScript's callbacks of the statement that is being walked, each with what it will be given: it ends before they run. */
  readonly later: Stack<Value> = new Stack<Value>(8);
  /** What is being assigned to is being declared: it belongs to this function. */
  declares: bool = false;
  private readonly paths: StaticArray<Value | null>;
  private readonly ruleNames: StaticArray<i32>;

  /** Symbols of methods that Python itself calls. */
  readonly initSymbol: i32;
  readonly callSymbol: i32;
  readonly source: StaticArray<u8>;
  readonly names: Names;
  readonly findings: Findings;
  readonly texts: Texts;
  readonly services: Services;

  constructor(public skill: Skill, public unit: Unit) {
    const names = skill.names;
    this.source = unit.source;
    this.names = names;
    this.findings = skill.findings;
    this.texts = skill.texts;
    this.services = skill.services;
    const world = skill.world;
    this.world = world;
    this.unknown = world.unknown;
    this.parameter = world.parameter;
    this.values = world.values;
    this.spine = world.spine;
    this.shadowed = world.shadowed;
    this.skipped = world.skipped;
    const isScript = unit.language == Language.JavaScript;
    this.isScript = isScript;
    this.initSymbol = names.of(isScript ? "constructor" : "__init__");
    this.callSymbol = names.of("__call__");
    const symbols = names.text.length;
    skill.tables.ruleNamesFor(symbols);
    this.bindings = new Bindings(unit.language == Language.Shell ? new StaticArray<Binding | null>(0) : skill.tables.heads(symbols));
    this.ruleNames = skill.tables.ruleNames;
    this.paths = skill.tables.paths;
  }

  /** All of the unit has been walked. */
  end(): void {
    if (this.unit.exports !== null && this.skill.tables.mayKeep(this.bindings.heads)) return; // others may call its functions
    this.isGone = true;
    this.skill.tables.release(this.bindings.heads);
  }

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
    if (!this.isLink(node)) return this.leaf(node);
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

  /** Some names have labels by themselves. */
  @inline private noteSource(node: i32, step: Node): void {
    const labels = load<u64>(NODE_LABELS + ((node as usize) << 3));
    if (labels != 0) this.world.origins.source(labels, this.findings.placed(step.start));
  }

  @inline private isMethod(step: Node, value: Value): bool {
    if (step.kind == N.Attr) return this.isScript || isReceiver(value);
    return this.isScript && step.kind == N.Subscript;
  }

  private callMethod(receiver: Value, step: Node, call: Node, line: i32): Value {
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
    switch (node.kind) {
      case N.Attr: return attribute(this, value, node, line);
      case N.Call: return callStep(this, value, node, line);
      case N.Subscript: return subscript(this, value, node);
      case N.Bin: return binary(this, node.op, value, this.evaluate(node.b!), node.b!.start);
      case N.Bool: return this.shell !== null && isAssigned(value) ? value : either(this, value, this.evaluate(node.b!));
      default: return compare(this, node, value, this.evaluate(node.b!));
    }
  }

  /** Part of a chain. A shell's commands are none. */
  @inline private isLink(node: Node): bool {
    return isSpine(node.kind) && (this.shell === null || node.kind != N.Call);
  }

  private leaf(node: Node): Value {
    if (this.world.depth > MAX_DEPTH) {
      this.findings.add(RULE_TOO_DEEP, node.start);
      return this.unknown;
    }
    if (this.isStopped || ((this.world.visits & 255) == 0 && this.mustStop(node.start))) return this.unknown;
    this.world.depth++;
    const value = expression(this, node);
    this.world.depth--;
    return value;
  }

  /** Ends the analysis, and says so, when memory is used up. */
  private mustStop(place: i32): bool {
    if (!isExhausted()) return false;
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

  /** Takes the values from `base` on. */
  takeValues(base: i32): StaticArray<Value> {
    const count = this.values.length - base;
    const items = new StaticArray<Value>(count);
    for (let i = 0; i < count; i++) unchecked(items[i] = this.values.at(base + i));
    this.values.length = base;
    return items;
  }

  /** Takes the values from `base` on as the items of a new value. */
  takeItems(kind: i32, base: i32): Value {
    const items = this.takeValues(base);
    let labels: u64 = 0;
    for (let i = 0; i < items.length; i++) labels |= labelsOf(unchecked(items[i]));
    const result = new ItemsValue(kind, items);
    result.labels = labels;
    return result;
  }

  /** The unit stands in a document. */
  get isShown(): bool {
    const file = this.unit.file;
    return file >= 0 && file < this.skill.files.length && this.skill.files[file].unit.language == Language.Markdown;
  }

  /** Number of a symbol among the names of the rules. */
  ruleName(symbol: i32): i32 {
    if (symbol >= this.ruleNames.length) return nameOfString(unchecked(this.names.text[symbol]));
    const known = unchecked(this.ruleNames[symbol]);
    if (known != 0) return known - 1;
    const name = nameOfString(unchecked(this.names.text[symbol]));
    unchecked(this.ruleNames[symbol] = name + 1);
    return name;
  }

  isNamed(symbol: i32, text: string): bool {
    return unchecked(this.names.text[symbol]) == text;
  }

  /** Other functions may see what is bound here. */
  get isSeen(): bool {
    const frame = this.frame;
    return this.bindings.scope == 0 || (frame !== null && frame.isCaptured);
  }

  /** What the function that is being walked does depends on its arguments. */
  dependsOnArguments(): void {
    const frame = this.frame;
    if (frame !== null) frame.isOpen = true;
  }

  /** The statements that were left have been left. */
  endSignal(): void { this.signal = Signal.None; }

  // ---- values

  path(node: i32, labels: u64): Value {
    if (labels == 0) {
      const known = unchecked(this.paths[node]);
      if (known !== null) return known;
    }
    const value = new Value(V.Path);
    value.node = node;
    value.labels = labels;
    if (labels == 0) {
      keep();
      unchecked(this.paths[node] = value);
    }
    return value;
  }

  labelled(labels: u64): Value {
    if (labels == 0) return this.unknown;
    if (labels == PARAMETER) return this.parameter;
    const value = new Value(V.Unknown);
    value.labels = labels;
    return value;
  }

  // ---- findings

  /** Unconditional actions of an event that has no arguments. */
  fire(node: i32, event: i32, place: i32): void {
    const end = listEnd(ACTION_AT, node);
    for (let i = listStart(ACTION_AT, node); i < end; i++) {
      if ((load<u8>(ACTION_EVENT + i) as i32) == event) this.findings.add(load<u16>(ACTION_EFFECT + (i << 1)) as i32, place);
    }
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

/** Labels that a value has by itself, and those of the name that it is. */
export function labelsOf(value: Value): u64 {
  return value.kind == V.Path ? value.labels | load<u64>(NODE_LABELS + ((value.node as usize) << 3)) : value.labels;
}

/** Its methods are folded, not looked up by name. */
function isReceiver(value: Value): bool {
  return value.kind == V.Text || value.kind == V.List || value.kind == V.Dict || value.kind == V.Namespace || value.kind == V.Members || value.kind == V.Unknown;
}

/** Of `${x:-y}` only x remains when it is known. */
function isAssigned(value: Value): bool {
  return value.kind == V.Text && asText(value).length > 0;
}
