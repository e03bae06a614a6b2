// Base64, Base32, hexadecimal and ROT13 of constants, so that what they hide is seen.
import { hexDigit } from "./code-points";
import { TextValue } from "./value";

/** The decoded bytes; `decodedLength` says how many. Null when the text is not of this form. */
export let decodedLength: i32 = 0;

/** Both alphabets; white space and padding are skipped. */
export function decodeBase64(text: TextValue): StaticArray<u8> | null {
  return decodeBits(text, 6, 0);
}

export function decodeBase32(text: TextValue): StaticArray<u8> | null {
  return decodeBits(text, 5, 1);
}

function decodeBits(text: TextValue, width: i32, alphabet: i32): StaticArray<u8> | null {
  const out = new StaticArray<u8>(text.length);
  let used = 0;
  let bits = 0;
  let word: u32 = 0;
  for (let i = 0; i < text.length; i++) {
    const byte = text.at(i);
    if (byte <= 32 || byte == 61) continue;
    const digit = alphabet == 0 ? base64Digit(byte) : base32Digit(byte);
    if (digit < 0) return null;
    word = (word << (width as u32)) | (digit as u32);
    bits += width;
    if (bits < 8) continue;
    bits -= 8;
    unchecked(out[used++] = ((word >> (bits as u32)) & 0xff) as u8);
  }
  decodedLength = used;
  return out;
}

function base64Digit(byte: i32): i32 {
  if (byte >= 65 && byte <= 90) return byte - 65;
  if (byte >= 97 && byte <= 122) return byte - 71;
  if (byte >= 48 && byte <= 57) return byte + 4;
  return byte == 43 || byte == 45 ? 62 : byte == 47 || byte == 95 ? 63 : -1;
}

function base32Digit(byte: i32): i32 {
  const letter = byte | 32;
  if (letter >= 97 && letter <= 122) return letter - 97;
  return byte >= 50 && byte <= 55 ? byte - 24 : -1;
}

export function decodeHex(text: TextValue): StaticArray<u8> | null {
  const out = new StaticArray<u8>(text.length);
  let used = 0;
  let high = -1;
  for (let i = 0; i < text.length; i++) {
    const byte = text.at(i);
    if (byte <= 32) continue;
    const digit = hexDigit(byte);
    if (digit < 0) return null;
    if (high < 0) { high = digit; continue; }
    unchecked(out[used++] = ((high << 4) | digit) as u8);
    high = -1;
  }
  decodedLength = used;
  return high < 0 ? out : null;
}

export function decodeRot13(text: TextValue): StaticArray<u8> {
  const out = new StaticArray<u8>(text.length);
  for (let i = 0; i < text.length; i++) {
    const byte = text.at(i);
    const letter = byte | 32;
    const turned = letter >= 97 && letter <= 122 ? ((letter - 97 + 13) % 26) - (letter - 97) + byte : byte;
    unchecked(out[i] = turned as u8);
  }
  decodedLength = text.length;
  return out;
}
