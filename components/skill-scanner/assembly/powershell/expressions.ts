// Expressions of PowerShell. Null for those that are as in any language.
import { N, Node } from "../ast";
import { batchCommand } from "../batch/commands";
import { BATCH } from "../batch/calls";
import { asciiText, word } from "../commands/words";
import { dictDisplay } from "../displays";
import { Evaluator, labelsOf } from "../evaluator";
import { join, MAX_ITEMS } from "../fold";
import { binary } from "../operators";
import { asItems, asNumber, asText, V, Value } from "../value";
import { powerCommand } from "./commands";
import { castTo } from "./casts";
import { walkBlock } from "./functions";
import { ARRAY, CHARACTER, PowerOp, TYPE } from "./nodes";
import { formatted, replacedBy, splitBy } from "./texts-folded";
import { scriptOf } from "./scripts";
import { powerStatement, written } from "./statements";
import { assignPower, readPower } from "./variables";

export function powerExpression(e: Evaluator, node: Node): Value | null {
  switch (node.kind) {
    case N.Call: return node.op == BATCH ? batchCommand(e, node) : powerCommand(e, node);
    case N.FStr: return word(e, node);
    case N.Name: return readPower(e, node);
    case N.Const: return node.op == CHARACTER ? asciiText(e, String.fromCharCode(node.sym), node.start) : node.op == TYPE ? e.unknown : null;
    case N.List: return node.op == ARRAY ? array(e, node) : list(e, node);
    case N.Dict: return dictDisplay(e, node);
    case N.Lambda: return script(e, node);
    case N.Unary: return unary(e, node);
    case N.Walrus: return assigned(e, node);
    case N.Num: return null;
    case N.Block: return written(e, node);
    default: return node.isStatement ? statement(e, node) : null;
  }
}

function statement(e: Evaluator, node: Node): Value {
  powerStatement(e, node);
  return e.unknown;
}

function list(e: Evaluator, node: Node): Value {
  return e.takeItems(V.List, e.collect(node.list!));
}

/** `@(…)` is a list, whatever is in it. */
function array(e: Evaluator, node: Node): Value {
  const value = written(e, node.list![0]);
  if (value.kind == V.List) return value;
  const base = e.values.length;
  if (value.kind != V.Unknown || value.labels != 0) e.values.push(value);
  return e.takeItems(V.List, base);
}

/** Whoever has it may run it. */
function script(e: Evaluator, node: Node): Value {
  walkBlock(e, node);
  return scriptOf(e, node);
}

function negated(e: Evaluator, node: Node): Value {
  e.evaluate(node.a!);
  return e.unknown;
}

function assigned(e: Evaluator, node: Node): Value {
  const value = e.evaluate(node.b!);
  assignPower(e, node.a!, value);
  return value;
}

function unary(e: Evaluator, node: Node): Value | null {
  switch (node.op) {
    case PowerOp.Cast: return castTo(e, node, e.evaluate(node.a!));
    case PowerOp.Negation: return negated(e, node);
    case PowerOp.Join: return joined(e, e.evaluate(node.a!), e.texts.empty(), node.start);
    case PowerOp.Split: return splitBy(e, e.evaluate(node.a!), asciiText(e, " ", node.start), node.start);
    default: return null;
  }
}

/** An operator between two values. */
export function powerBinary(e: Evaluator, node: Node, left: Value): Value {
  const right = e.evaluate(node.b!);
  const place = node.b!.start;
  switch (node.op) {
    case PowerOp.Join: return joined(e, left, right, place);
    case PowerOp.Split: return splitBy(e, left, right, place);
    case PowerOp.Replace: return replacedBy(e, left, right, place);
    case PowerOp.Format: return formatted(e, left, right, place);
    case PowerOp.Range: return range(e, left, right);
    case PowerOp.As: return left;
    case PowerOp.Compare: return left.kind == V.List ? e.labelled(labelsOf(left)) : e.unknown;
    case PowerOp.Logic: return e.unknown;
    default: return calculated(e, node.op, left, right, place);
  }
}

function calculated(e: Evaluator, op: i32, left: Value, right: Value, place: i32): Value {
  const isText = left.kind == V.Text && op == 43;
  if (isText && right.kind == V.List) return binary(e, op, left, joined(e, right, asciiText(e, " ", place), place), place);
  if (left.kind == V.List && op == 43) {
    const base = e.values.length;
    if (right.kind == V.List) return binary(e, op, left, right, place);
    e.values.push(right);
    return binary(e, op, left, e.takeItems(V.List, base), place);
  }
  return binary(e, op, left, right, place);
}

/** What is joined with a text between; a text alone is itself. */
export function joined(e: Evaluator, left: Value, right: Value, place: i32): Value {
  if (left.kind != V.List) return left;
  const text = join(e, right.kind == V.Text ? asText(right) : e.texts.empty(), asItems(left).items, place);
  return text !== null ? text : e.labelled(labelsOf(left));
}

/** `1..5`, `-1..-5` */
function range(e: Evaluator, left: Value, right: Value): Value {
  if (left.kind != V.Number || right.kind != V.Number) return e.labelled(labelsOf(left) | labelsOf(right));
  const from = asNumber(left).number, to = asNumber(right).number;
  const count = (from < to ? to - from : from - to) + 1;
  if (count > MAX_ITEMS || !e.texts.charge((count as i32) * 4)) return e.unknown;
  const base = e.values.length;
  for (let i: i64 = 0; i < count; i++) e.values.push(e.world.numbers.value(from < to ? from + i : from - i));
  return e.takeItems(V.List, base);
}
