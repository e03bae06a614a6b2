// Statements of a shell script, in the order in which a shell runs them, and what they write to their output.
import { keep, keptCount, mark, takeBack } from "../arena";
import { N, Node } from "../ast";
import { either } from "../choices";
import { Evaluator, labelsOf } from "../evaluator";
import { binary } from "../operators";
import { powerStatement, written } from "../powershell/statements";
import { Op } from "../python/lexer";
import { asItems, asText, TextValue, V, Value } from "../value";
import { isShellHook } from "../repeating";
import { defineRoutine, mayRepeat, walkRoutine } from "./routines";
import { Routine, Shell } from "./shell";
import { assignVariable } from "./variables";
import { wordText } from "./words";

/** Elements of a list that a loop is walked for one by one. */
const MAX_ROUNDS: i32 = 64;
/** What a round costs of the folding budget before it is walked. */
const ROUND: i32 = 64;

export function walkScript(e: Evaluator, module: Node): void {
  each(e, module.list!);
}

/** Functions that nothing has called. */
export function walkRest(shell: Shell): void {
  const symbols = shell.routines.keys();
  for (let i = 0; i < symbols.length; i++) {
    const routine = shell.routines.get(unchecked(symbols[i]));
    if (!routine.isCalled) walkUncalled(shell, routine);
  }
}

function walkUncalled(shell: Shell, routine: Routine): void {
  const e = routine.evaluator;
  const repeats = isShellHook(e.names.text[routine.node.sym]) ? 1 : 0;
  e.world.repeats += repeats;
  walkRoutine(shell, routine);
  e.world.repeats -= repeats;
}

function each(e: Evaluator, list: Node[]): void {
  for (let i = 0; i < list.length && !e.isStopped; i++) shellStatement(e, unchecked(list[i]));
}

/** The output of a statement, or of a list of them. */
export function captured(e: Evaluator, node: Node): Value {
  if (e.isPowerShell && node.kind == N.Block) return written(e, node);
  const shell = e.shell!;
  const outer = shell.output;
  const was = shell.isCapturing;
  const wasOpen = shell.isOpenLine;
  shell.output = null;
  shell.isCapturing = true;
  shell.isOpenLine = true;
  if (node.kind == N.Block) each(e, node.list!);
  else shellStatement(e, node);
  const output = shell.output;
  shell.output = outer;
  shell.isCapturing = was;
  shell.isOpenLine = wasOpen;
  return output === null ? e.unknown : output;
}

export function shellStatement(e: Evaluator, node: Node): void {
  e.at = node.start;
  if (e.isPowerShell) { powerStatement(e, node); return; }
  switch (node.kind) {
    case N.ExprStmt: command(e, node.a!); return;
    case N.Assign: assignment(e, node); return;
    case N.AugAssign: augmented(e, node); return;
    case N.Block: block(e, node); return;
    case N.If: branches(e, node.list!); return;
    case N.While: whileLoop(e, node.list!); return;
    case N.For: loop(e, node); return;
    case N.Match: cases(e, node.list!); return;
    case N.With: fed(e, node); return;
    case N.FuncDef: defineRoutine(e, node); return;
    default: e.evaluate(node);
  }
}

function command(e: Evaluator, node: Node): void {
  const start = mark();
  const kept = keptCount();
  const shell = e.shell!;
  shell.isOpenLine = false;
  const value = e.evaluate(node);
  if (shell.isCapturing) emit(e, shell, value);
  else takeBack(start, kept);
}

/** One more piece of output. */
function emit(e: Evaluator, shell: Shell, value: Value): void {
  if (value.kind == V.Unknown && value.labels == 0) return;
  keep();
  const before = shell.output;
  shell.output = before === null ? value : joined(e, before, value);
}

function joined(e: Evaluator, before: Value, value: Value): Value {
  if (before.kind == V.Text && value.kind == V.Text) {
    const line = e.texts.appendQuiet(asText(before), 10);
    let text: TextValue | null = null;
    if (line !== null) text = e.texts.append(line, asText(value), -1);
    if (text !== null) return text;
  }
  return e.labelled(labelsOf(before) | labelsOf(value));
}

/** What may be skipped. */
function block(e: Evaluator, node: Node): void {
  const shell = e.shell!;
  const outer = shell.openBlock();
  each(e, node.list!);
  shell.closeBlock(outer);
}

/** `while true`, and `while sleep 60`, have no end. */
function whileLoop(e: Evaluator, list: Node[]): void {
  const repeats = hasNoEnd(e, list[0]) ? 1 : 0;
  e.world.repeats += repeats;
  branches(e, list);
  e.world.repeats -= repeats;
}

function hasNoEnd(e: Evaluator, condition: Node): bool {
  if (condition.kind != N.Block || condition.list!.length == 0) return false;
  const last = unchecked(condition.list![condition.list!.length - 1]);
  if (last.kind != N.ExprStmt || last.a!.kind != N.Call) return false;
  const name = last.a!.a!;
  return name.kind == N.Name && (e.isNamed(name.sym, "true") || e.isNamed(name.sym, ":") || e.isNamed(name.sym, "sleep") || e.isNamed(name.sym, "false"));
}

/** Conditions, which are run, and blocks, which may be. */
function branches(e: Evaluator, list: Node[]): void {
  for (let i = 0; i < list.length; i++) {
    const part = unchecked(list[i]);
    if (part.kind != N.Block) e.evaluate(part);
    else if (i % 2 == 0 && i + 1 < list.length) each(e, part.list!);
    else block(e, part);
  }
}

function assignment(e: Evaluator, node: Node): void {
  const list = node.list!;
  const value = wordText(e, list[1]);
  assignVariable(e, list[0], value, node.start);
}

function augmented(e: Evaluator, node: Node): void {
  const target = node.a!;
  const before = e.evaluate(target);
  const value = wordText(e, node.b!);
  const nothing = before.kind == V.Unknown && before.labels == 0;
  assignVariable(e, target, nothing ? value : binary(e, Op.PLUS, before, value, node.start), node.start);
}

/** Each round of a short list that is known; of any other one round with all that its elements may be. */
function loop(e: Evaluator, node: Node): void {
  const list = node.list!;
  const iterable = e.evaluate(list[0]);
  const body = list[1];
  if (iterable.kind == V.List) {
    const items = asItems(iterable).items;
    if (items.length > 0 && items.length <= MAX_ROUNDS) { rounds(e, node.a!, items, body); return; }
  }
  let any = e.unknown;
  if (iterable.kind == V.List) {
    const items = asItems(iterable).items;
    for (let i = 0; i < items.length && i < 16; i++) any = either(e, any, unchecked(items[i]));
  } else any = iterable;
  assignVariable(e, node.a!, any, node.start);
  block(e, body);
}

/** As many rounds as there is a budget for, one at least: a body is walked once for nothing. */
function rounds(e: Evaluator, variable: Node, items: StaticArray<Value>, body: Node): void {
  let cost = ROUND;
  for (let i = 0; i < items.length; i++) {
    if (i > 0 && !mayRepeat(e, cost)) return;
    const before = e.world.visits;
    assignVariable(e, variable, unchecked(items[i]), variable.start);
    each(e, body.list!);
    cost = ROUND + (e.world.visits - before) * 16;
  }
}

function cases(e: Evaluator, list: Node[]): void {
  for (let i = 0; i < list.length; i++) {
    const part = unchecked(list[i]);
    if (part.kind != N.Case) { e.evaluate(part); continue; }
    e.evaluate(part.a!);
    block(e, part.b!);
  }
}

/** A compound command with an input of its own. */
function fed(e: Evaluator, node: Node): void {
  const shell = e.shell!;
  const held = node.list![0];
  const input = e.evaluate(held.a!);
  keep();
  const outer = shell.input;
  shell.input = input;
  const body = node.b!;
  if (body.kind == N.Block) each(e, body.list!);
  else shellStatement(e, body);
  shell.input = outer;
}
