/** What the coding cookie of a Python file asks for. */
export type DeclaredEncoding =
  | { readonly kind: "utf-8" }
  /** ISO 8859-1 proper, where every byte is its own code point; the WHATWG label of that name means windows-1252. */
  | { readonly kind: "latin-1" }
  /** A label of the WHATWG Encoding Standard, which decodes as Python's codec does. */
  | { readonly kind: "known"; readonly label: string }
  /** Not decoded here: `utf-7` and `unicode_escape` among it, in which code can look like a comment. */
  | { readonly kind: "unknown"; readonly name: string };

/** Python's own pattern, for one line. */
const COOKIE = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/;
const BLANK_OR_COMMENT = /^[ \t\f]*(?:#.*)?$/;

// Python's aliases, with `_` read as `-` and an editor's suffix (`utf-8-unix`) allowed, as CPython's tokenizer does.
const UTF_8 = /^(?:utf-?8(?:-.*)?|u8|utf|cp65001|ascii|us-ascii)$/;
const LATIN_1 = /^(?:latin-?1|l1|iso-?8859-1|iso-latin-1)(?:-(?:unix|dos|mac))?$/;
const WINDOWS = /^(?:windows|cp)-?(125[0-8])$/;
const ISO_8859 = /^iso-?8859-(\d{1,2})$/;
const OTHERS: Readonly<Record<string, string>> = {
  "koi8-r": "koi8-r",
  "koi8-u": "koi8-u",
  gbk: "gbk",
  cp936: "gbk",
  gb18030: "gb18030",
  big5: "big5",
  "euc-jp": "euc-jp",
  "euc-kr": "euc-kr",
  "shift-jis": "shift_jis",
  cp932: "shift_jis",
};

/** Reads the first two lines as Python does: https://peps.python.org/pep-0263/ */
export function declaredEncoding(bytes: Uint8Array): DeclaredEncoding {
  const [first = "", second = ""] = firstLines(bytes);
  const name = COOKIE.exec(first)?.[1] ?? (BLANK_OR_COMMENT.test(first) ? COOKIE.exec(second)?.[1] : undefined);
  return name === undefined ? { kind: "utf-8" } : classify(name);
}

function firstLines(bytes: Uint8Array): string[] {
  const first = lineEnd(bytes, 0);
  const second = lineEnd(bytes, first + (bytes[first] === CR && bytes[first + 1] === LF ? 2 : 1));
  return Buffer.from(bytes.buffer, bytes.byteOffset, second)
    .toString("latin1")
    .split(/\r\n|\r|\n/, 2);
}

const LF = 10;
const CR = 13;

function lineEnd(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== LF && bytes[at] !== CR) at++;
  return Math.min(at, bytes.length);
}

function classify(name: string): DeclaredEncoding {
  const normal = name.toLowerCase().replaceAll("_", "-");
  if (UTF_8.test(normal)) return { kind: "utf-8" };
  if (LATIN_1.test(normal)) return { kind: "latin-1" };
  const label = labelOf(normal);
  return label === undefined ? { kind: "unknown", name } : { kind: "known", label };
}

function labelOf(normal: string): string | undefined {
  const windows = WINDOWS.exec(normal)?.[1];
  if (windows !== undefined) return `windows-${windows}`;
  const part = Number(ISO_8859.exec(normal)?.[1]);
  if (part >= 2 && part <= 16 && part !== 9 && part !== 11 && part !== 12) return `iso-8859-${part}`;
  return Object.hasOwn(OTHERS, normal) ? OTHERS[normal] : undefined;
}
