// JavaScript's operators, where they differ from Python's: strings are not formatted with `%`, and bits are 32.
import { assignAgain } from "../again";
import { Node, N } from "../ast";
import { assign } from "../assignment";
import { either } from "../choices";
import { Evaluator, labelsOf } from "../evaluator";
import { lastChoice, numberFrom } from "../fold";
import { christen } from "../lambdas";
import { binary } from "../operators";
import { K } from "../python/lexer";
import { BITS_LABELS, RULE_MANGLED_NAMES, RULE_SYMBOL_CONSTANT } from "../tables";
import { Truth, truth, truthOf } from "../truth";
import { asNumber, V, Value } from "../value";
import { Op } from "./tokens";

export function scriptBinary(e: Evaluator, op: i32, left: Value, right: Value, place: i32): Value {
  if (left.kind == V.Choice) return scriptBinary(e, op, lastChoice(e, left), right, place);
  if (right.kind == V.Choice) return scriptBinary(e, op, left, lastChoice(e, right), place);
  if (op == Op.PLUS) {
    if (left.kind == V.List || right.kind == V.List) return e.labelled(labelsOf(left) | labelsOf(right));
    return binary(e, op, left, right, place);
  }
  const labels = labelsOf(left) | labelsOf(right);
  if (left.kind == V.Number && right.kind == V.Number) return arithmetic(e, op, asNumber(left).number, asNumber(right).number, labels);
  return e.labelled(op == Op.CARET ? labels | BITS_LABELS : labels);
}

function arithmetic(e: Evaluator, op: i32, a: i64, b: i64, labels: u64): Value {
  switch (op) {
    case Op.MINUS: return numberFrom(a - b, labels);
    case Op.STAR: return numberFrom(a * b, labels);
    case Op.SLASH: return b != 0 && b != -1 && a % b == 0 ? numberFrom(a / b, labels) : e.labelled(labels);
    case Op.PERCENT: return b > 0 ? numberFrom(a % b, labels) : e.labelled(labels);
    case Op.CARET: return numberFrom((a as i32) ^ (b as i32), labels | BITS_LABELS);
    case Op.AMP: return numberFrom((a as i32) & (b as i32), labels);
    case Op.PIPE: return numberFrom((a as i32) | (b as i32), labels);
    case Op.SHL: return numberFrom((a as i32) << ((b as i32) & 31), labels);
    case Op.SHR: return numberFrom((a as i32) >> ((b as i32) & 31), labels);
    case Op.SHRU: return numberFrom((a as u32) >> ((b as u32) & 31), labels);
    default: return e.labelled(labels);
  }
}

export function scriptUnary(e: Evaluator, node: Node): Value {
  const op = node.op;
  const operand = node.a!;
  if (op == Op.INC || op == Op.DEC) return stepped(e, operand, op == Op.INC ? 1 : -1);
  if (op == -K.not_ && isEmptyList(operand)) e.findings.add(RULE_SYMBOL_CONSTANT, node.start);
  if (op == Op.PLUS && isNegatedConstant(operand)) e.findings.add(RULE_SYMBOL_CONSTANT, node.start);
  const value = e.evaluate(operand);
  if (op == -K.not_ && e.isCertain) return negated(e, value);
  if (op < 0) return e.unknown; // !, typeof, void, delete
  if (value.kind != V.Number) return e.labelled(labelsOf(value));
  const number = asNumber(value).number;
  return numberFrom(op == Op.MINUS ? -number : op == Op.TILDE ? ~(number as i32) : number, value.labels);
}

/** `[]` */
function isEmptyList(node: Node): bool {
  return node.kind == N.List && node.list!.length == 0;
}

/** `!false`, `![]` */
function isNegatedConstant(node: Node): bool {
  return node.kind == N.Unary && node.op == -K.not_ && (node.a!.kind == N.Const || isEmptyList(node.a!));
}

function negated(e: Evaluator, value: Value): Value {
  const known = truthOf(e, value);
  return known == Truth.Unknown ? e.unknown : truth(e, known == Truth.False);
}

/** `x++` and its kin; the value before or after is not told apart. */
function stepped(e: Evaluator, target: Node, step: i32): Value {
  const before = e.evaluateTarget(target);
  const after = before.kind == V.Number ? numberFrom(asNumber(before).number + step, before.labels) : e.labelled(labelsOf(before));
  if (target.kind == N.Name) assign(e, target, after);
  return before;
}

/** `a = b = c`, `a += b` and, as a default in a pattern, `a = b`. */
export function scriptAssignment(e: Evaluator, node: Node): Value {
  const target = node.a!;
  if (node.op != 0) return compound(e, node, target);
  christen(target, node.b!);
  const value = e.evaluate(node.b!);
  if (value.kind == V.Function && target.kind == N.Name) reportTable(e, target.sym);
  const more = node.list;
  if (more !== null) for (let i = more.length - 1; i >= 0; i--) assign(e, unchecked(more[i]), value);
  assign(e, target, value);
  return value;
}

/** Texts in a row that make a table of them. */
const TABLE: i32 = 5;

/**
 * `function f() { const a = ["…", …]; f = function () { return a; }; return f(); }`: whatever an obfuscator has called it, nobody
 * else keeps a program's texts in a function that replaces itself.
 */
function reportTable(e: Evaluator, symbol: i32): void {
  const frame = e.frame;
  if (frame === null || frame.called.code.node.sym != symbol || frame.called.code.node.b === null) return;
  const body = frame.called.code.node.b!.list!;
  const first = unchecked(body[0]);
  if (first.kind != N.Assign || first.list!.length < 2 || first.list![1].kind != N.List) return;
  const texts = first.list![1].list!;
  if (texts.length < TABLE) return;
  for (let i = 0; i < TABLE; i++) if (unchecked(texts[i]).kind != N.Str) return;
  e.findings.add(RULE_MANGLED_NAMES, first.list![1].start);
}

function compound(e: Evaluator, node: Node, target: Node): Value {
  const before = e.evaluateTarget(target);
  const right = e.evaluate(node.b!);
  const isLogical = node.op == Op.AND || node.op == Op.OR || node.op == Op.NULLISH;
  const value = isLogical ? either(e, before, right) : scriptBinary(e, node.op, before, right, node.b!.start);
  assignAgain(e, target, value);
  return value;
}

