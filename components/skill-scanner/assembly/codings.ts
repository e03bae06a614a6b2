// How a text was decoded, for people: what lies under what.

/** One way to write a text so that it cannot be read. */
export const enum Coding { None, Base64, Base32, Hexadecimal, Base85, Compressed, Rot13, UrlQuoted, CharacterCodes, Reversed }

const BITS: i32 = 4;

/** The innermost one in the lowest bits; at most eight are remembered. */
export function withCoding(codings: i32, coding: Coding): i32 {
  return (codings & 15) == (coding as i32) ? codings : (codings << BITS) | (coding as i32);
}

/** `base64, zlib, executed text`, the outermost first. */
export function layerOf(codings: i32, text: string): string {
  let layer = text;
  for (let left = codings as u32; left != 0; left >>= BITS) layer = nameOf((left & 15) as i32) + ", " + layer;
  return layer;
}

function nameOf(coding: i32): string {
  switch (coding) {
    case Coding.Base64: return "base64";
    case Coding.Base32: return "base32";
    case Coding.Hexadecimal: return "hexadecimal";
    case Coding.Base85: return "base85";
    case Coding.Compressed: return "compressed";
    case Coding.Rot13: return "rot13";
    case Coding.UrlQuoted: return "percent signs";
    case Coding.CharacterCodes: return "character codes";
    default: return "reversed";
  }
}
