// Reads pip's lists of requirements: names, addresses, options.
import { DASH, EQUALS, HASH, isBlank, LineCursor, trimEnd } from "./bytes-of-text";
import { D, DataNode, DataTree, Spelling } from "./tree";

export function readRequirements(tree: DataTree, source: StaticArray<u8>, end: i32): void {
  const lines = new LineCursor(source, end, 0);
  const file = tree.add(tree.root, D.Map, 0);
  while (lines.advance() && !tree.isFull) requirement(tree, lines, file);
}

function requirement(tree: DataTree, lines: LineCursor, file: DataNode): void {
  const p = lines.content;
  const end = commentStart(lines, p);
  if (p >= end) return;
  if (lines.at(p) == DASH) option(tree, lines, file, p, end);
  else tree.text(file, p, end, Spelling.Plain);
}

/** `--index-url=ADDRESS`, `-i ADDRESS`: the key is the option with its dashes. */
function option(tree: DataTree, lines: LineCursor, file: DataNode, p: i32, end: i32): void {
  let to = p;
  while (to < end && lines.at(to) != EQUALS && !isBlank(lines.at(to))) to++;
  tree.key(p, to, Spelling.Plain);
  let value = to;
  while (value < end && (lines.at(value) == EQUALS || isBlank(lines.at(value)))) value++;
  tree.text(file, value, end, Spelling.Plain);
}

/** A `#` after a blank; the one in `…#egg=name` is part of the address. */
function commentStart(lines: LineCursor, p: i32): i32 {
  let end = p;
  while (end < lines.to && !(lines.at(end) == HASH && (end == lines.from || isBlank(lines.at(end - 1))))) end++;
  return trimEnd(lines.source, p, end);
}
