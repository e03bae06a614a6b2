// Ascii85, Base85 and URL quoting of constants.
import { hexDigit } from "./code-points";
import { TextValue } from "./value";

/** Length of what the last of these functions returned. */
export let decodedTextLength: i32 = 0;

const ALPHABET: usize = memory.data<u8>([
  48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 65, 66, 67, 68, 69, 70, 71, 72, 73, 74, 75, 76, 77, 78, 79, 80, 81, 82, 83, 84, 85, 86, 87, 88, 89, 90,
  97, 98, 99, 100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111, 112, 113, 114, 115, 116, 117, 118, 119, 120, 121, 122,
  33, 35, 36, 37, 38, 40, 41, 42, 43, 45, 59, 60, 61, 62, 63, 64, 94, 95, 96, 123, 124, 125, 126,
]);
const DIGITS: i32 = 85;

/** Null when the text is not of this form. */
export function decode85(text: TextValue, isAscii85: bool): StaticArray<u8> | null {
  const out = new StaticArray<u8>(text.length * 4 + 4);
  let used = 0;
  let word: u64 = 0;
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const byte = text.at(i);
    if (byte <= 32 || (isAscii85 && (byte == 60 || byte == 126 || byte == 62) && (i < 2 || i + 2 >= text.length) && isFrame(text, i))) continue;
    if (isAscii85 && byte == 122 && count == 0) { used = put(out, used, 0, 4); continue; }
    const digit = isAscii85 ? byte - 33 : digitOf(byte);
    if (digit < 0 || digit >= DIGITS) return null;
    word = word * DIGITS + digit;
    if (++count < 5) continue;
    if (word > 0xffffffff) return null;
    used = put(out, used, word as u32, 4);
    word = count = 0;
  }
  if (count > 0) {
    for (let i = count; i < 5; i++) word = word * DIGITS + (DIGITS - 1);
    used = put(out, used, word as u32, count - 1);
  }
  decodedTextLength = used;
  return out;
}

/** `<~` and `~>` around the text. */
function isFrame(text: TextValue, i: i32): bool {
  const byte = text.at(i);
  if (i < 2) return text.length > 1 && text.at(0) == 60 && text.at(1) == 126;
  return (byte == 126 || byte == 62) && text.at(text.length - 1) == 62 && text.at(text.length - 2) == 126;
}

function digitOf(byte: i32): i32 {
  for (let i = 0; i < DIGITS; i++) if ((load<u8>(ALPHABET + i) as i32) == byte) return i;
  return -1;
}

function put(out: StaticArray<u8>, at: i32, word: u32, count: i32): i32 {
  for (let i = 0; i < count; i++) unchecked(out[at + i] = (word >> ((24 - 8 * i) as u32)) as u8);
  return at + count;
}

/** `%41` becomes `A`. */
export function unquote(text: TextValue): StaticArray<u8> {
  const out = new StaticArray<u8>(text.length);
  let used = 0;
  for (let i = 0; i < text.length; i++) {
    const high = text.at(i) == 37 && i + 2 < text.length ? hexDigit(text.at(i + 1)) : -1;
    const low = high >= 0 ? hexDigit(text.at(i + 2)) : -1;
    unchecked(out[used++] = (low >= 0 ? (high << 4) | low : text.at(i)) as u8);
    if (low >= 0) i += 2;
  }
  decodedTextLength = used;
  return out;
}
