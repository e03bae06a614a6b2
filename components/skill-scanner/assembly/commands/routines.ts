// Functions of a shell script: walked where they are called, with the parameters of the call.
import { keep } from "../arena";
import { Node } from "../ast";
import { Evaluator } from "../evaluator";
import { RULE_FORK_BOMB } from "../tables";
import { enter } from "../unit";
import { Value, V } from "../value";
import { isForkBomb } from "./fork-bomb";
import { NUMBERED, Routine, Shell } from "./shell";
import { captured } from "./statements";

/** Functions that call each other deeper than this are not followed. */
const MAX_CALLS: i32 = 12;
/** What a call costs of the folding budget in advance, and each node that it walks. */
const CALL: i32 = 256;
const NODE: i32 = 16;
/** Budget that repeated walks leave. */
const RESERVE: i32 = 1 << 16;

export function defineRoutine(e: Evaluator, node: Node): void {
  keep();
  e.shell!.routines.set(node.sym, new Routine(node, e));
  if (isForkBomb(node)) e.findings.add(RULE_FORK_BOMB, node.start);
}

/** Calls the function with the words from `base` on; null when it cannot be followed. */
export function callRoutine(e: Evaluator, shell: Shell, routine: Routine, base: i32, input: Value | null): Value | null {
  if (routine.isActive || shell.calls >= MAX_CALLS || !mayRepeat(e, routine.cost)) return null;
  const visits = e.world.visits;
  keep();
  const parameters = takeParameters(e, shell, base);
  const outer = shell.input;
  if (input !== null) shell.input = input;
  const output = walkBody(shell, routine);
  shell.input = outer;
  giveBack(shell, parameters);
  routine.cost = CALL + (e.world.visits - visits) * NODE;
  return output;
}

/** Pays for walking something once more, and leaves enough for what is walked for the first time. */
export function mayRepeat(e: Evaluator, cost: i32): bool {
  return e.texts.budget > RESERVE + cost && e.texts.charge(cost);
}

/** The function's body with parameters of which nothing is known. */
export function walkRoutine(shell: Shell, routine: Routine): void {
  walkBody(shell, routine);
}

/** What the function's body writes. */
export function walkBody(shell: Shell, routine: Routine): Value {
  const own = routine.evaluator;
  const unit = enter(own.findings, own.unit);
  routine.isCalled = true;
  routine.isActive = true;
  const caller = shell.routine;
  shell.routine = routine;
  shell.calls++;
  own.findings.routines++;
  const output = captured(own, routine.node.b!);
  own.findings.routines--;
  shell.calls--;
  shell.routine = caller;
  routine.isActive = false;
  enter(own.findings, unit);
  return output;
}

/** Binds `$1` to `$9` and `$@`; returns what they were, the list last. */
function takeParameters(e: Evaluator, shell: Shell, base: i32): StaticArray<Value | null> {
  const before = new StaticArray<Value | null>(NUMBERED + 1);
  const count = e.values.length - base;
  for (let i = 0; i < NUMBERED; i++) {
    const symbol = shell.numbered[i];
    before[i] = i < count ? shell.replace(symbol, e.values.at(base + i)) : shell.find(symbol);
    if (i >= count) shell.restore(symbol, null);
  }
  const all = e.values.length;
  for (let i = base; i < all; i++) e.values.push(e.values.at(i));
  before[NUMBERED] = shell.replace(shell.parameters, e.takeItems(V.List, all));
  return before;
}

function giveBack(shell: Shell, before: StaticArray<Value | null>): void {
  for (let i = 0; i < NUMBERED; i++) shell.restore(shell.numbered[i], before[i]);
  shell.restore(shell.parameters, before[NUMBERED]);
}

/** `set -- a b`, `bash -s a b`: from now on. */
export function setParameters(e: Evaluator, shell: Shell, base: i32): void {
  takeParameters(e, shell, base);
}
