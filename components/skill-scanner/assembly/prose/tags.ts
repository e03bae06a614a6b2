// Markup inside prose: HTML tags and character references.
import { Bytes } from "../bytes";
import { ProseText } from "./text";

/** A longer tag is no tag. */
const MAX_TAG: i32 = 400;
const MAX_ENTITY: i32 = 12;

/** The code point that readEntity read. */
export let entityValue: i32 = 0;

/**
 * Reads the tag at `p`; returns where it ends, or `p` when there is none. Tags of HTML are left out; others are written
 * as `<name>`, for a model may take them seriously.
 */
export function readTag(text: ProseText, source: usize, p: i32, to: i32): i32 {
  const closing = p + 1 < to && load<u8>(source + p + 1) == 0x2f;
  const from = p + (closing ? 2 : 1);
  const nameEnd = tagNameEnd(source, from, to);
  if (nameEnd == from) return p;
  const end = tagEnd(source, nameEnd, min(to, p + MAX_TAG));
  if (end < 0) return p;
  if (isHtml(source, from, nameEnd)) { if (!isInline(source, from, nameEnd)) text.blank(p); return end; }
  text.blank(p);
  text.put(0x3c, p);
  if (closing) text.put(0x2f, p);
  for (let i = from; i < min(nameEnd, from + 64); i++) text.put(lower(load<u8>(source + i)), i);
  text.put(0x3e, p);
  text.blank(p);
  return end;
}

function tagNameEnd(source: usize, from: i32, to: i32): i32 {
  let p = from;
  for (; p < to && p - from < 64; p++) {
    const byte = load<u8>(source + p) as i32;
    const letter = byte | 32;
    const isName = (letter >= 97 && letter <= 122) || byte == 0x7c || (p > from && ((byte >= 48 && byte <= 57) || byte == 0x2d || byte == 0x5f || byte == 0x3a));
    if (!isName) break;
  }
  return p;
}

/** Behind the `>`, or -1. */
function tagEnd(source: usize, from: i32, to: i32): i32 {
  for (let p = from; p < to; p++) {
    const byte = load<u8>(source + p);
    if (byte == 0x3e) return p + 1;
    if (byte == 0x3c) return -1;
  }
  return -1;
}

// Literals between blanks, none of them joined: what is made at start-up does not survive the arena.
/** They stand within words: `<b>ig</b>nore`. */
const INLINE: string = " a abbr b big cite code del em font i ins kbd mark q s samp small span strike strong sub sup tt u var wbr ";
const BLOCKS: string = " address article aside audio blockquote body br button caption center col dd details div dl dt figcaption figure ";
const MORE_BLOCKS: string = " footer form g h1 h2 h3 h4 h5 h6 head header hr html iframe img input label li link main meta nav noscript ol ";
const TABLES: string = " option p path picture pre script section select source style summary svg table tbody td textarea tfoot th thead ";
const LAST: string = " title tr ul video ";

function isInline(source: usize, from: i32, to: i32): bool { return isListed(INLINE, source, from, to); }

function isHtml(source: usize, from: i32, to: i32): bool {
  return isInline(source, from, to) || isListed(BLOCKS, source, from, to) || isListed(MORE_BLOCKS, source, from, to)
    || isListed(TABLES, source, from, to) || isListed(LAST, source, from, to);
}

function isListed(list: string, source: usize, from: i32, to: i32): bool {
  return to - from <= 10 && new Bytes(source + from, to - from).isAny(list);
}

/** Reads `&name;`, `&#105;` or `&#x69;`; returns where it ends, or `p` when there is none. */
export function readEntity(source: usize, p: i32, to: i32): i32 {
  const limit = min(to, p + MAX_ENTITY);
  let end = p + 1;
  while (end < limit && load<u8>(source + end) != 0x3b) end++;
  if (end >= limit) return p;
  const value = load<u8>(source + p + 1) == 0x23 ? numeric(source, p + 2, end) : named(source, p + 1, end);
  if (value < 0) return p;
  entityValue = value;
  return end + 1;
}

function numeric(source: usize, from: i32, to: i32): i32 {
  const hexadecimal = from < to && lower(load<u8>(source + from)) == 120;
  let value = 0;
  const start = hexadecimal ? from + 1 : from;
  for (let i = start; i < to; i++) {
    const byte = lower(load<u8>(source + i));
    const digit = byte >= 48 && byte <= 57 ? byte - 48 : byte >= 97 && byte <= 102 && hexadecimal ? byte - 87 : -1;
    if (digit < 0 || value > 0x110000) return -1;
    value = value * (hexadecimal ? 16 : 10) + digit;
  }
  return to > start && value < 0x110000 ? value : -1;
}

function named(source: usize, from: i32, to: i32): i32 {
  const first = load<u8>(source + from) as i32;
  const last = to > from ? load<u8>(source + to - 1) as i32 : 0;
  switch (to - from) {
    case 2: return last != 116 ? -1 : first == 108 ? 0x3c : first == 103 ? 0x3e : -1; // lt gt
    case 3: return first == 97 && last == 112 ? 0x26 : -1; // amp
    case 4: return first == 113 ? 0x22 : first == 110 && last == 112 ? 32 : first == 97 && last == 115 ? 0x27 : -1; // quot nbsp apos
    default: return -1;
  }
}

function lower(byte: i32): i32 {
  return byte >= 65 && byte <= 90 ? byte | 32 : byte;
}
