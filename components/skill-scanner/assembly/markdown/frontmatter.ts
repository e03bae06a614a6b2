// The block of metadata at the beginning. Its description is what a model reads of a skill before anything else.
import { Channel } from "../prose/prose";
import { readBlobs } from "./blobs";
import { indexOf, lineEnd, skipBlanks, startsWith, trimmedEnd } from "./lines";
import { MarkdownReader } from "./reader";

const MAX_LINES: i32 = 400;
/** Lines of comments that may stand before it. */
const MAX_BEFORE: i32 = 12;

/** Behind the closing `---`, or `from` when there is no frontmatter. */
export function frontmatterEnd(source: usize, from: i32, to: i32): i32 {
  let p = opening(source, from, to);
  if (p < 0) return from;
  for (let i = 0; i < MAX_LINES && p < to; i++) {
    const end = lineEnd(source, p, to);
    if (isDashes(source, p, end)) return min(to, end + 1);
    p = end + 1;
  }
  return from;
}

/** Behind the line that opens it, or -1. Comments and empty lines may stand before. */
function opening(source: usize, from: i32, to: i32): i32 {
  let p = from;
  if (startsWith(source, p, to, "\u00ef\u00bb\u00bf")) p += 3;
  for (let i = 0; i < MAX_BEFORE && p < to; i++) {
    const end = lineEnd(source, p, to);
    if (isDashes(source, p, end)) return end + 1;
    const first = skipBlanks(source, p, end);
    if (first < end && !startsWith(source, first, end, "<!--")) return -1;
    p = end + 1;
  }
  return -1;
}

function isDashes(source: usize, p: i32, to: i32): bool {
  return startsWith(source, p, to, "---") && trimmedEnd(source, p, to) == p + 3;
}

/** Reads every value as prose, comments as hidden. */
export function readFrontmatter(reader: MarkdownReader, from: i32, to: i32): void {
  const source = reader.source;
  reader.text.plain = true;
  for (let p = from; p < to; ) {
    const end = lineEnd(source, p, to);
    readLine(reader, p, end);
    p = end + 1;
  }
  endValue(reader);
  if (indexOf(source, from, to, "\nhooks:") >= 0) reader.frontmatter(from, to);
  reader.text.plain = false;
  reader.setTopic();
}

function readLine(reader: MarkdownReader, from: i32, to: i32): void {
  const source = reader.source;
  const p = skipBlanks(source, from, to);
  if (p >= to || isDashes(source, from, to)) return;
  if (load<u8>(source + p) == 0x23 || startsWith(source, p, to, "<!--")) {
    reader.hidden.add(source, p, to);
    reader.endHidden();
    return;
  }
  const colon = indexOf(source, p, min(to, p + 64), ":");
  const isKey = colon > p && (colon + 1 >= to || load<u8>(source + colon + 1) <= 32) && indexOf(source, p, colon, " ") < 0;
  if (isKey) endValue(reader);
  const value = isKey ? colon + 1 : p;
  readBlobs(reader, value, to);
  reader.text.add(source, value, to);
}

/** One value is one text. */
function endValue(reader: MarkdownReader): void {
  const text = reader.text;
  if (text.length == 0) return;
  text.close();
  reader.prose.read(text, Channel.Visible, false);
  if (reader.prose.sawTopic) reader.aboutAttacks = true;
  text.reset();
}
