import { isUtf8 } from "node:buffer";
import { declaredEncoding } from "./encoding-cookie.ts";

/** Source text, however it was stored. */
export interface Decoded {
  /** Valid UTF-8 without a byte order mark. NULs are kept. */
  readonly utf8: Uint8Array;
  /** Set when it was read as UTF-16, and a shell, which reads bytes whatever stands before them, finds words in it too. */
  readonly asBytes?: Uint8Array;
  /** Set when the text is not surely what an interpreter would read. */
  readonly doubt?: Doubt;
}

export interface Doubt {
  /** `grave`: the interpreter may well run code that is not in this text. */
  readonly weight: "slight" | "grave";
  /** A clause that follows "the file". */
  readonly what: string;
}

/**
 * Bytes of a source file -> text, in the order in which Python decides: byte order mark, then the coding cookie of PEP
 * 263, then UTF-8; and UTF-16 by its NULs, which an interpreter refuses but `exec(open(…).read())` does not. Never throws:
 * what cannot be decoded becomes U+FFFD and a doubt.
 *
 * @param isPython Whether a cookie counts: nobody else obeys it, and in some encodings a byte swallows the next.
 * @see https://peps.python.org/pep-0263/
 */
export function decodeSource(bytes: Uint8Array, isPython = true): Decoded {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return asUtf8(bytes.subarray(3));
  if (startsWith(bytes, [0xff, 0xfe, 0, 0]) || startsWith(bytes, [0, 0, 0xfe, 0xff])) return unread(bytes, "utf-32");
  if (startsWith(bytes, [0xff, 0xfe])) return decodeWide("utf-16le", bytes.subarray(2));
  if (startsWith(bytes, [0xfe, 0xff])) return decodeWide("utf-16be", bytes.subarray(2));
  const wide = wideByNuls(bytes);
  if (wide !== undefined) return decodeWide(wide, bytes);
  return isPython ? decodeDeclared(bytes) : asUtf8(bytes);
}

/** ASCII in UTF-16 has a NUL at each second byte; in text of other scripts such runs are chance. */
const RUN_OF_ASCII = /[\t\n\r\x20-\x7e]{8}/;

function decodeWide(label: "utf-16le" | "utf-16be", bytes: Uint8Array): Decoded {
  const decoded = decodeAs(label, bytes);
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
  return RUN_OF_ASCII.test(raw) ? { ...decoded, asBytes: asUtf8(bytes).utf8 } : decoded;
}

function decodeDeclared(bytes: Uint8Array): Decoded {
  const declared = declaredEncoding(bytes);
  switch (declared.kind) {
    case "utf-8":
      return asUtf8(bytes);
    case "latin-1":
      return { utf8: Buffer.from(Buffer.from(bytes).toString("latin1"), "utf8") };
    case "known":
      return decodeAs(declared.label, bytes);
    case "unknown":
      return unread(bytes, declared.name);
  }
}

function asUtf8(bytes: Uint8Array): Decoded {
  return isUtf8(bytes) ? { utf8: bytes } : replaced(bytes, "utf-8");
}

function decodeAs(label: string, bytes: Uint8Array): Decoded {
  try {
    return { utf8: encode(new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes)) };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return replaced(bytes, label);
  }
}

function replaced(bytes: Uint8Array, label: string): Decoded {
  const utf8 = encode(new TextDecoder(label, { ignoreBOM: true }).decode(bytes));
  return { utf8, doubt: { weight: "slight", what: `is not valid ${label}` } };
}

/** The ASCII in it is read nevertheless: most of these encodings keep it. */
function unread(bytes: Uint8Array, name: string): Decoded {
  const utf8 = encode(new TextDecoder("utf-8").decode(bytes));
  return { utf8, doubt: { weight: "grave", what: `is encoded as ${name}, which is not decoded` } };
}

function encode(text: string): Uint8Array {
  return Buffer.from(text, "utf8");
}

const SAMPLE_BYTES = 1024;
/** Of every two bytes of UTF-16 that is mostly ASCII, one is NUL; a stray NUL in 8-bit text is far from that. */
const MOSTLY = 0.7;
const HARDLY = 0.1;

function wideByNuls(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  const pairs = Math.floor(Math.min(bytes.length, SAMPLE_BYTES) / 2);
  if (pairs < 2) return undefined;
  const nuls = [0, 0];
  for (let at = 0; at < 2 * pairs; at++) {
    if (bytes[at] === 0) nuls[at % 2] = (nuls[at % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = nuls.map((count) => count / pairs);
  if (odd >= MOSTLY && even <= HARDLY) return "utf-16le";
  return even >= MOSTLY && odd <= HARDLY ? "utf-16be" : undefined;
}

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte);
}
