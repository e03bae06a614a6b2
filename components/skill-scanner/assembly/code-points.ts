// Digits and code points, as escapes spell them.

export function hexDigit(byte: i32): i32 {
  if (byte >= 48 && byte <= 57) return byte - 48;
  const letter = byte | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}

/** Writes a code point as UTF-8 and returns its length, at most 4; what is no code point becomes `?`. */
export function putUtf8(out: StaticArray<u8>, at: i32, point: i32): i32 {
  if (point < 0 || point > 0x10ffff) point = 63;
  if (point < 0x80) { unchecked(out[at] = point as u8); return 1; }
  if (point < 0x800) {
    unchecked(out[at] = (0xc0 | (point >> 6)) as u8);
    unchecked(out[at + 1] = (0x80 | (point & 63)) as u8);
    return 2;
  }
  if (point < 0x10000) {
    unchecked(out[at] = (0xe0 | (point >> 12)) as u8);
    unchecked(out[at + 1] = (0x80 | ((point >> 6) & 63)) as u8);
    unchecked(out[at + 2] = (0x80 | (point & 63)) as u8);
    return 3;
  }
  unchecked(out[at] = (0xf0 | (point >> 18)) as u8);
  unchecked(out[at + 1] = (0x80 | ((point >> 12) & 63)) as u8);
  unchecked(out[at + 2] = (0x80 | ((point >> 6) & 63)) as u8);
  unchecked(out[at + 3] = (0x80 | (point & 63)) as u8);
  return 4;
}
