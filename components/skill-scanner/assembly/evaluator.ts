// Walks expressions in the order in which Python would evaluate them, and works out what names, calls and constants they come to.
// Left-deep chains (a.b.c, f()()(), a + b + c) have no bound in length, so they are walked on a stack of our own.
import { isExhausted, keep } from "./arena";
import { assign, bind } from "./assignment";
import { attribute } from "./attributes";
import { Bindings } from "./bindings";
import { callMethod, callStep } from "./calls";
import { either } from "./choices";
import { comprehension, dictDisplay, formatted, listDisplay } from "./displays";
import { Findings } from "./findings";
import { subscript } from "./items";
import { listEnd, listStart } from "./lists";
import { isLongEncoding, literal } from "./literals";
import { matchLine } from "./matcher";
import { nameOfString } from "./name-tree";
import { Numbers } from "./numbers";
import { binary, unary } from "./operators";
import { lambda } from "./parameters";
import { N, Node } from "./ast";
import { K } from "./python/lexer";
import { Names } from "./python/names";
import { Services } from "./services";
import { Skill } from "./skill";
import { Stack } from "./stack";
import { statement } from "./statements";
import { addSteps } from "./steps";
import { ACTION_AT, ACTION_EFFECT, ACTION_EVENT, Event, NODE_LABELS, NODE_READABLE, RULE_LONG_ENCODED_TEXT, RULE_NOT_READ, RULE_TOO_DEEP, URL_LABELS } from "./tables";
import { MAX_TEXT, Texts } from "./texts";
import { Unit } from "./unit";
import { constants, ConstantValue, isSpine, ItemsValue, V, Value } from "./value";
import { readName } from "./variables";

/** The parser's own limits keep the tree shallower than this; beyond it the stack would be at risk. */
const MAX_DEPTH: i32 = 700;

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
  /** Values being collected: arguments, elements. */
  readonly values: Stack<Value> = new Stack<Value>(256);
  visits: i32 = 0;
  private spine: Stack<Node> = new Stack<Node>(256);
  private depth: i32 = 0;
  private isStopped: bool = false;
  private readonly paths: StaticArray<Value | null>;
  private readonly ruleNames: StaticArray<i32>;

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
    const symbols = names.text.length;
    skill.tables.ruleNamesFor(symbols);
    this.bindings = new Bindings(skill.tables.heads(symbols));
    this.ruleNames = skill.tables.ruleNames;
    this.paths = skill.tables.paths;
  }

  /** The unit has been read. */
  end(): void {
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
      case N.Bool: return either(this, value, this.evaluate(node.b!));
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
      case N.Name: return readName(this, node.sym, node.start);
      case N.Str: return this.text(node);
      case N.Num: return this.numbers.of(this.source, node);
      case N.Const: return this.constant(node.sym);
      case N.FStr: return formatted(this, node);
      case N.Tuple: case N.List: case N.Set: return listDisplay(this, node);
      case N.Dict: return dictDisplay(this, node);
      case N.Comp: return comprehension(this, node);
      case N.Unary: return unary(this, node.op, this.evaluate(node.a!));
      case N.IfExp: return this.conditional(node.list!);
      case N.Lambda: return lambda(this, node);
      case N.Walrus: {
        const value = this.evaluate(node.b!);
        assign(this, node.a!, value);
        return value;
      }
      case N.Await: case N.Yield: case N.Star: case N.Keyword: return node.a === null ? this.unknown : this.evaluate(node.a!);
      case N.Capture: {
        if (node.sym != 0) bind(this, node.sym, this.unknown);
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
    return list.length > 2 ? either(this, then, this.evaluate(list[2])) : then;
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

/** Labels that a value has by itself, and those of the name that it is. */
export function labelsOf(value: Value): u64 {
  return value.kind == V.Path ? value.labels | load<u64>(NODE_LABELS + ((value.node as usize) << 3)) : value.labels;
}

/** Its methods are folded, not looked up by name. */
function isReceiver(value: Value): bool {
  return value.kind == V.Text || value.kind == V.List || value.kind == V.Dict || value.kind == V.Namespace || value.kind == V.Members || value.kind == V.Unknown;
}
