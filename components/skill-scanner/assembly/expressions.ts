// The values of expressions that are no chains.
import { keep } from "./arena";
import { N, Node } from "./ast";
import { assign, bind } from "./assignment";
import { readAsBatch } from "./batch/read-batch";
import { either } from "./choices";
import { shellExpression } from "./commands/expressions";
import { returned } from "./control";
import { comprehension, dictDisplay, formatted, listDisplay } from "./displays";
import { classDefinition } from "./definitions";
import { Evaluator } from "./evaluator";
import { readScriptName } from "./javascript/script-names";
import { scriptAssignment, scriptUnary } from "./javascript/script-operators";
import { regexValue } from "./javascript/script-regex";
import { lambda } from "./lambdas";
import { isLongEncoding, literal } from "./literals";
import { Channel } from "./prose/prose";
import { isWorthReading, readProse } from "./prose/read-prose";
import { matchCharacters } from "./characters";
import { unary } from "./operators";
import { K } from "./python/lexer";
import { statement } from "./statements";
import { RULE_LONG_ENCODED_TEXT, TRACED_LABELS, URL_LABELS } from "./tables";
import { MAX_TEXT } from "./texts";
import { asText, ConstantValue, HOLE, TextValue, V, Value } from "./value";
import { readName } from "./variables";

export function expression(e: Evaluator, node: Node): Value {
  if (e.shell !== null) {
    const value = shellExpression(e, node);
    if (value !== null) return value;
  }
  switch (node.kind) {
    case N.Name: return e.isScript ? readScriptName(e, node.sym, node.start) : readName(e, node.sym, node.start);
    case N.Str: return text(e, node);
    case N.Num: return e.world.numbers.of(e.source, node);
    case N.Const: return constant(e, node.sym);
    case N.FStr: return withBatch(e, formatted(e, node), node);
    case N.Tuple: case N.List: case N.Set: return listDisplay(e, node);
    case N.Dict: return dictDisplay(e, node);
    case N.Comp: return comprehension(e, node);
    case N.Unary: return e.isScript ? scriptUnary(e, node) : unary(e, node.op, e.evaluate(node.a!));
    case N.IfExp: return conditional(e, node.list!);
    case N.Lambda: return lambda(e, node);
    case N.Walrus: {
      if (e.isScript) return scriptAssignment(e, node);
      const value = e.evaluate(node.b!);
      assign(e, node.a!, value);
      return value;
    }
    case N.Await: case N.Star: case N.Keyword: return node.a === null ? e.unknown : e.evaluate(node.a!);
    case N.Yield: return yielded(e, node);
    case N.Sequence: return sequence(e, node.list!);
    case N.Regex: return regexValue(e, node);
    case N.ClassDef: return classDefinition(e, node);
    case N.Capture: {
      if (node.sym != 0) bind(e, node.sym, e.unknown);
      return e.unknown;
    }
    default: return rest(e, node);
  }
}

/** What has no value of its own: everything in it is looked at. */
function rest(e: Evaluator, node: Node): Value {
  if (node.kind >= N.ExprStmt) {
    statement(e, node);
    e.bindings.noteChange(); // it may have returned something that was made in it
    return e.unknown;
  }
  if (node.a !== null) e.evaluate(node.a!);
  if (node.b !== null) e.evaluate(node.b!);
  e.evaluateAll(node.list);
  return e.unknown;
}

/** A shorter one holds no orders. */
const LONG_TEXT: i32 = 30;

const AT: i32 = 64;

/** Shorter texts, as the mode of a file, are no source of anything. */
const SHORTEST_SOURCE: i32 = 4;

function text(e: Evaluator, node: Node): Value {
  const text = literalOf(e, node);
  if (e.unit.hasHoles) fillHoles(text, e.unit.holeLabels);
  if ((text.labels & TRACED_LABELS) != 0 && text.length >= SHORTEST_SOURCE) e.world.origins.source(text.labels, e.findings.placed(node.start));
  e.world.visits += text.length >> 4; // its bytes were looked at
  if (isRead(node)) return text.length <= MAX_TEXT ? text : e.labelled(text.labels);
  if (text.labels & URL_LABELS) e.services.addUrl(text);
  if (text.length >= LONG_TEXT && isWorthReading(e.unit, node.start, node.end)) readProse(e.skill, e.unit, node.start, node.end, Channel.Quoted, true);
  if (isLongEncoding(text)) e.findings.add(RULE_LONG_ENCODED_TEXT, node.start);
  if (text.length > 0 && text.at(0) == AT) readAsBatch(e, text, node.start);
  return text.length <= MAX_TEXT ? text : e.labelled(text.labels);
}

/** A text that is put together may be a batch file. */
function withBatch(e: Evaluator, value: Value, node: Node): Value {
  if (value.kind == V.Text && asText(value).length > 0 && asText(value).at(0) == AT) readAsBatch(e, asText(value), node.start);
  return value;
}

/** The text of a literal that is walked again and again is made once more only: `b` of its node then has it. */
function literalOf(e: Evaluator, node: Node): TextValue {
  if (node.b !== null) return changetype<TextValue>(node.b);
  const text = literal(e.texts, e.source, node);
  if ((node.op & READ) == 0 || e.unit.hasHoles) return text;
  keep();
  node.b = changetype<Node>(text);
  return text;
}

/** In `op` of a Str whose words have been read. */
const READ: i32 = 1 << 24;

/** What people read in a text is asked for once, however often it is walked. */
function isRead(node: Node): bool {
  const isRead = (node.op & READ) != 0;
  node.op |= READ;
  return isRead;
}

/** A text in a unit that was made with unknown parts. */
function fillHoles(text: TextValue, labels: u64): void {
  for (let i = 0; i < text.length; i++) {
    if (text.at(i) != HOLE) continue;
    text.holes = true;
    text.labels |= labels;
    return;
  }
}

/** A text that stands alone is only read by people. */
export function docstring(e: Evaluator, node: Node): void {
  if (isRead(node)) return;
  if (e.unit.level > 0) matchCharacters(e.findings, changetype<usize>(e.source), node.start, node.end);
  if (isWorthReading(e.unit, node.start, node.end)) readProse(e.skill, e.unit, node.start, node.end, Channel.Comment, true);
}

function constant(e: Evaluator, symbol: i32): Value {
  return symbol == K.True_ ? e.world.constants[ConstantValue.True] : symbol == K.False_ ? e.world.constants[ConstantValue.False] : e.world.constants[ConstantValue.None];
}

function conditional(e: Evaluator, list: Node[]): Value {
  let result = e.unknown;
  for (let i = 0; i < list.length; i++) {
    const value = e.evaluate(unchecked(list[i]));
    if ((i & 1) != 0 || i == list.length - 1) result = i == 1 ? value : either(e, result, value); // the others are conditions
  }
  return result;
}

function sequence(e: Evaluator, list: Node[]): Value {
  let last = e.unknown;
  for (let i = 0; i < list.length; i++) last = e.evaluate(unchecked(list[i]));
  return last;
}

/** What a generator yields is what it returns. */
function yielded(e: Evaluator, node: Node): Value {
  const value = node.a === null ? e.unknown : e.evaluate(node.a!);
  e.bindings.noteChange(); // the function now holds something that the statement made
  returned(e, node.op == 0 ? e.labelled(value.labels) : value);
  return e.unknown;
}
