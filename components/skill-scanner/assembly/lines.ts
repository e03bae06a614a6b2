// Command lines: patterns with gaps, each an automaton of its own, matched only where a rule asks for them.
import { advance, endState, firstAccept, reachedState, startState } from "./automaton";
import { Evaluator } from "./evaluator";
import { appendValue } from "./fold";
import { AUTOMATON_LINES, LINE_COUNT } from "./tables";
import { asItems, asText, TextValue, V, Value } from "./value";

/** Which of the patterns a text matches, as bits; of a list its words with blanks between them. */
export function linesOf(e: Evaluator, value: Value): i32 {
  if (value.kind == V.List) return ofWords(e, asItems(value).items);
  if (value.kind == V.Choice) return ofAny(e, asItems(value).items);
  return value.kind == V.Text ? linesOfText(asText(value)) : 0;
}

function ofAny(e: Evaluator, items: StaticArray<Value>): i32 {
  let bits = 0;
  for (let i = 0; i < items.length; i++) bits |= linesOf(e, unchecked(items[i]));
  return bits;
}

function ofWords(e: Evaluator, words: StaticArray<Value>): i32 {
  let line: TextValue | null = e.texts.empty();
  for (let i = 0; i < words.length && line !== null; i++) {
    if (i > 0) line = e.texts.appendQuiet(line, 32);
    if (line !== null) line = appendValue(e, line, unchecked(words[i]), -1);
  }
  return line === null ? 0 : linesOfText(line);
}

/** Which of the patterns a text matches; worked out once for each text. */
export function linesOfText(text: TextValue): i32 {
  if (text.lines >= 0) return text.lines;
  let bits = 0;
  for (let line = 0; line < LINE_COUNT; line++) if (isMatch(line, text)) bits |= 1 << line;
  text.lines = bits;
  return bits;
}

function isMatch(line: i32, text: TextValue): bool {
  const automaton = AUTOMATON_LINES + line;
  const base = changetype<usize>(text.bytes);
  advance(automaton, startState(automaton), base + text.from, base + text.to);
  const accept = firstAccept(automaton);
  return reachedState() >= accept || endState(automaton, reachedState()) >= accept;
}
