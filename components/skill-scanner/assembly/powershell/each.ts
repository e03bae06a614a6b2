// `… | ForEach-Object { … }`, `… | Where-Object { … }`
import { N, Node } from "../ast";
import { mayRepeat } from "../commands/routines";
import { Evaluator, labelsOf } from "../evaluator";
import { asItems, V, Value } from "../value";
import { property } from "./members";
import { walkBlock } from "./functions";
import { each, together } from "./statements";

/** Items that a block is walked for one by one. */
const MAX_ROUNDS: i32 = 4096;
/** What a round costs of the folding budget before it is walked. */
const ROUND: i32 = 64;

export function eachOf(e: Evaluator, words: Node[], input: Value | null): Value {
  const given = input === null ? e.unknown : input;
  let output: Value | null = null;
  for (let i = 0; i < words.length; i++) {
    const word = unchecked(words[i]);
    if (word.kind == N.Lambda) {
      const made = rounds(e, word, given);
      output = output === null ? made : together(e, output, made);
    } else if (word.kind != N.Keyword) e.evaluate(word);
  }
  if (output !== null) return output;
  return words.length > 0 && words[0].kind == N.Str ? e.labelled(labelsOf(given)) : given; // of a member
}

function rounds(e: Evaluator, script: Node, given: Value): Value {
  const shell = e.shell!;
  const outer = shell.output, was = shell.isCapturing, input = shell.input;
  const symbol = e.names.of("$_"), before = shell.find(symbol);
  shell.output = null;
  shell.isCapturing = true;
  shell.input = null;
  const items = given.kind == V.List ? asItems(given).items : null;
  const count = items === null ? 1 : min(items.length, MAX_ROUNDS);
  let cost = ROUND;
  for (let i = 0; i < count; i++) {
    if (i > 0 && !mayRepeat(e, cost)) break;
    const visits = e.world.visits;
    shell.replace(symbol, items === null ? given : unchecked(items[i]));
    each(e, script.b!.list!);
    cost = ROUND + (e.world.visits - visits) * 16;
  }
  shell.restore(symbol, before);
  const output = shell.output;
  shell.output = outer;
  shell.isCapturing = was;
  shell.input = input;
  return output === null ? e.unknown : output;
}

/** What is left of it may be all of it. */
export function filteredBy(e: Evaluator, words: Node[], input: Value | null): Value {
  const given = input === null ? e.unknown : input;
  const symbol = e.names.of("$_"), before = e.shell!.replace(symbol, given);
  for (let i = 0; i < words.length; i++) {
    const word = unchecked(words[i]);
    if (word.kind == N.Lambda) walkBlock(e, word);
    else if (word.kind != N.Keyword) e.evaluate(word);
  }
  e.shell!.restore(symbol, before);
  return given;
}
