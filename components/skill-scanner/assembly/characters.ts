// Odd characters of a source: those that cannot be seen, turn the text around, or are written as escapes.
import { advance, firstAccept, reachedState, startState } from "./automaton";
import { highs, repeated, zeros } from "./eight-bytes";
import { Findings } from "./findings";
import { listEnd, listStart } from "./lists";
import { addSteps } from "./steps";
import { AUTOMATON_SOURCE, TEXT_EFFECTS, TEXT_EFFECTS_AT } from "./tables";

const BACKSLASH: u8 = 0x5c;

/** Looks for them in a whole source. */
export function matchSource(findings: Findings, source: usize, length: i32): void {
  matchCharacters(findings, source, startsWithMark(source, length) ? 3 : 0, length);
}

/**
 * Looks for them in from..to of the source: from each backslash, NUL or byte beyond ASCII to the line's end. All patterns begin
 * with one of these.
 */
export function matchCharacters(findings: Findings, source: usize, from: i32, to: i32): void {
  addSteps((to - from) >> 3);
  const end = source + to;
  let p = source + from;
  while (p < end) {
    if (p + 8 <= end && !hasOdd(load<u64>(p))) { p += 8; continue; }
    const lineEnd = endOfLine(p, end);
    matchLine(findings, source, firstOdd(p, lineEnd), lineEnd);
    p = lineEnd + 1;
  }
}

/** The byte order mark that editors put before everything. */
function startsWithMark(source: usize, length: i32): bool {
  return length >= 3 && load<u8>(source) == 0xef && load<u8>(source, 1) == 0xbb && load<u8>(source, 2) == 0xbf;
}

// @ts-ignore: decorator
@inline function hasOdd(bytes: u64): bool {
  return (highs(bytes) | zeros(bytes ^ repeated(BACKSLASH)) | zeros(bytes)) != 0;
}

function firstOdd(p: usize, end: usize): usize {
  for (; p < end; p++) {
    const byte = load<u8>(p);
    if (byte == BACKSLASH || byte == 0 || byte >= 0x80) return p;
  }
  return end;
}

function endOfLine(p: usize, end: usize): usize {
  while (p < end && load<u8>(p) != 10 && load<u8>(p) != 13) p++;
  return p;
}

function matchLine(findings: Findings, source: usize, from: usize, to: usize): void {
  const accepting = firstAccept(AUTOMATON_SOURCE);
  let state = startState(AUTOMATON_SOURCE);
  let p = from;
  while (p < to) {
    p = advance(AUTOMATON_SOURCE, state, p, to);
    state = reachedState();
    if (state >= accepting) accept(findings, state - accepting, (p - 1 - source) as i32);
  }
}

function accept(findings: Findings, accepted: i32, offset: i32): void {
  const end = listEnd(TEXT_EFFECTS_AT, accepted);
  for (let i = listStart(TEXT_EFFECTS_AT, accepted); i < end; i++) findings.add(load<u16>(TEXT_EFFECTS + (i << 1)) as i32, offset);
}
