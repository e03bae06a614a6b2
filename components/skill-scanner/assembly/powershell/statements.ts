// Statements of PowerShell, in the order in which it runs them. What they write are values: several become a list.
import { assignAgain } from "../again";
import { keep, keptCount, mark, takeBack } from "../arena";
import { N, Node } from "../ast";
import { either } from "../choices";
import { mayRepeat } from "../commands/routines";
import { Shell } from "../commands/shell";
import { Evaluator } from "../evaluator";
import { MAX_ITEMS } from "../fold";
import { binary } from "../operators";
import { asItems, V, Value } from "../value";
import { defineFunction } from "./functions";
import { assignPower } from "./variables";

/** Elements of a list that a loop is walked for one by one. */
const MAX_ROUNDS: i32 = 64;
/** What a round costs of the folding budget before it is walked. */
const ROUND: i32 = 64;

export function powerStatement(e: Evaluator, node: Node): void {
  switch (node.kind) {
    case N.ExprStmt: expression(e, node.a!); return;
    case N.Assign: assignPower(e, node.list![0], e.evaluate(node.list![1])); return;
    case N.AugAssign: augmented(e, node); return;
    case N.Block: maybe(e, node); return;
    case N.If: case N.While: branches(e, node.list!); return;
    case N.Match: cases(e, node.list!); return;
    case N.Try: tried(e, node.list!); return;
    case N.For: loop(e, node); return;
    case N.FuncDef: defineFunction(e, node); return;
    case N.Raise: e.evaluateAll(node.list); return;
    default: expression(e, node);
  }
}

export function each(e: Evaluator, list: Node[]): void {
  for (let i = 0; i < list.length && !e.isStopped; i++) {
    const node = unchecked(list[i]);
    e.at = node.start;
    powerStatement(e, node);
  }
}

/** What the statements write. */
export function written(e: Evaluator, block: Node): Value {
  const shell = e.shell!;
  const outer = shell.output, was = shell.isCapturing;
  shell.output = null;
  shell.isCapturing = true;
  each(e, block.list!);
  const output = shell.output;
  shell.output = outer;
  shell.isCapturing = was;
  return output === null ? e.unknown : output;
}

function expression(e: Evaluator, node: Node): void {
  const start = mark();
  const kept = keptCount();
  const shell = e.shell!;
  const value = e.evaluate(node);
  if (shell.isCapturing) emit(e, shell, value);
  else takeBack(start, kept);
}

function emit(e: Evaluator, shell: Shell, value: Value): void {
  if (value.kind == V.Unknown && value.labels == 0) return;
  keep();
  const before = shell.output;
  shell.output = before === null ? value : together(e, before, value);
}

/** One list of what two statements write. */
export function together(e: Evaluator, before: Value, value: Value): Value {
  let list = before;
  if (before.kind != V.List) {
    const base = e.values.length;
    e.values.push(before);
    list = e.takeItems(V.List, base);
  }
  if (value.kind != V.List) return asItems(list).count < MAX_ITEMS ? asItems(list).appended(value, e.texts) : list;
  const items = asItems(value).items;
  for (let i = 0; i < items.length && asItems(list).count < MAX_ITEMS && e.texts.charge(16); i++) list = asItems(list).appended(unchecked(items[i]), e.texts);
  return list;
}

/** What may be skipped. */
export function maybe(e: Evaluator, block: Node): void {
  const shell = e.shell!;
  const outer = shell.openBlock();
  each(e, block.list!);
  shell.closeBlock(outer);
}

function branches(e: Evaluator, list: Node[]): void {
  for (let i = 0; i < list.length; i++) {
    const part = unchecked(list[i]);
    if (part.kind != N.Block) e.evaluate(part);
    else maybe(e, part);
  }
}

/** The first is the subject, and each block stands behind its pattern. */
function cases(e: Evaluator, list: Node[]): void {
  branches(e, list);
}

/** `try` is run, the others may be. */
function tried(e: Evaluator, list: Node[]): void {
  each(e, list[0].list!);
  for (let i = 1; i < list.length; i++) maybe(e, unchecked(list[i]));
}

function augmented(e: Evaluator, node: Node): void {
  const target = node.a!;
  const before = e.evaluate(target);
  const value = e.evaluate(node.b!);
  const isNothing = before.kind == V.Unknown && before.labels == 0;
  if (before.kind == V.List && node.op == 43) assignAgain(e, target, together(e, before, value)); // +=
  else assignAgain(e, target, isNothing ? value : binary(e, node.op, before, value, node.start));
}

/** Each round of a short list that is known; of any other one round with all that its elements may be. */
function loop(e: Evaluator, node: Node): void {
  const list = node.list!;
  const iterable = e.evaluate(list[0]);
  rounds(e, node.a!, iterable, list[1]);
}

/** Walks a block for what a list holds, one by one. */
export function rounds(e: Evaluator, variable: Node, iterable: Value, body: Node): void {
  const items = iterable.kind == V.List ? asItems(iterable).items : null;
  if (items !== null && items.length > 0 && items.length <= MAX_ROUNDS) {
    let cost = ROUND;
    for (let i = 0; i < items.length; i++) {
      if (i > 0 && !mayRepeat(e, cost)) return;
      const before = e.world.visits;
      assignPower(e, variable, unchecked(items[i]));
      each(e, body.list!);
      cost = ROUND + (e.world.visits - before) * 16;
    }
    return;
  }
  let any = items === null ? iterable : e.unknown;
  for (let i = 0; items !== null && i < items.length && i < 16; i++) any = either(e, any, unchecked(items[i]));
  assignPower(e, variable, any);
  maybe(e, body);
}
