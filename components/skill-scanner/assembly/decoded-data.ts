// What decoders of the standard libraries make of a known text.
import { Coding, withCoding } from "./codings";
import { decodeBase32, decodeBase64, decodedLength, decodeHex } from "./decode";
import { decode85, decodedTextLength, unquote } from "./decode-text";
import { Evaluator } from "./evaluator";
import { inflate, inflatedLength } from "./inflate";
import { Intrinsic } from "./tables";
import { asText, TextValue, V, Value } from "./value";

export function decoded(e: Evaluator, value: Value, kind: i32, labels: u64, place: i32): Value | null {
  if (value.kind != V.Text || asText(value).holes || !e.texts.charge(asText(value).length)) return null;
  const text = asText(value);
  const bytes = decodedBytes(text, kind);
  if (bytes === null || !e.texts.charge(madeLength)) return null;
  const made = e.texts.made(bytes, madeLength, place, text);
  made.labels |= labels;
  made.codings = withCoding(text.codings, codingOf(kind));
  made.isBytes = kind != Intrinsic.unquote;
  return made;
}

function codingOf(kind: i32): Coding {
  switch (kind) {
    case Intrinsic.inflate: return Coding.Compressed;
    case Intrinsic.ascii85: case Intrinsic.base85: return Coding.Base85;
    case Intrinsic.unquote: return Coding.UrlQuoted;
    case Intrinsic.base64: return Coding.Base64;
    case Intrinsic.base32: return Coding.Base32;
    default: return Coding.Hexadecimal;
  }
}

/** Length of what `decodedBytes` returned. */
let madeLength: i32 = 0;

function decodedBytes(text: TextValue, kind: i32): StaticArray<u8> | null {
  let bytes: StaticArray<u8> | null;
  switch (kind) {
    case Intrinsic.inflate: bytes = inflate(text); madeLength = inflatedLength; return bytes;
    case Intrinsic.ascii85: case Intrinsic.base85: bytes = decode85(text, kind == Intrinsic.ascii85); madeLength = decodedTextLength; return bytes;
    case Intrinsic.unquote: bytes = unquote(text); madeLength = decodedTextLength; return bytes;
    case Intrinsic.base64: bytes = decodeBase64(text); break;
    case Intrinsic.base32: bytes = decodeBase32(text); break;
    default: bytes = decodeHex(text);
  }
  madeLength = decodedLength;
  return bytes;
}
