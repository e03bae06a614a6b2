// Python compares identifiers in Unicode's NFKC form: `ｏｓ` is `os`, `ﬁnd` is `find`. The table is made by
// build/nfkc-table.ts.
import { ASCII_FORMS, UNSTABLE } from "./nfkc-table";

/** What folding found out about an identifier. */
export class Folded {
  /** Some character stood for ASCII ones. */
  disguised: bool = false;
  /** Its normal form may be another: a character changes into non-ASCII ones, or joins or swaps with its neighbour. */
  unnormalised: bool = false;
}

const CODE_POINT: u32 = 0x1fffff, MAX_RUN: u32 = 0x3ff;
/** ASCII characters that one character may stand for. */
const MAX_FORM: i32 = 4;

/** The identifier with every character that NFKC turns into ASCII replaced by that. */
export function foldIdentifier(s: string, folded: Folded): string {
  const out = new StaticArray<u16>(s.length * MAX_FORM);
  let n = 0, afterMark = false;
  for (let i = 0; i < s.length; i++) {
    const c = s.codePointAt(i);
    const form = c < 0x80 ? 0 : asciiForm(c);
    if (form != 0) {
      folded.disguised = true;
      for (let rest = form; rest != 0; rest >>= 8) unchecked(out[n++] = (rest & 0xff) as u16);
      if (c > 0xffff) i++;
      continue;
    }
    unchecked(out[n++] = s.charCodeAt(i) as u16);
    if (c > 0xffff) unchecked(out[n++] = s.charCodeAt(++i) as u16);
    const unstable = c < 0x80 ? Unstable.NO : unstableClass(c);
    if (unstable == Unstable.ALONE || (unstable == Unstable.AFTER_MARK && afterMark)) folded.unnormalised = true;
    afterMark = unstable == Unstable.AFTER_MARK;
  }
  return String.UTF16.decodeUnsafe(changetype<usize>(out), n << 1);
}

/**
 * A run is `first code point | length << 21`; in ASCII_FORMS the first one's form follows, packed. Single letters count
 * up along the run.
 */
function asciiForm(c: u32): u32 {
  const at = runOf(ASCII_FORMS, c, 2);
  if (at < 0) return 0;
  const form = unchecked(ASCII_FORMS[at + 1]);
  return form < 0x80 ? form + c - (unchecked(ASCII_FORMS[at]) & CODE_POINT) : form;
}

/**
 * How NFKC may change what a character stands in. AFTER_MARK: only next to another combining mark, which it may swap
 * places with.
 */
const enum Unstable { NO, ALONE, AFTER_MARK }

/** A run in UNSTABLE has its class in the highest bit. */
function unstableClass(c: u32): i32 {
  const at = runOf(UNSTABLE, c, 1);
  if (at < 0) return Unstable.NO;
  return unchecked(UNSTABLE[at]) >> 31 ? Unstable.AFTER_MARK : Unstable.ALONE;
}

/** Index of the run that holds c, in a table of entries of `stride` words sorted by code point; -1 if none. */
function runOf(table: StaticArray<u32>, c: u32, stride: i32): i32 {
  let low = 0, high = table.length / stride;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((unchecked(table[middle * stride]) & CODE_POINT) <= c) low = middle + 1;
    else high = middle;
  }
  const at = (low - 1) * stride;
  if (at < 0) return -1;
  const run = unchecked(table[at]);
  return c - (run & CODE_POINT) < ((run >> 21) & MAX_RUN) ? at : -1;
}
