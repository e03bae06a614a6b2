// Links and images: where they really lead, and what they carry away.
import { RULE_LINK_LEADS_ELSEWHERE, RULE_SCRIPT_LINK } from "../tables";
import { indexOf, startsWith } from "./lines";
import { ShownCode } from "./shown-code";

/** A link's text and its target are looked at so far. */
const MAX_TEXT: i32 = 300;
const MAX_TARGET: i32 = 2000;
/** `ID` and `PNG` are values; a place for data has a name. */
const SHORTEST_PLACEHOLDER: i32 = 4;

/** A link or image whose text ends at `p`: `](` stands there. */
export function readLink(reader: ShownCode, lineStart: i32, p: i32, to: i32): void {
  const source = reader.source;
  const target = p + 2;
  const open = opening(source, max(lineStart, p - MAX_TEXT), p);
  if (open < 0) return;
  const end = targetEnd(source, target, min(to, target + MAX_TARGET));
  if (isScript(source, target, end)) reader.findings.add(RULE_SCRIPT_LINK, p);
  if (!startsWith(source, target, end, "http")) return;
  const isImage = open > lineStart && load<u8>(source + open - 1) == 0x21;
  if (carries(source, target, end)) reader.text.sign(isImage ? "image-with-hole" : "link-with-hole", p);
  if (!isImage && leadsElsewhere(source, open + 1, p, target, end)) reader.findings.add(RULE_LINK_LEADS_ELSEWHERE, open);
}

function targetEnd(source: usize, p: i32, to: i32): i32 {
  while (p < to && load<u8>(source + p) != 0x29 && load<u8>(source + p) != 0x20) p++;
  return p;
}

/** The bracket that opens the text, or -1. */
function opening(source: usize, from: i32, p: i32): i32 {
  for (let i = p - 1; i >= from; i--) if (load<u8>(source + i) == 0x5b) return i;
  return -1;
}

function isScript(source: usize, p: i32, to: i32): bool {
  return startsWith(source, p, to, "javascript:") || startsWith(source, p, to, "vbscript:") || startsWith(source, p, to, "data:text/html")
    || startsWith(source, p, to, "data:application/") || startsWith(source, p, to, "cursor://") || startsWith(source, p, to, "vscode://") || startsWith(source, p, to, "ms-");
}

/** The query has a place for something to be put in: `?d={data}`, `?q=$SECRET`, `?x=<base64>`. */
function carries(source: usize, from: i32, to: i32): bool {
  const query = indexOf(source, from, to, "?");
  if (query < 0) return false;
  for (let p = query + 1; p + 1 < to; p++) {
    if (load<u8>(source + p - 1) != 0x3d) continue;
    const byte = load<u8>(source + p) as i32;
    if (byte == 0x7b || byte == 0x24 || byte == 0x3c || byte == 0x5b || startsWith(source, p, to, "%7b") || isPlaceholder(source, p, to)) return true;
  }
  return false;
}

/** `CONTEXT`, `USER_DATA`: a word in capitals, and nothing else. */
function isPlaceholder(source: usize, p: i32, to: i32): bool {
  const from = p;
  while (p < to && (isCapital(load<u8>(source + p)) || (p > from && load<u8>(source + p) == 0x5f))) p++;
  return p - from >= SHORTEST_PLACEHOLDER && (p == to || load<u8>(source + p) == 0x26 || load<u8>(source + p) == 0x29);
}

function isCapital(byte: i32): bool { return byte >= 0x41 && byte <= 0x5a; }

/** The text is the address of one host, and the target that of another. */
function leadsElsewhere(source: usize, from: i32, to: i32, target: i32, end: i32): bool {
  const shown = hostStart(source, from, to);
  if (shown < 0) return false;
  const real = hostStart(source, target, end);
  const shownEnd = hostEnd(source, shown, to), realEnd = hostEnd(source, real, end);
  return !isWithin(source, shown, shownEnd, real, realEnd) && !isWithin(source, real, realEnd, shown, shownEnd);
}

/** Behind `https://` and `www.`; -1 when it begins otherwise. */
function hostStart(source: usize, from: i32, to: i32): i32 {
  if (!startsWith(source, from, to, "http")) return -1;
  const slashes = indexOf(source, from, min(to, from + 9), "://");
  if (slashes < 0) return -1;
  return startsWith(source, slashes + 3, to, "www.") ? slashes + 7 : slashes + 3;
}

function hostEnd(source: usize, p: i32, to: i32): i32 {
  while (p < to) {
    const byte = load<u8>(source + p) as i32;
    if (byte == 0x2f || byte == 0x3a || byte == 0x3f || byte == 0x23 || byte <= 32 || byte == 0x2e && p + 1 == to) break;
    p++;
  }
  return p;
}

/** The first host is the second, or a part of its domain. */
function isWithin(source: usize, a: i32, aEnd: i32, b: i32, bEnd: i32): bool {
  const shift = (bEnd - b) - (aEnd - a);
  if (shift < 0) return false;
  for (let i = 0; i < aEnd - a; i++) if ((load<u8>(source + a + i) | 32) != (load<u8>(source + b + shift + i) | 32)) return false;
  return shift == 0 || load<u8>(source + b + shift - 1) == 0x2e;
}
