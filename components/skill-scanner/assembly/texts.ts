// Makes texts: slices of the source, and what folding puts together. Every byte written is charged to the scan's budget.
import { isExhausted } from "./arena";
import { Findings } from "./findings";
import { textSays } from "./lines";
import { StringMatches } from "./matcher";
import { addSteps } from "./steps";
import { ASSEMBLED_LABELS, LINE_RULE, RULE_FOLDING_LIMIT } from "./tables";
import { HOLE, TextValue, TextWriter } from "./value";

/** Longer constants stay unknown. */
export const MAX_TEXT: i32 = 1 << 20;
/** Memory is looked at whenever so many bytes were charged, as a power of two. */
const CHECK: i32 = 16;

export class Texts {
  matches: StringMatches;
  /** Of the budgets of all files. */
  charged: i64 = 0;
  private hole: StaticArray<u8> = [HOLE as u8];

  constructor(private findings: Findings, public budget: i32) {
    this.matches = new StringMatches(findings);
  }

  /** A text that lies in `bytes` as it is. `place`: see StringMatches.run; `quiet`: it has been reported before. */
  slice(bytes: StaticArray<u8>, from: i32, to: i32, place: i32, quiet: bool): TextValue {
    const text = new TextValue(bytes, from, to);
    this.matches.reset(quiet);
    const base = changetype<usize>(bytes);
    text.state = this.matches.run(this.matches.start, base + from, base + to, place, base);
    this.matches.end(text.state, place >= 0 ? place : to);
    text.labels = this.matches.labels;
    text.reported = this.matches.reported;
    this.ask(text, place >= 0 ? place : this.matches.questionAt);
    return text;
  }

  /** The same for freshly written bytes, which folding made out of another text. */
  made(bytes: StaticArray<u8>, length: i32, place: i32, from: TextValue): TextValue {
    const text = this.slice(bytes, 0, length, place, from.reported);
    text.labels |= from.labels | ASSEMBLED_LABELS;
    text.holes = from.holes;
    text.codings = from.codings;
    text.reported = text.reported || from.reported;
    text.assembled = true;
    return text;
  }

  empty(): TextValue {
    return this.slice(new StaticArray<u8>(0), 0, 0, 0, true);
  }

  /** A text of which nothing is known. */
  unknown(place: i32): TextValue {
    const text = this.slice(this.hole, 0, 1, place, true);
    text.holes = true;
    return text;
  }

  /** `left + right` as a new text, or null when it grows too long; `place` is where `right` stands in the source. */
  append(left: TextValue, right: TextValue, place: i32): TextValue | null {
    const joined = this.extend(left, right.bytes, right.from, right.length, place, right.reported);
    if (joined === null) return null;
    joined.labels |= right.labels;
    joined.holes = left.holes || right.holes;
    if (left.length > 0 && right.length > 0) {
      joined.assembled = true;
      joined.labels |= ASSEMBLED_LABELS;
    } else joined.assembled = left.assembled || right.assembled;
    joined.reported = joined.reported || right.reported;
    joined.codings = right.codings != 0 ? right.codings : left.codings;
    return joined;
  }

  appendHole(left: TextValue, place: i32): TextValue | null {
    if (left.length > 0 && left.at(left.length - 1) == HOLE) return left;
    const joined = this.extend(left, this.hole, 0, 1, place, true);
    if (joined !== null) joined.holes = true;
    return joined;
  }

  appendByte(left: TextValue, byte: i32, place: i32): TextValue | null {
    return this.appendAscii(left, byte, place, false);
  }

  /** The same without looking for patterns that are to be reported. */
  appendQuiet(left: TextValue, byte: i32): TextValue | null {
    return this.appendAscii(left, byte, 0, true);
  }

  private appendAscii(left: TextValue, byte: i32, place: i32, quiet: bool): TextValue | null {
    const bytes = new StaticArray<u8>(1);
    unchecked(bytes[0] = byte as u8);
    const joined = this.extend(left, bytes, 0, 1, place, quiet);
    if (joined !== null) joined.holes = left.holes;
    return joined;
  }

  private extend(left: TextValue, bytes: StaticArray<u8>, from: i32, length: i32, place: i32, quiet: bool): TextValue | null {
    const total = left.length + length;
    if (total > MAX_TEXT || !this.charge(length)) return null;
    const joined = this.room(left, length);
    const target = changetype<usize>(joined.bytes) + joined.to;
    memory.copy(target, changetype<usize>(bytes) + from, length);
    joined.to += length;
    joined.continues(left);
    joined.writer!.end = joined.to;
    this.matches.reset(quiet);
    joined.state = this.matches.run(left.state, target, target + length, place, 0);
    this.matches.end(joined.state, place);
    joined.labels = left.labels | this.matches.labels;
    joined.reported = left.reported || this.matches.reported;
    if (left.questions != 0 && this.charge(joined.length * (popcnt(left.questions) as i32))) this.matches.questions |= left.questions;
    if (!left.reported) this.ask(joined, place);
    return joined;
  }

  /** Patterns that are only worth a try where something pointed to them. */
  private ask(text: TextValue, place: i32): void {
    const questions = this.matches.questions;
    text.questions = questions;
    if (questions == 0) return;
    for (let left = questions; left != 0; left &= left - 1) {
      const line = ctz(left) as i32;
      if (!textSays(text, line)) continue;
      text.reported = true;
      if (!this.matches.quiet) this.findings.add(load<u16>(LINE_RULE + (line << 1)) as i32, place);
    }
  }

  /** A copy of `left` that may be written behind its end; shares its bytes when nobody has appended to them before. */
  private room(left: TextValue, length: i32): TextValue {
    const writer = left.writer;
    if (writer !== null && writer.end == left.to && left.to + length <= left.bytes.length) {
      const shared = new TextValue(left.bytes, left.from, left.to);
      shared.writer = writer;
      return shared;
    }
    const bytes = new StaticArray<u8>(max(64, (left.length + length) * 2));
    memory.copy(changetype<usize>(bytes), changetype<usize>(left.bytes) + left.from, left.length);
    this.charge(left.length);
    const copy = new TextValue(bytes, 0, left.length);
    copy.writer = new TextWriter(left.length);
    return copy;
  }

  /** Takes from the budget of folding; false, and a finding once, when it is used up. */
  charge(bytes: i32): bool {
    if (this.budget < 0) return false;
    addSteps(bytes);
    const before = this.budget;
    this.budget -= bytes + 16;
    this.charged += bytes + 16;
    if (before >> CHECK != this.budget >> CHECK && isExhausted()) this.budget = -1;
    if (this.budget < 0) this.findings.add(RULE_FOLDING_LIMIT, 0);
    return this.budget >= 0;
  }
}
