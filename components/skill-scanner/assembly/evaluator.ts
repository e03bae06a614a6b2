// Walks expressions in the order in which Python would evaluate them, and works out what names, calls and constants they come to.
// Left-deep chains (a.b.c, f()()(), a + b + c) have no bound in length, so they are walked on a stack of our own.
import { N, Node } from "./python/ast";
import { K } from "./python/lexer";
import { Names } from "./python/names";
import { isExhausted, keep } from "./arena";
import { attribute, attributeRule } from "./attributes";
import { Bindings, isNothing, isTelling } from "./bindings";
import { callMethod, callStep } from "./calls";
import { comprehension, dictDisplay, formatted, listDisplay } from "./displays";
import { Findings } from "./findings";
import { subscript, subscriptAssigned } from "./items";
import { isLongEncoding, literal } from "./literals";
import { matchLine } from "./matcher";
import { childOf, nameOfString } from "./name-tree";
import { Numbers } from "./numbers";
import { binary, unary } from "./operators";
import { Services } from "./services";
import { statement } from "./statements";
import { Stack } from "./stack";
import { addSteps } from "./steps";
import { ACTION_EFFECT, ACTION_EVENT, Event, NODE_ACTIONS, NODE_BUILTINS, NODE_COUNT, NODE_LABELS, NODE_READABLE, RULE_LONG_ENCODED_TEXT, RULE_NOT_READ, RULE_TOO_DEEP, URL_LABELS } from "./tables";
import { MAX_TEXT, Texts } from "./texts";
import { asItems, asText, ConstantValue, isSpine, ItemsValue, V, Value } from "./value";

/** The parser's own limits keep the tree shallower than this; beyond it the stack would be at risk. */
const MAX_DEPTH: i32 = 700;
/** Alternatives of one variable that are kept apart. */
export const MAX_CHOICES: i32 = 16;

export class Evaluator {
  readonly unknown: Value = new Value(V.Unknown);
  private readonly numbers: Numbers = new Numbers();
  private readonly constants: StaticArray<Value> = constants();
  readonly bindings: Bindings;
  /** `name.attribute = value`, by both symbols. */
  readonly fields: Map<u64, Value> = new Map<u64, Value>();
  /** Modules imported with `*`. */
  readonly stars: Stack<i32> = new Stack<i32>(8);
  /** Functions whose bodies are still to be walked. */
  readonly pending: Stack<Node> = new Stack<Node>(64);
  /** How deep constants that are code lie inside each other. */
  level: i32 = 0;
  /** Values being collected: arguments, elements. */
  readonly values: Stack<Value> = new Stack<Value>(256);
  visits: i32 = 0;
  private spine: Stack<Node> = new Stack<Node>(256);
  private depth: i32 = 0;
  private isStopped: bool = false;
  private paths: StaticArray<Value | null> = new StaticArray<Value | null>(NODE_COUNT);
  /** Rule name of each symbol, plus one; 0 = not looked up. */
  private ruleNames: StaticArray<i32>;

  constructor(public source: StaticArray<u8>, public names: Names, public findings: Findings, public texts: Texts, public services: Services) {
    this.bindings = new Bindings(names.text.length);
    this.ruleNames = new StaticArray<i32>(names.text.length);
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
    this.visits++;
    if (!isSpine(node.kind)) return this.leaf(node);
    const base = this.spine.length;
    let n = node;
    for (; isSpine(n.kind); n = n.a!) this.spine.push(n);
    const line = n.line;
    let value = this.leaf(n);
    let read = -1; // where a readable name stands that nothing has been taken out of yet
    while (this.spine.length > base) {
      addSteps(1);
      const step = this.spine.pop();
      const next = this.spine.length > base ? this.spine.top : null;
      const before = value;
      if (step.kind == N.Attr && next !== null && next.kind == N.Call && isReceiver(value)) value = callMethod(this, value, step, this.spine.pop(), line);
      else value = this.step(step, value, line);
      if (read >= 0 && (value.kind != V.Path || value.node == before.node) && step.kind != N.Call) this.fire(before.node, Event.Read, read);
      read = step.kind == N.Attr && value.kind == V.Path && load<u8>(NODE_READABLE + value.node) != 0 ? this.placeOf(step, line) : -1;
    }
    if (read >= 0 && reads) this.fire(value.node, Event.Read, read);
    return value;
  }

  private step(node: Node, value: Value, line: i32): Value {
    switch (node.kind) {
      case N.Attr: return attribute(this, value, node, line);
      case N.Call: return callStep(this, value, node, line);
      case N.Subscript: return subscript(this, value, node);
      case N.Bin: return binary(this, node.op, value, this.evaluate(node.b!), node.b!.start);
      case N.Bool: return this.either(value, this.evaluate(node.b!));
      default: {
        this.evaluate(node.b!);
        return this.unknown;
      }
    }
  }

  private leaf(node: Node): Value {
    if (this.depth > MAX_DEPTH) {
      this.findings.add(RULE_TOO_DEEP, node.start);
      return this.unknown;
    }
    if (this.isStopped || ((this.visits & 255) == 0 && this.mustStop(node.start))) return this.unknown;
    this.depth++;
    const value = this.simple(node);
    this.depth--;
    return value;
  }

  /** Ends the analysis, and says so, when memory is used up. */
  private mustStop(place: i32): bool {
    if (!isExhausted()) return false;
    this.isStopped = true;
    this.findings.add(RULE_NOT_READ, place);
    return true;
  }

  private simple(node: Node): Value {
    switch (node.kind) {
      case N.Name: return this.readName(node.sym, node.start);
      case N.Str: return this.text(node);
      case N.Num: return this.numbers.of(this.source, node);
      case N.Const: return this.constant(node.sym);
      case N.FStr: return formatted(this, node);
      case N.Tuple: case N.List: case N.Set: return listDisplay(this, node);
      case N.Dict: return dictDisplay(this, node);
      case N.Comp: return comprehension(this, node);
      case N.Unary: return unary(this, node.op, this.evaluate(node.a!));
      case N.IfExp: return this.conditional(node.list!);
      case N.Lambda: return this.lambda(node);
      case N.Walrus: {
        const value = this.evaluate(node.b!);
        this.assign(node.a!, value);
        return value;
      }
      case N.Await: case N.Yield: case N.Star: case N.Keyword: return node.a === null ? this.unknown : this.evaluate(node.a!);
      case N.Capture: {
        if (node.sym != 0) this.bind(node.sym, this.unknown);
        return this.unknown;
      }
      default: return this.rest(node);
    }
  }

  /** What has no value of its own: everything in it is looked at. */
  private rest(node: Node): Value {
    if (node.kind >= N.ExprStmt) {
      statement(this, node);
      return this.unknown;
    }
    if (node.a !== null) this.evaluate(node.a!);
    if (node.b !== null) this.evaluate(node.b!);
    this.evaluateAll(node.list);
    return this.unknown;
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

  /** Takes the values from `base` on as the items of a new value. */
  takeItems(kind: i32, base: i32): Value {
    const count = this.values.length - base;
    const items = new StaticArray<Value>(count);
    let labels: u64 = 0;
    for (let i = 0; i < count; i++) {
      const item = this.values.at(base + i);
      labels |= labelsOf(item);
      unchecked(items[i] = item);
    }
    this.values.length = base;
    const result = new ItemsValue(kind, items);
    result.labels = labels;
    return result;
  }

  text(node: Node): Value {
    const text = literal(this.texts, this.source, node);
    if (text.labels & URL_LABELS) this.services.addUrl(text);
    if (isLongEncoding(text)) this.findings.add(RULE_LONG_ENCODED_TEXT, node.start);
    return text.length <= MAX_TEXT ? text : this.labelled(text.labels);
  }

  docstring(node: Node): void {
    const source = changetype<usize>(this.source);
    matchLine(this.findings, source, source + node.start, source + node.end);
  }

  private constant(symbol: i32): Value {
    return symbol == K.True_ ? this.constants[ConstantValue.True] : symbol == K.False_ ? this.constants[ConstantValue.False] : this.constants[ConstantValue.None];
  }

  private conditional(list: Node[]): Value {
    this.evaluate(list[0]);
    const then = this.evaluate(list[1]);
    return list.length > 2 ? this.either(then, this.evaluate(list[2])) : then;
  }

  private lambda(node: Node): Value {
    const parameters = node.list!;
    const defaults = this.collectDefaults(parameters);
    const scope = this.bindings.scope;
    const block = this.bindings.block;
    const mark = this.bindings.enter();
    this.declareParameters(parameters, defaults);
    const base = this.values.length;
    this.values.push(this.evaluate(node.a!));
    this.bindings.leave(mark, scope, block);
    return this.takeItems(V.Lambda, base);
  }

  /** Values of the parameters' defaults, on the value stack; `declareParameters` takes them off. */
  collectDefaults(parameters: Node[]): i32 {
    const base = this.values.length;
    for (let i = 0; i < parameters.length; i++) {
      const parameter = unchecked(parameters[i]);
      this.values.push(parameter.kind == N.Param && parameter.b !== null ? this.evaluate(parameter.b!) : this.unknown);
    }
    return base;
  }

  declareParameters(parameters: Node[], defaults: i32): void {
    for (let i = 0; i < parameters.length; i++) {
      const parameter = unchecked(parameters[i]);
      if (parameter.kind != N.Param) continue;
      if (parameter.sym != 0) this.bindings.introduce(parameter.sym, this.values.at(defaults + i));
      if (parameter.list !== null) for (let j = 0; j < parameter.list!.length; j++) this.assign(parameter.list![j], this.unknown);
    }
    this.values.length = defaults;
  }

  // ---- names

  private readName(symbol: i32, place: i32): Value {
    const binding = this.bindings.find(symbol);
    if (binding !== null) return this.bindings.read(binding);
    const name = this.ruleName(symbol);
    if (name == 0) return this.unknown;
    for (let i = this.stars.length - 1; i >= 0; i--) {
      const member = childOf(this.stars.at(i), name);
      if (member != 0) return this.path(member, 0);
    }
    attributeRule(this, name, place);
    const builtin = childOf(NODE_BUILTINS, name);
    if (builtin != 0) return this.path(builtin, 0);
    const module = childOf(0, name); // never imported here: a fragment, or code that is run where it is
    return module != 0 ? this.path(module, 0) : this.unknown;
  }

  /** A variable by its text, as `globals()` finds it. */
  variable(text: string): Value {
    keep(); // it may be a new name
    return this.readName(this.names.of(text), 0);
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

  // ---- assignment

  assign(target: Node, value: Value): void {
    switch (target.kind) {
      case N.Name: this.bind(target.sym, value); return;
      case N.Tuple: case N.List: this.unpack(target.list!, value); return;
      case N.Star: if (target.a !== null) this.assign(target.a!, this.labelled(labelsOf(value))); return;
      case N.Attr: this.assignField(target, value); return;
      case N.Subscript: this.assignItem(target, value); return;
      default: this.evaluate(target);
    }
  }

  private unpack(targets: Node[], value: Value): void {
    if (value.kind == V.Choice) {
      const choices = asItems(value).items;
      for (let i = 0; i < choices.length; i++) {
        const outer = this.bindings.openBlock(); // as in a branch: each stays possible
        this.unpack(targets, unchecked(choices[i]));
        this.bindings.block = outer;
      }
      return;
    }
    const items = value.kind == V.List && asItems(value).items.length == targets.length ? asItems(value).items : null;
    const rest = items === null ? this.labelled(labelsOf(value)) : this.unknown;
    for (let i = 0; i < targets.length; i++) this.assign(unchecked(targets[i]), items === null ? rest : unchecked(items[i]));
  }

  private assignField(target: Node, value: Value): void {
    const object = target.a!;
    if (object.kind == N.Name && !isNothing(value)) this.keepField(fieldKey(object.sym, target.sym), value);
    this.evaluateTarget(object);
  }

  private keepField(key: u64, value: Value): void {
    keep();
    this.fields.set(key, value);
  }

  private assignItem(target: Node, value: Value): void {
    subscriptAssigned(this, target, value);
    const object = target.a!;
    const labels = labelsOf(value);
    if (object.kind == N.Name && labels != 0) this.addLabels(object.sym, labels);
  }

  /** What a variable holds now also holds something with these labels. */
  addLabels(symbol: i32, labels: u64): void {
    const binding = this.bindings.find(symbol);
    if (binding !== null && isPlain(binding.value)) this.bind(symbol, this.labelled(binding.value.labels | labels));
  }

  bind(symbol: i32, value: Value): void {
    if (symbol == 0) return;
    const binding = this.bindings.find(symbol);
    if (binding === null || binding.scope != this.bindings.scope) {
      this.bindings.introduce(symbol, value);
      return;
    }
    // a value from before stays possible when this assignment is in a branch that the earlier one is not in
    this.bindings.noteChange();
    const certain = binding.block >= this.bindings.block;
    binding.value = certain ? value : this.either(binding.value, value);
    if (certain) binding.block = this.bindings.block;
    if (isTelling(binding.value)) binding.remembered = binding.value;
  }

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
    const value = new Value(V.Unknown);
    value.labels = labels;
    return value;
  }

  /** One of two. What nothing is known of is left out. */
  either(a: Value, b: Value): Value {
    if (isNothing(b) || b.kind == V.Constant) return a;
    if (isNothing(a) || a.kind == V.Constant || a === b) return b;
    const base = this.values.length;
    this.pushChoices(a);
    this.pushChoices(b);
    this.values.length = min(this.values.length, base + MAX_CHOICES);
    const choice = this.takeItems(V.Choice, base);
    choice.labels |= labelsOf(a) | labelsOf(b);
    return choice;
  }

  /** Any of these, even such that nothing is known of. */
  choice(items: StaticArray<Value>): Value {
    const base = this.values.length;
    for (let i = 0; i < items.length; i++) this.pushChoices(unchecked(items[i]));
    this.values.length = min(this.values.length, base + MAX_CHOICES);
    return this.takeItems(V.Choice, base);
  }

  private pushChoices(value: Value): void {
    if (value.kind != V.Choice) { this.values.push(value); return; }
    const items = asItems(value).items;
    for (let i = 0; i < items.length; i++) this.values.push(unchecked(items[i]));
  }

  // ---- findings

  /** Unconditional actions of an event that has no arguments. */
  fire(node: i32, event: i32, place: i32): void {
    const end = load<u16>(NODE_ACTIONS + (node << 1), 2) as i32;
    for (let i = load<u16>(NODE_ACTIONS + (node << 1)) as i32; i < end; i++) {
      if ((load<u8>(ACTION_EVENT + i) as i32) == event) this.findings.add(load<u16>(ACTION_EFFECT + (i << 1)) as i32, place);
    }
  }

  /** Where to point at a step of a chain: its beginning, or the name when that is on a later line. */
  placeOf(step: Node, line: i32): i32 {
    const named = step.kind == N.Call ? step.a! : step;
    return named.kind == N.Attr && named.line != line ? named.op : step.start;
  }

}

/** None, False and True, in the order of ConstantValue. */
function constants(): StaticArray<Value> {
  const values = new StaticArray<Value>(3);
  for (let i = 0; i < 3; i++) {
    const value = new Value(V.Constant);
    value.node = i;
    unchecked(values[i] = value);
  }
  return values;
}

export function fieldKey(object: i32, name: i32): u64 {
  return ((object as u64) << 32) | (name as u64);
}

/** Labels that a value has by itself, and those of the name that it is. */
export function labelsOf(value: Value): u64 {
  return value.kind == V.Path ? value.labels | load<u64>(NODE_LABELS + ((value.node as usize) << 3)) : value.labels;
}

/** Its methods are folded, not looked up by name. */
function isReceiver(value: Value): bool {
  return value.kind == V.Text || value.kind == V.List || value.kind == V.Dict || value.kind == V.Namespace || value.kind == V.Members || value.kind == V.Unknown;
}

/** Nothing is lost when only its labels are kept. */
function isPlain(value: Value): bool {
  return value.kind == V.Unknown || value.kind == V.List || value.kind == V.Dict || value.kind == V.Constant;
}
