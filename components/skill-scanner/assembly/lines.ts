// Command lines: patterns with gaps, each an automaton of its own, matched only where a rule asks for them.
import { advance, endState, firstAccept, reachedState, startState } from "./automaton";
import { Evaluator } from "./evaluator";
import { appendValue } from "./fold";
import { addSteps } from "./steps";
import { AUTOMATON_LINES, RULE_NOT_READ } from "./tables";
import { asItems, asText, TextValue, V, Value } from "./value";

/** Answers that a text remembers, by the number of the pattern. */
const REMEMBERED: i32 = 64;

/** Whether a text matches this pattern; for a list or the keys of a dict, its words with blanks between them. */
export function saysLine(e: Evaluator, value: Value, line: i32): bool {
  if (value.kind == V.List) return ofWords(e, asItems(value).items, line);
  if (value.kind == V.Dict) return ofWords(e, keysOf(asItems(value).items), line);
  if (value.kind == V.Choice) return ofAny(e, asItems(value).items, line);
  return value.kind == V.Text && mayAsk(e, asText(value), line) && textSays(asText(value), line);
}

/** Shorter texts cost no more than the call that asks. */
const SHORT: i32 = 64;

/** One long text in many calls would be read once for each of them. */
function mayAsk(e: Evaluator, text: TextValue, line: i32): bool {
  if (text.length <= SHORT || isAnswered(text, line) || e.world.mayRead(text.length)) return true;
  e.findings.add(RULE_NOT_READ, e.at);
  return false;
}

function isAnswered(text: TextValue, line: i32): bool {
  return line < REMEMBERED && (text.asked >> (line as u64) & 1) != 0;
}

function keysOf(entries: StaticArray<Value>): StaticArray<Value> {
  const keys = new StaticArray<Value>(entries.length >> 1);
  for (let i = 0; i < keys.length; i++) unchecked(keys[i] = unchecked(entries[2 * i]));
  return keys;
}

function ofAny(e: Evaluator, items: StaticArray<Value>, line: i32): bool {
  for (let i = 0; i < items.length; i++) if (saysLine(e, unchecked(items[i]), line)) return true;
  return false;
}

function ofWords(e: Evaluator, words: StaticArray<Value>, line: i32): bool {
  let text: TextValue | null = e.texts.empty();
  for (let i = 0; i < words.length && text !== null; i++) {
    if (i > 0) text = e.texts.appendQuiet(text, 32);
    if (text !== null) text = appendValue(e, text, unchecked(words[i]), -1);
  }
  return text !== null && textSays(text, line);
}

/** Worked out once for each text, for the patterns that come first. */
export function textSays(text: TextValue, line: i32): bool {
  if (line >= REMEMBERED) return isMatch(line, text);
  const bit = (1 as u64) << (line as u64);
  if (!(text.asked & bit)) {
    text.asked |= bit;
    if (isMatch(line, text)) text.answers |= bit;
  }
  return (text.answers & bit) != 0;
}

function isMatch(line: i32, text: TextValue): bool {
  const base = changetype<usize>(text.bytes);
  return bytesSay(base + text.from, base + text.to, line);
}

/** The same for any bytes. */
export function bytesSay(from: usize, to: usize, line: i32): bool {
  addSteps((to - from) as i32 >> 3);
  const automaton = AUTOMATON_LINES + line;
  advance(automaton, startState(automaton), from, to);
  const accept = firstAccept(automaton);
  return reachedState() >= accept || endState(automaton, reachedState()) >= accept;
}
