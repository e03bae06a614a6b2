// Functions and script blocks: walked where they are called, with the parameters of the call.
import { keep } from "../arena";
import { N, Node } from "../ast";
import { mayRepeat, walkBody } from "../commands/routines";
import { Routine, Shell } from "../commands/shell";
import { Evaluator } from "../evaluator";
import { asText, V, Value } from "../value";
import { isParameter, parameterIs } from "./arguments";
import { maybe, written } from "./statements";

/** Functions that call each other deeper than this are not followed. */
const MAX_CALLS: i32 = 12;
/** What a call costs of the folding budget in advance, and each node that it walks. */
const CALL: i32 = 256;
const NODE: i32 = 16;
/** Parameters of one function that are bound. */
const MAX_PARAMETERS: i32 = 32;

export function defineFunction(e: Evaluator, node: Node): void {
  keep();
  e.shell!.routines.set(node.sym, new Routine(node, e));
}

/** Calls a function with the words from `base` on; null when it cannot be followed. */
export function callPowerFunction(e: Evaluator, routine: Routine, base: i32, input: Value | null): Value | null {
  const shell = e.shell!;
  if (routine.isActive || shell.calls >= MAX_CALLS || !mayRepeat(e, routine.cost)) return null;
  const visits = e.world.visits;
  const node = routine.node;
  const before = bind(e, node.list!, base, input);
  const outer = shell.input;
  if (input !== null) shell.input = input;
  const output = walkBody(shell, routine);
  shell.input = outer;
  giveBack(e, shell, node.list!, before);
  routine.cost = CALL + (e.world.visits - visits) * NODE;
  return output;
}

/** `{…}` that is run at once, with what stands behind it. */
export function callBlock(e: Evaluator, script: Node, base: i32, input: Value | null): Value {
  const shell = e.shell!;
  const before = bind(e, script.list!, base, input);
  const output = written(e, script.b!);
  giveBack(e, shell, script.list!, before);
  return output;
}

/** `{…}` that somebody may run. */
export function walkBlock(e: Evaluator, script: Node): void {
  const shell = e.shell!;
  const outer = shell.output, was = shell.isCapturing;
  shell.isCapturing = true;
  maybe(e, script.b!);
  shell.output = outer;
  shell.isCapturing = was;
}

/** Binds parameters by name or place, `$args`, `$input` and `$_`; returns what they were. */
function bind(e: Evaluator, parameters: Node[], base: i32, input: Value | null): StaticArray<Value | null> {
  const shell = e.shell!;
  const count = min(parameters.length, MAX_PARAMETERS), end = e.values.length;
  const values = new StaticArray<Value | null>(count), before = new StaticArray<Value | null>(count + 3);
  const rest = e.values.length;
  let next = 0;
  for (let i = base; i < end; i++) {
    const word = e.values.at(i);
    const at = isParameter(word) ? parameterAt(e, parameters, count, word) : -1;
    if (at >= 0) {
      const isSwitch = i + 1 >= end || isParameter(e.values.at(i + 1));
      unchecked(values[at] = isSwitch ? e.unknown : e.values.at(++i));
      continue;
    }
    while (next < count && unchecked(values[next]) !== null) next++;
    if (next < count) unchecked(values[next++] = word);
    else e.values.push(word);
  }
  const all = e.takeItems(V.List, rest);
  for (let i = 0; i < count; i++) {
    const parameter = unchecked(parameters[i]);
    if (parameter.kind != N.Param) continue;
    const given = unchecked(values[i]);
    unchecked(before[i] = shell.find(parameter.sym));
    shell.replace(parameter.sym, given !== null ? given : parameter.b !== null ? e.evaluate(parameter.b!) : input !== null && i == 0 ? input : e.unknown);
  }
  unchecked(before[count] = shell.replace(e.names.of("$args"), all));
  unchecked(before[count + 1] = shell.replace(e.names.of("$_"), input === null ? e.unknown : input));
  unchecked(before[count + 2] = shell.replace(e.names.of("$input"), input === null ? e.unknown : input));
  return before;
}

function parameterAt(e: Evaluator, parameters: Node[], count: i32, word: Value): i32 {
  for (let i = 0; i < count; i++) if (parameters[i].kind == N.Param && parameterIs(asText(word), e.names.text[parameters[i].sym], 1, 1)) return i;
  return -1;
}

function giveBack(e: Evaluator, shell: Shell, parameters: Node[], before: StaticArray<Value | null>): void {
  const count = before.length - 3;
  for (let i = 0; i < count; i++) if (parameters[i].kind == N.Param) shell.restore(parameters[i].sym, unchecked(before[i]));
  shell.restore(e.names.of("$args"), unchecked(before[count]));
  shell.restore(e.names.of("$_"), unchecked(before[count + 1]));
  shell.restore(e.names.of("$input"), unchecked(before[count + 2]));
}
