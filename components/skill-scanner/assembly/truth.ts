// Conditions: comparisons of what is known, and whether a value counts as true.
import { Node } from "./ast";
import { either } from "./choices";
import { Evaluator } from "./evaluator";
import { Op as ScriptOp } from "./javascript/tokens";
import { K, Op } from "./python/lexer";
import { haveSameBytes } from "./same";
import { asItems, asNumber, asText, ConstantValue, TextValue, V, Value } from "./value";

export const enum Truth { False, True, Unknown }

/** In some of the other languages 0 or an empty text is true, in some "0" is false. */
export function truthOf(e: Evaluator, value: Value): Truth {
  if ((e.isRuby || e.isIsland) && value.kind != V.Constant) return Truth.Unknown;
  switch (value.kind) {
    case V.Constant: return value.node == ConstantValue.True ? Truth.True : value.node == ConstantValue.Float ? Truth.Unknown : Truth.False;
    case V.Number: return asNumber(value).number != 0 ? Truth.True : Truth.False;
    case V.Text: return asText(value).holes ? Truth.Unknown : asText(value).length > 0 ? Truth.True : Truth.False;
    case V.List: case V.Dict: return asItems(value).count > 0 ? Truth.True : Truth.False;
    case V.Path: case V.Function: case V.Class: return Truth.True;
    default: return Truth.Unknown;
  }
}

export function truth(e: Evaluator, is: bool): Value {
  return unchecked(e.world.constants[is ? ConstantValue.True : ConstantValue.False]);
}

/** `left and right`, `left or right`: of two flags which it is, of anything else what it may be. */
export function logical(e: Evaluator, op: i32, left: Value, right: Value): Value {
  const first = left.kind == V.Constant ? truthOf(e, left) : Truth.Unknown;
  const second = right.kind == V.Constant ? truthOf(e, right) : Truth.Unknown;
  if (first == Truth.Unknown || second == Truth.Unknown) return either(e, left, right);
  if (op == -K.and_) return truth(e, first == Truth.True && second == Truth.True);
  return op == -K.or_ ? truth(e, first == Truth.True || second == Truth.True) : either(e, left, right);
}

/** `left op right`; unknown without labels when it cannot be told. */
export function compare(e: Evaluator, node: Node, left: Value, right: Value): Value {
  if (!e.isCertain) return e.unknown; // elsewhere a variable may hold more than is known of it
  const order = orderOf(e, left, right);
  switch (node.op) {
    case Op.EQEQ: case ScriptOp.SAME: return order == UNKNOWN ? e.unknown : truth(e, order == 0);
    case Op.NE: case Op.NE2: case ScriptOp.NOT_SAME: return order == UNKNOWN ? e.unknown : truth(e, order != 0);
    case Op.LT: return order == UNKNOWN ? e.unknown : truth(e, order < 0);
    case Op.LE: return order == UNKNOWN ? e.unknown : truth(e, order <= 0);
    case Op.GT: return order == UNKNOWN ? e.unknown : truth(e, order > 0);
    case Op.GE: return order == UNKNOWN ? e.unknown : truth(e, order >= 0);
    case -K.in_: if (e.isScript) return e.unknown; return contains(e, right, left, true);
    case -K.not_: return contains(e, right, left, false);
    default: return e.unknown;
  }
}

const UNKNOWN: i32 = 2;

/** -1, 0, 1 as in sorting; UNKNOWN for values that have no known order. */
function orderOf(e: Evaluator, a: Value, b: Value): i32 {
  if (a.kind == V.Number && b.kind == V.Number) return asNumber(a).number < asNumber(b).number ? -1 : asNumber(a).number > asNumber(b).number ? 1 : 0;
  if (a.kind != V.Text || b.kind != V.Text || asText(a).holes || asText(b).holes) return UNKNOWN;
  const x = asText(a);
  const y = asText(b);
  const common = min(x.length, y.length);
  if (!e.texts.charge(common)) return UNKNOWN;
  const order = memory.compare(changetype<usize>(x.bytes) + x.from, changetype<usize>(y.bytes) + y.from, common);
  return order != 0 ? (order < 0 ? -1 : 1) : x.length < y.length ? -1 : x.length > y.length ? 1 : 0;
}

function contains(e: Evaluator, whole: Value, part: Value, is: bool): Value {
  if (whole.kind == V.Text && part.kind == V.Text) return inText(e, asText(whole), asText(part), is);
  if (whole.kind != V.List && whole.kind != V.Dict) return e.unknown;
  const items = asItems(whole).items;
  if (!asItems(whole).isConstant || !e.texts.charge(items.length)) return e.unknown;
  const step = whole.kind == V.Dict ? 2 : 1;
  for (let i = 0; i < items.length; i += step) {
    const order = orderOf(e, unchecked(items[i]), part);
    if (order == 0) return truth(e, is);
  }
  return part.kind == V.Text || part.kind == V.Number ? truth(e, !is) : e.unknown;
}

function inText(e: Evaluator, whole: TextValue, part: TextValue, is: bool): Value {
  if (whole.holes || part.holes || !e.texts.charge(whole.length * min(part.length, 8))) return e.unknown;
  const piece = new TextValue(whole.bytes, 0, 0);
  for (let i = whole.from; i + part.length <= whole.to; i++) {
    piece.from = i;
    piece.to = i + part.length;
    if (haveSameBytes(piece, part)) return truth(e, is);
  }
  return truth(e, !is);
}
