// Reads Dockerfiles: each instruction is a key with what follows it, over the lines that a backslash joins.
import { Bytes } from "../bytes";
import { BACKSLASH, DASH, HASH, isBlank, isLetter, isSpace, LESS, LineCursor, OPEN_BRACKET, startsWith } from "./bytes-of-text";
import { readFlowAt } from "./flow";
import { D, DataNode, DataTree, Spelling } from "./tree";

const BACKTICK: i32 = 96;

export function readDockerfile(tree: DataTree, source: StaticArray<u8>, end: i32): void {
  const lines = new LineCursor(source, end, 0);
  const file = tree.add(tree.root, D.Map, 0);
  while (lines.advance() && !tree.isFull) instruction(tree, lines, file);
}

function instruction(tree: DataTree, lines: LineCursor, file: DataNode): void {
  const key = lines.content;
  if (key == lines.to || lines.at(key) == HASH) return;
  let p = key;
  while (p < lines.to && isLetter(lines.at(p))) p++;
  tree.key(key, p, Spelling.Plain);
  p = skipFlags(lines, p);
  if (lines.at(p) == OPEN_BRACKET) {
    lines.skipTo(readFlowAt(tree, lines.source, p, lines.end, file));
    return;
  }
  const text = tree.text(file, p, lines.to, Spelling.Plain);
  joinLines(lines);
  readHeredocs(lines, p);
  text.to = lines.to;
  if (new Bytes(changetype<usize>(lines.source) + key, 5).isAny(" label ")) readLabels(tree, lines.source, p, lines.to, file);
}

/** `name="value"` pairs, which say to people and programs what the image is. */
function readLabels(tree: DataTree, source: StaticArray<u8>, from: i32, to: i32, file: DataNode): void {
  let p = from;
  while (p < to) {
    while (p < to && !isLetter(source[p])) p++;
    const name = p;
    while (p < to && source[p] != EQUALS && !isSpace(source[p])) p++;
    if (p >= to || source[p] != EQUALS) continue;
    const nameEnd = p++;
    const quote = p < to && (source[p] == 34 || source[p] == 39) ? (source[p++] as i32) : 0;
    const value = p;
    while (p < to && (quote != 0 ? (source[p] as i32) != quote : !isSpace(source[p]))) p++;
    tree.key(name, nameEnd, Spelling.Plain);
    tree.text(file, value, p, Spelling.Plain);
    p++;
  }
}

const EQUALS: i32 = 61;

/** `--mount=type=cache,target=/root` before the command. */
function skipFlags(lines: LineCursor, p: i32): i32 {
  p = skipBlanks(lines, p);
  while (lines.at(p) == DASH && lines.at(p + 1) == DASH) {
    while (p < lines.to && !isBlank(lines.at(p))) p++;
    p = skipBlanks(lines, p);
  }
  return p;
}

function skipBlanks(lines: LineCursor, p: i32): i32 {
  while (p < lines.to && isBlank(lines.at(p))) p++;
  return p;
}

/** Comments between joined lines belong to them. */
function joinLines(lines: LineCursor): void {
  while (goesOn(lines) && lines.advance());
}

function goesOn(lines: LineCursor): bool {
  const end = lines.trimmedEnd;
  if (lines.content == lines.to || lines.at(lines.content) == HASH) return true;
  return end > lines.from && (lines.at(end - 1) == BACKSLASH || lines.at(end - 1) == BACKTICK);
}

/** `RUN <<EOF` takes the lines up to `EOF`. */
function readHeredocs(lines: LineCursor, from: i32): void {
  let p = from;
  while (p < lines.to && !(lines.at(p) == LESS && lines.at(p + 1) == LESS)) p++;
  p += 2;
  while (p < lines.to && !isLetter(lines.at(p)) && !isSpace(lines.at(p))) p++;
  let end = p;
  while (end < lines.to && isLetter(lines.at(end))) end++;
  if (end == p || p >= lines.to) return;
  const word = String.UTF8.decodeUnsafe(changetype<usize>(lines.source) + p, end - p);
  while (lines.advance()) {
    const content = lines.content;
    if (lines.trimmedEnd - content == word.length && startsWith(lines.source, content, lines.to, word)) return;
  }
}
