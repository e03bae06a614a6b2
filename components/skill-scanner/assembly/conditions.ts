// Runs the condition programs of the rules on a call; build/conditions.ts writes them.
import { Evaluator, labelsOf } from "./evaluator";
import { claimOf } from "./claims";
import { saysLine } from "./lines";
import { isImporting, isInstalling } from "./installing";
import { nameOf } from "./name-tree";
import { namesAt } from "./named";
import { remarkAt } from "./remarks";
import { Node, N } from "./ast";
import { isRepeating } from "./repeating";
import { resembles } from "./resemblance";
import { isUnchecked } from "./unchecked";
import { CONDITIONS, NAME_STDIN, Test, ValueTest } from "./tables";
import { asItems, asNumber, asText, ConstantValue, isConstant, PARAMETER, V, Value } from "./value";

const NO_POSITION: i32 = 0xffff;

/** A call's callee and its arguments, which lie on the evaluator's value stack. */
export class Call {
  /** Standard input of a shell's command. */
  input: Value | null = null;
  private joined: Value | null = null;
  private called: Value | null = null;

  /** `nodes` is null when there are only positions, as for an item's key. */
  constructor(public e: Evaluator, public receiver: Value, public nodes: Node[] | null, public base: i32, public count: i32) {}

  /** Of the receiver and all arguments. */
  get labels(): u64 {
    let labels = labelsOf(this.receiver);
    for (let i = 0; i < this.count; i++) labels |= labelsOf(this.value(i));
    return this.input === null ? labels : labels | labelsOf(this.input!);
  }

  /** All arguments, as a list. */
  get words(): Value {
    let words = this.joined;
    if (words === null) {
      const base = this.e.values.length;
      for (let i = 0; i < this.count; i++) this.e.values.push(this.value(i));
      words = this.e.takeItems(V.List, base);
      this.joined = words;
    }
    return words;
  }

  /** See `named` of the rules. */
  get names(): Value {
    let names = this.called;
    if (names === null) {
      names = namesAt(this.e, this.nodes);
      this.called = names;
    }
    return names;
  }

  value(i: i32): Value { return this.e.values.at(this.base + i); }
  node(i: i32): Node | null { return this.nodes === null ? null : unchecked(this.nodes![i]); }
}

let met: u64 = 0;

/** Labels that the last condition asked for and found. */
export function metLabels(): u64 { return met; }

let at: usize = 0; // the next word of the program

/** Does the condition at this offset of the program hold? Offset 0 always does. */
export function holds(call: Call, offset: i32): bool {
  met = 0;
  if (offset == 0) return true;
  at = CONDITIONS + (offset << 1);
  return test(call);
}

function word(): i32 {
  const w = load<u16>(at) as i32;
  at += 2;
  return w;
}

/** One of the operands around it does not hold: what is costly to find out is not asked any more. */
let isDecided: bool = false;

/** Every operand is read, so that `at` ends behind the test whatever it says. */
function test(call: Call): bool {
  switch (word()) {
    case Test.All: {
      const outer = isDecided;
      let result = true;
      for (let n = word(); n > 0; n--) if (!test(call)) { result = false; isDecided = true; }
      isDecided = outer;
      return result;
    }
    case Test.Any: {
      let result = false;
      for (let n = word(); n > 0; n--) if (test(call)) result = true;
      return result;
    }
    case Test.Not: return !test(call);
    case Test.Argument: return valueTest(call.e, argumentAt(call));
    case Test.AnyArgument: return anyArgument(call);
    case Test.Document: return call.e.findings.isShown;
    case Test.Installing: return isInstalling(call.e);
    case Test.Importing: return isImporting(call.e);
    case Test.Repeating: return isRepeating(call.e);
    case Test.Words: return valueTest(call.e, call.words);
    case Test.Named: return valueTest(call.e, isDecided ? null : call.names);
    case Test.Remarked: return valueTest(call.e, isDecided || call.e.shell !== null ? null : remarkAt(call.e));
    case Test.Claimed: return valueTest(call.e, isDecided ? null : claimOf(call.e));
    case Test.Unchecked: return !isDecided && isUnchecked(call.e);
    default: return valueTest(call.e, call.receiver);
  }
}

/** Reads position and keywords from the program; null when the call has none of them. */
function argumentAt(call: Call): Value | null {
  const position = word();
  const keywords = word();
  const names = at;
  at += keywords << 1;
  if (position != NO_POSITION && position < call.count && isPositional(call.node(position))) return call.value(position);
  for (let i = 0; i < call.count; i++) {
    const node = call.node(i);
    if (call.e.isScript) { // options are an object: { shell: true }
      const option = expanded(call.value(i), names, keywords);
      if (option !== null) return option;
    }
    if (node === null) continue;
    if (node.kind == N.Keyword && isListed(call.e.ruleName(node.sym), names, keywords)) return call.value(i);
    if (node.kind == N.Star) {
      const item = expanded(call.value(i), names, keywords);
      if (item !== null) return item;
    }
  }
  return call.input !== null && isListed(NAME_STDIN, names, keywords) ? call.input : null;
}

function isPositional(node: Node | null): bool {
  return node === null || (node.kind != N.Keyword && node.kind != N.Star);
}

function isListed(name: i32, names: usize, count: i32): bool {
  for (let i = 0; i < count; i++) if ((load<u16>(names + (i << 1)) as i32) == name) return true;
  return false;
}

/** `**{"shell": True}` */
function expanded(value: Value, names: usize, count: i32): Value | null {
  if (value.kind != V.Dict) return null;
  const items = asItems(value).items;
  for (let i = 0; i < items.length; i += 2) {
    const key = unchecked(items[i]);
    if (key.kind == V.Text && isListed(ruleNameOf(key), names, count)) return unchecked(items[i + 1]);
  }
  return null;
}

function ruleNameOf(key: Value): i32 {
  const text = asText(key);
  return nameOf(changetype<usize>(text.bytes) + text.from, text.length);
}

function anyArgument(call: Call): bool {
  const excepted = word();
  const names = at;
  at += excepted << 1;
  const operand = at;
  let result = false;
  for (let i = 0; i < call.count; i++) {
    const node = call.node(i);
    if (node !== null && node.kind == N.Keyword && isListed(call.e.ruleName(node.sym), names, excepted)) continue;
    if (excepted > 0 && call.e.isScript && call.value(i).kind == V.Dict) {
      if (anyEntry(call, asItems(call.value(i)).items, names, excepted, operand)) result = true;
      continue;
    }
    at = operand;
    if (valueTest(call.e, call.value(i))) result = true;
  }
  at = operand;
  const input = call.input !== null && !isListed(NAME_STDIN, names, excepted) ? call.input : null;
  return valueTest(call.e, input) || result;
}

/** An options object of JavaScript: its entries aside from those of some keys. */
function anyEntry(call: Call, items: StaticArray<Value>, names: usize, excepted: i32, operand: usize): bool {
  let result = false;
  for (let i = 0; i < items.length; i += 2) {
    const key = unchecked(items[i]);
    if (key.kind == V.Text && isListed(ruleNameOf(key), names, excepted)) continue;
    at = operand;
    if (valueTest(call.e, unchecked(items[i + 1]))) result = true;
  }
  return result;
}

function valueTest(e: Evaluator, value: Value | null): bool {
  switch (word()) {
    case ValueTest.Label: {
      const label = (1 as u64) << (word() as u64);
      if (value === null || (labelsOf(value) & label) == 0) return false;
      met |= label;
      return true;
    }
    case ValueTest.Constant: return value !== null && isConstant(value);
    case ValueTest.Assembled: return value !== null && value.kind == V.Text && asText(value).assembled && !asText(value).holes;
    case ValueTest.True: return value !== null && isTruth(value, ConstantValue.True, 1);
    case ValueTest.False: return value !== null && isTruth(value, ConstantValue.False, 0);
    case ValueTest.Given: return value !== null;
    case ValueTest.Parameter: return value !== null && (labelsOf(value) & PARAMETER) != 0;
    case ValueTest.Written: return value !== null && (value.kind == V.Text || value.kind == V.Choice || value.kind == V.List);
    case ValueTest.Says: {
      const line = word();
      return value !== null && saysLine(e, value, line);
    }
    case ValueTest.Equals: {
      const number = word();
      return value !== null && value.kind == V.Number && (asNumber(value).number == number || asNumber(value).number == (number as i16));
    }
    case ValueTest.Resembles: return resemblesOne(value);
    default: return pathTest(value);
  }
}

/** How, and two lists of names: what it must resemble, and what it must not be. */
function resemblesOne(value: Value | null): bool {
  const how = word();
  const likes = word();
  const like = at;
  at += likes << 1;
  const others = word();
  const other = at;
  at += others << 1;
  return value !== null && value.kind == V.Text && resembles(asText(value), how, like, likes, other, others);
}

function isTruth(value: Value, constant: i32, number: i64): bool {
  return (value.kind == V.Constant && value.node == constant) || (value.kind == V.Number && asNumber(value).number == number);
}

function pathTest(value: Value | null): bool {
  let result = false;
  for (let n = word(); n > 0; n--) {
    const node = word();
    if (value !== null && value.kind == V.Path && value.node == node) result = true;
  }
  return result;
}
