// Base64 and hexadecimal in prose: what they hide is judged as hidden text.
import { Channel } from "../prose/prose";
import { addSteps } from "../steps";
import { ShownCode } from "./shown-code";

/** Shorter ones are names, hashes and keys. */
const MIN_BLOB: i32 = 24;
const MAX_BLOB: i32 = 1 << 15;

export function readBlobs(reader: ShownCode, from: i32, to: i32): void {
  const source = reader.source;
  let start = from;
  addSteps(to - from);
  for (let p = from; p <= to; p++) {
    if (p < to && isDigit(load<u8>(source + p))) continue;
    if (p - start >= MIN_BLOB) readBlob(reader, start, min(p, start + MAX_BLOB));
    start = p + 1;
  }
}

function readBlob(reader: ShownCode, from: i32, to: i32): void {
  const bytes = new StaticArray<u8>(to - from + 4);
  const base = changetype<usize>(bytes);
  let length = decodeHex(reader.source, from, to, base);
  if (!isProse(base, length)) length = decodeBase64(reader.source, from, to, base);
  if (!isProse(base, length)) return;
  reader.text.sign("encoded-text", from);
  reader.decoded(bytes, length, from);
  const text = reader.prose.scratch;
  text.reset();
  text.plain = true;
  text.pin = from;
  text.add(base, 0, length);
  text.close();
  reader.prose.judge(Channel.Hidden).begin();
  reader.prose.read(text, Channel.Hidden, false);
}

/** Text that a person or a shell could read: printable, with blanks or a slash in it. */
function isProse(bytes: usize, length: i32): bool {
  if (length < 12) return false;
  let blanks = 0, letters = 0;
  for (let i = 0; i < length; i++) {
    const byte = load<u8>(bytes + i) as i32;
    if (byte >= 0x7f || (byte < 32 && byte != 10 && byte != 13 && byte != 9)) return false;
    if (byte == 32 || byte == 10) blanks++;
    if ((byte | 32) >= 97 && (byte | 32) <= 122) letters++;
  }
  return blanks > 0 && letters * 2 > length;
}

function isDigit(byte: i32): bool {
  const letter = byte | 32;
  return (letter >= 97 && letter <= 122) || (byte >= 48 && byte <= 57) || byte == 43 || byte == 47 || byte == 61 || byte == 45 || byte == 95;
}

function decodeBase64(source: usize, from: i32, to: i32, out: usize): i32 {
  let word: u32 = 0, bits = 0, used = 0;
  for (let p = from; p < to; p++) {
    const value = base64(load<u8>(source + p));
    if (value < 0) break;
    word = (word << 6) | (value as u32);
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    store<u8>(out + used++, ((word >> (bits as u32)) & 0xff) as u8);
  }
  return used;
}

function base64(byte: i32): i32 {
  if (byte >= 65 && byte <= 90) return byte - 65;
  if (byte >= 97 && byte <= 122) return byte - 71;
  if (byte >= 48 && byte <= 57) return byte + 4;
  return byte == 43 || byte == 45 ? 62 : byte == 47 || byte == 95 ? 63 : -1;
}

/** 0 when it is not of this form. */
function decodeHex(source: usize, from: i32, to: i32, out: usize): i32 {
  if (((to - from) & 1) != 0) return 0;
  for (let p = from; p < to; p += 2) {
    const high = hex(load<u8>(source + p)), low = hex(load<u8>(source + p + 1));
    if (high < 0 || low < 0) return 0;
    store<u8>(out + ((p - from) >> 1), ((high << 4) | low) as u8);
  }
  return (to - from) >> 1;
}

function hex(byte: i32): i32 {
  const letter = byte | 32;
  return byte >= 48 && byte <= 57 ? byte - 48 : letter >= 97 && letter <= 102 ? letter - 87 : -1;
}
