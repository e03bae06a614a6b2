// Loops. What is known to be looped over is gone through item by item, as far as the scan's allowance reaches.
import { assign } from "./assignment";
import { Node, N } from "./ast";
import { Binding } from "./bindings";
import { either } from "./choices";
import { Signal, walkSkipped } from "./control";
import { assignElement } from "./displays";
import { isInVain } from "./endless";
import { Evaluator, labelsOf } from "./evaluator";
import { itemsOf } from "./fold";
import { VALUES } from "./go/parser-simple";
import { Loop } from "./javascript/parser-loops";
import { isEndless } from "./repeating";
import { part, statements } from "./statements";
import { RULE_ENDLESS_LOOP } from "./tables";
import { Truth, truthOf } from "./truth";
import { asItems, V, Value } from "./value";
import { WaysOut } from "./ways-out";

/** Rounds of one loop. */
const MAX_ROUNDS: i32 = 1 << 17;

/** What a variable from outside of a loop held before it: afterwards both are possible. */
export class Shadowed {
  constructor(public binding: Binding, public value: Value, public block: i32) {}
}

export function forLoop(e: Evaluator, node: Node): void {
  const list = node.list!;
  const iterable = e.isScript && node.op & Loop.KEYS ? keysOf(e, list[0]) : e.evaluate(list[0]);
  const declares = e.declares;
  const isDeclared = (e.isScript || e.isGo) && node.op >> Loop.DECLARES_SHIFT != 0;
  const items = loopItems(e, iterable, node.start, e.isGo && (node.op & VALUES) != 0 ? 1 : 0);
  if (items !== null && items.length > 0 && items.length <= MAX_ROUNDS && e.world.mayFollow) {
    const rounds = new Rounds(e);
    for (let i = 0; i < items.length && rounds.goesOn; i++) {
      e.declares = isDeclared;
      assign(e, node.a!, unchecked(items[i]));
      e.declares = declares;
      rounds.run(unchecked(list[1]));
    }
    rounds.end(unchecked(list[1]));
  } else {
    e.declares = isDeclared;
    assignElement(e, node.a!, iterable);
    e.declares = declares;
    part(e, list[1]);
  }
  for (let i = 2; i < list.length && e.signal == Signal.None; i++) part(e, list[i]);
}

/** `for (key in object)` */
function keysOf(e: Evaluator, object: Node): Value {
  const value = e.evaluate(object);
  return value.kind == V.Dict ? value : e.labelled(labelsOf(value));
}

/** Of a map the keys, or with `at` 1 the values. */
function loopItems(e: Evaluator, iterable: Value, place: i32, at: i32): StaticArray<Value> | null {
  if (iterable.kind != V.Dict) return itemsOf(e, iterable, place);
  const entries = asItems(iterable).items;
  if (!e.texts.charge(entries.length)) return null;
  const keys = new StaticArray<Value>(entries.length >> 1);
  for (let i = 0; i < keys.length; i++) unchecked(keys[i] = unchecked(entries[(i << 1) + at]));
  return keys;
}

export function whileLoop(e: Evaluator, node: Node): void {
  const list = node.list!;
  const condition = unchecked(list[0]);
  const endless = isEndless(condition);
  if (endless) {
    e.world.repeats++;
    if (isInVain(e, condition, unchecked(list[1]))) e.findings.add(RULE_ENDLESS_LOOP, node.start);
  }
  const rounds = new Rounds(e);
  let truth = rounds.truthOf(condition);
  while (truth == Truth.True && rounds.count < MAX_ROUNDS && rounds.goesOn) {
    if (rounds.count == 0) rounds.watch(condition, unchecked(list[1]));
    rounds.run(unchecked(list[1]));
    if (!rounds.comesNearer(endless)) break;
    if (rounds.goesOn) truth = rounds.truthOf(condition);
  }
  rounds.end(unchecked(list[1]));
  if (rounds.count == 0 && e.signal == Signal.None) part(e, list[1]);
  if (endless) e.world.repeats--;
  for (let i = 2; i < list.length && e.signal == Signal.None; i++) part(e, list[i]);
}

/** The rounds of one loop whose course is known. */
class Rounds {
  private isCertain: bool;
  private isFirst: bool;
  private mark: i32;
  private outerBlock: i32;
  private skipped: i32;
  /** What its ends hang on, and what of it was so when that was last asked. */
  private ways: WaysOut | null = null;
  private standing: u64 = 0;
  private exits: i32 = 0;
  private changes: i32 = 0;
  /** It was given up while it still went on. */
  private isIdle: bool = false;
  /** That have been walked. */
  count: i32 = 0;

  constructor(private e: Evaluator) {
    this.isCertain = e.isCertain;
    this.isFirst = e.world.begin();
    this.mark = e.shadowed.length;
    this.skipped = e.skipped.length;
    this.outerBlock = e.loopBlock;
    e.loopBlock = e.bindings.block;
    e.isCertain = true;
    e.loops++;
  }

  get goesOn(): bool {
    const e = this.e;
    return e.signal == Signal.None && e.world.mayFollow;
  }

  truthOf(condition: Node): Truth {
    return truthOf(this.e, this.e.evaluate(condition));
  }

  run(body: Node): void {
    const e = this.e;
    this.count++;
    e.isCertain = true;
    statements(e, body);
    if (e.signal == Signal.Continue) e.signal = Signal.None;
  }

  watch(condition: Node, body: Node): void {
    const ways = new WaysOut(this.e, condition, body);
    this.ways = ways;
    this.standing = ways.standing;
    this.exits = this.e.world.exits;
    this.changes = this.e.bindings.changes;
  }

  /** Something that may end the loop is not what it was before this round, and, of one without a condition, a way out was met. */
  comesNearer(endless: bool): bool {
    const e = this.e;
    const isMet = !endless || e.world.exits != this.exits;
    const standing = this.ways!.standing;
    const isNearer = isMet && standing != this.standing;
    this.isIdle = isMet && !isNearer && e.bindings.changes != this.changes;
    this.standing = standing;
    this.exits = e.world.exits;
    this.changes = e.bindings.changes;
    return isNearer;
  }

  /** Puts everything back. What a loop leaves whose rounds were not all walked is marked; whose caller walks it anyway if there was none. */
  end(body: Node): void {
    const e = this.e;
    if (this.count > 0 && e.signal == Signal.None && (this.isIdle || !e.world.mayFollow)) this.cut(body);
    if (e.signal == Signal.Break || !this.isCertain) e.signal = Signal.None;
    e.isCertain = this.isCertain;
    if (--e.loops == 0) walkSkipped(e, this.skipped);
    e.loopBlock = this.outerBlock;
    while (e.shadowed.length > this.mark) {
      const shadowed = e.shadowed.pop();
      shadowed.binding.value = either(e, shadowed.value, shadowed.binding.value);
      shadowed.binding.block = shadowed.block;
    }
    if (this.isFirst) e.world.end();
  }

  private cut(body: Node): void {
    const e = this.e;
    const isCut = e.isCut;
    e.isCut = true;
    e.isCertain = false;
    statements(e, body);
    e.isCut = isCut;
  }
}
