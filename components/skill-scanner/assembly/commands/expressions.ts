// Expressions that mean something of their own in a shell. Null for those that are as in any language.
import { N, Node } from "../ast";
import { Evaluator } from "../evaluator";
import { numberFrom } from "../fold";
import { powerExpression } from "../powershell/expressions";
import { Op } from "../python/lexer";
import { V, Value } from "../value";
import { command } from "./invoke";
import { numberOf } from "./printing";
import { captured } from "./statements";
import { assignVariable, readVariable } from "./variables";
import { pushWords, word } from "./words";

export function shellExpression(e: Evaluator, node: Node): Value | null {
  if (e.isPowerShell) return powerExpression(e, node);
  switch (node.kind) {
    case N.Call: return command(e, node);
    case N.FStr: return word(e, node);
    case N.Name: return readVariable(e, node);
    case N.List: case N.Tuple: return words(e, node);
    case N.Unary: return node.op == Op.PLUS ? numeric(e, e.evaluate(node.a!)) : null;
    case N.Walrus: return assigned(e, node);
    default: return node.isStatement ? captured(e, node) : null;
  }
}

function words(e: Evaluator, node: Node): Value {
  const base = e.values.length;
  const list = node.list!;
  for (let i = 0; i < list.length; i++) pushWords(e, unchecked(list[i]));
  return e.takeItems(V.List, base);
}

/** A variable in arithmetic. */
function numeric(e: Evaluator, value: Value): Value {
  if (value.kind == V.Number) return value;
  const number = numberOf(value);
  return number >= 0 ? numberFrom(number, value.labels) : e.labelled(value.labels);
}

function assigned(e: Evaluator, node: Node): Value {
  const value = e.evaluate(node.b!);
  assignVariable(e, node.a!, value, node.start);
  return value;
}
