// Small questions about a line of Markdown. `p` and `to` are offsets from `source`; none looks beyond `to`.

export function lineEnd(source: usize, p: i32, to: i32): i32 {
  while (p < to && load<u8>(source + p) != 10 && load<u8>(source + p) != 13) p++;
  return p;
}

export function skipBlanks(source: usize, p: i32, to: i32): i32 {
  while (p < to && isBlank(load<u8>(source + p))) p++;
  return p;
}

export function trimmedEnd(source: usize, from: i32, to: i32): i32 {
  while (to > from && load<u8>(source + to - 1) <= 32) to--;
  return to;
}

export function isBlank(byte: i32): bool {
  return byte == 32 || byte == 9;
}

/** Length of the run of this byte. */
export function runOf(source: usize, p: i32, to: i32, byte: i32): i32 {
  let end = p;
  while (end < to && (load<u8>(source + end) as i32) == byte) end++;
  return end - p;
}

/** Level of an ATX heading, or 0. */
export function headingLevel(source: usize, p: i32, to: i32): i32 {
  const run = runOf(source, p, min(to, p + 7), 0x23);
  if (run == 0 || run > 6) return 0;
  return p + run == to || isBlank(load<u8>(source + p + run)) ? run : 0;
}

/** Only `=` or only `-`, and blanks behind: the underline of a heading. Its level, or 0. */
export function underline(source: usize, p: i32, to: i32): i32 {
  const byte = p < to ? load<u8>(source + p) as i32 : 0;
  if (byte != 0x3d && byte != 0x2d) return 0;
  const end = p + runOf(source, p, to, byte);
  return skipBlanks(source, end, to) == to ? (byte == 0x3d ? 1 : 2) : 0;
}

/** Behind the marker of a list item, or `p`. */
export function itemStart(source: usize, p: i32, to: i32): i32 {
  if (p >= to) return p;
  const byte = load<u8>(source + p) as i32;
  let end = p + 1;
  if (byte >= 48 && byte <= 57) {
    while (end < to && end - p < 9 && load<u8>(source + end) >= 48 && load<u8>(source + end) <= 57) end++;
    if (end >= to || (load<u8>(source + end) != 0x2e && load<u8>(source + end) != 0x29)) return p;
    end++;
  } else if (byte != 0x2d && byte != 0x2a && byte != 0x2b) return p;
  return end == to || isBlank(load<u8>(source + end)) ? end : p;
}

/** Length of a fence of three or more backticks or tildes, or 0. */
export function fenceRun(source: usize, p: i32, to: i32): i32 {
  const byte = p < to ? load<u8>(source + p) as i32 : 0;
  if (byte != 0x60 && byte != 0x7e) return 0;
  const run = runOf(source, p, to, byte);
  if (run < 3) return 0;
  if (byte == 0x60) for (let i = p + run; i < to; i++) if (load<u8>(source + i) == 0x60) return 0; // inline code
  return run;
}

/** Whether these ASCII letters, in lower case, stand at `p`. */
export function startsWith(source: usize, p: i32, to: i32, word: string): bool {
  if (p + word.length > to) return false;
  for (let i = 0; i < word.length; i++) {
    const byte = load<u8>(source + p + i) as i32;
    if ((byte >= 65 && byte <= 90 ? byte | 32 : byte) != word.charCodeAt(i)) return false;
  }
  return true;
}

/** Where the ASCII word first stands in from..to, or -1. */
export function indexOf(source: usize, from: i32, to: i32, word: string): i32 {
  const first = word.charCodeAt(0);
  for (let p = from; p + word.length <= to; p++) {
    const byte = load<u8>(source + p) as i32;
    if ((byte >= 65 && byte <= 90 ? byte | 32 : byte) == first && startsWith(source, p, to, word)) return p;
  }
  return -1;
}
