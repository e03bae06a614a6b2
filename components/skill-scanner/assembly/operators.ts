// Arithmetic on constants, concatenation, formatting with `%`, paths joined with `/`.
import { Evaluator, labelsOf } from "./evaluator";
import { appendValue, copyOf, lastChoice, listOf, MAX_ITEMS, numberFrom, withLabels } from "./fold";
import { K, Op } from "./python/lexer";
import { ownLabels } from "./services";
import { BITS_LABELS, CREDENTIAL_LABELS, NODE_PATH_OBJECT, URL_LABELS } from "./tables";
import { asItems, asNumber, asText, TextValue, V, Value } from "./value";

/** `left op right`; `place` is where the right operand stands. */
export function binary(e: Evaluator, op: i32, left: Value, right: Value, place: i32): Value {
  if (left.kind == V.Choice) return binary(e, op, lastChoice(e, left), right, place);
  if (right.kind == V.Choice) return binary(e, op, left, lastChoice(e, right), place);
  if (left.kind == V.Number && right.kind == V.Number) return arithmetic(e, op, left, right);
  if (op == Op.PLUS) return plus(e, left, right, place);
  if (op == Op.PERCENT && left.kind == V.Text) return percent(e, asText(left), right, place);
  if (op == Op.SLASH && (left.kind == V.Text || right.kind == V.Text)) return joinPaths(e, left, right, true, place);
  if (op == Op.STAR && left.kind == V.Text && right.kind == V.Number) return repeated(e, asText(left), asNumber(right).number, place);
  if (op == Op.STAR && left.kind == V.List && right.kind == V.Number) return repeatedList(e, left, asNumber(right).number);
  const labels = labelsOf(left) | labelsOf(right);
  return e.labelled(op == Op.CARET ? labels | BITS_LABELS : labels);
}

export function unary(e: Evaluator, op: i32, value: Value): Value {
  if (op == -K.not_) return e.unknown;
  if (value.kind != V.Number) return e.labelled(labelsOf(value));
  const number = asNumber(value).number;
  return numberFrom(op == Op.MINUS ? -number : op == Op.TILDE ? ~number : number, value.labels);
}

function arithmetic(e: Evaluator, op: i32, left: Value, right: Value): Value {
  const a = asNumber(left).number;
  const b = asNumber(right).number;
  const labels = left.labels | right.labels;
  switch (op) {
    case Op.PLUS: return numberFrom(a + b, labels);
    case Op.MINUS: return numberFrom(a - b, labels);
    case Op.STAR: return numberFrom(a * b, labels);
    case Op.CARET: return numberFrom(a ^ b, labels | BITS_LABELS);
    case Op.AMP: return numberFrom(a & b, labels);
    case Op.PIPE: return numberFrom(a | b, labels);
    case Op.POW: return power(e, a, b, labels);
    case Op.SHL: return b >= 0 && b < 64 ? numberFrom(a << b, labels) : e.labelled(labels);
    case Op.SHR: return b >= 0 && b < 64 ? numberFrom(a >> b, labels) : e.labelled(labels);
    case Op.FLOOR: case Op.SLASH: case Op.PERCENT: return divided(e, op, a, b, labels);
    default: return e.labelled(labels);
  }
}

function power(e: Evaluator, a: i64, b: i64, labels: u64): Value {
  if (b < 0 || b > 62) return e.labelled(labels);
  let result: i64 = 1;
  for (let i: i64 = 0; i < b; i++) {
    if (abs(result) > (1 << 31) || abs(a) > (1 << 31)) return e.labelled(labels);
    result *= a;
  }
  return numberFrom(result, labels);
}

function divided(e: Evaluator, op: i32, a: i64, b: i64, labels: u64): Value {
  if (b <= 0) return e.labelled(labels); // also keeps clear of the one overflow of a signed division
  const remainder = ((a % b) + b) % b;
  return numberFrom(op == Op.PERCENT ? remainder : (a - remainder) / b, labels);
}

function plus(e: Evaluator, left: Value, right: Value, place: i32): Value {
  const labels = labelsOf(left) | labelsOf(right);
  if (left.kind == V.Text && (right.labels & CREDENTIAL_LABELS) != 0) {
    const own = ownLabels(asText(left), true) & right.labels;
    if (own != 0) return plus(e, left, e.labelled(right.labels & ~own), place);
  }
  if (left.kind == V.Text) {
    const joined = appendValue(e, asText(left), right, place);
    if (joined === null) return e.labelled(labels);
    if ((joined.labels & ~left.labels & URL_LABELS) != 0) e.services.addUrl(joined);
    return joined;
  }
  if (right.kind == V.Text && left.kind != V.List) {
    const joined = e.texts.append(e.texts.unknown(place), asText(right), place);
    return joined === null ? e.labelled(labels) : withLabels(joined, labels);
  }
  if (left.kind == V.List && right.kind == V.List) return joinLists(e, left, right, labels);
  return e.labelled(labels);
}

function joinLists(e: Evaluator, left: Value, right: Value, labels: u64): Value {
  const a = asItems(left).items;
  const b = asItems(right).items;
  const total = a.length + b.length;
  if (total > MAX_ITEMS || !e.texts.charge(total * 4)) return e.labelled(labels);
  return listOf(a.concat<StaticArray<Value>>(b), labels);
}

function repeatedList(e: Evaluator, list: Value, times: i64): Value {
  const items = asItems(list).items;
  if (times <= 0 || times > MAX_ITEMS || times * items.length > MAX_ITEMS || !e.texts.charge((times as i32) * items.length * 4)) return e.labelled(list.labels);
  const base = e.values.length;
  for (let i: i64 = 0; i < times; i++) for (let j = 0; j < items.length; j++) e.values.push(unchecked(items[j]));
  return listOf(e.takeValues(base), list.labels);
}

function repeated(e: Evaluator, text: TextValue, times: i64, place: i32): Value {
  if (times <= 0 || times * text.length > 4096) return e.labelled(text.labels);
  let result = e.texts.empty();
  for (let i: i64 = 0; i < times; i++) {
    const next = e.texts.append(result, text, place);
    if (next === null) return e.labelled(text.labels);
    result = next;
  }
  return result;
}

/** Both are parts of a path; what is unknown of them is a hole. */
export function joinPaths(e: Evaluator, left: Value, right: Value, isObject: bool, place: i32): Value {
  const labels = labelsOf(left) | labelsOf(right);
  let path: TextValue | null = left.kind == V.Text ? asText(left) : e.texts.unknown(place);
  if (path !== null && (path.length == 0 || path.at(path.length - 1) != 47)) path = e.texts.appendByte(path, 47, place);
  if (path !== null) path = appendValue(e, path, right, place);
  if (path === null) return e.labelled(labels);
  const result = copyOf(path);
  result.labels |= labels;
  result.node = isObject ? NODE_PATH_OBJECT : 0;
  return result;
}

/** `"...%s..." % value`: `%s` and `%d` take the values in turn, anything else is a hole. */
export function percent(e: Evaluator, format: TextValue, value: Value, place: i32): Value {
  const labels = format.labels | labelsOf(value);
  const isTuple = value.kind == V.List;
  let next = 0;
  let result: TextValue | null = e.texts.empty();
  let from = 0;
  if (!e.texts.charge(format.length)) return e.labelled(labels);
  for (let i = 0; i < format.length && result !== null; i++) {
    if (format.at(i) != 37) continue;
    result = appendPart(e, result, format, from, i, place);
    const kind = i + 1 < format.length ? format.at(i + 1) : 0;
    if (result === null) break;
    if (kind == 37) result = e.texts.appendByte(result, 37, place);
    else if (isField(kind) && isTuple) result = next < asItems(value).items.length ? appendValue(e, result, asItems(value).items[next++], place) : e.texts.appendHole(result, place);
    else result = isField(kind) ? appendValue(e, result, value, place) : e.texts.appendHole(result, place);
    from = ++i + 1;
  }
  if (result !== null) result = appendPart(e, result, format, from, format.length, place);
  return result === null ? e.labelled(labels) : withLabels(result, labels);
}

/** `%s`, `%d`, and Go's `%v`. */
function isField(kind: i32): bool { return kind == 115 || kind == 100 || kind == 118; }

export function appendPart(e: Evaluator, text: TextValue, whole: TextValue, from: i32, to: i32, place: i32): TextValue | null {
  if (to <= from) return text;
  const part = new TextValue(whole.bytes, whole.from + from, whole.from + to);
  part.reported = whole.reported;
  return e.texts.append(text, part, place);
}
