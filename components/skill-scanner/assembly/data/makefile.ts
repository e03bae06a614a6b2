// Reads Makefiles as far as they run something: recipes, and what `$(shell …)` and `!=` hand to a shell.
import { CLOSE_PARENTHESIS, DASH, DOLLAR, AT, BACKSLASH, isBlank, LineCursor, OPEN_PARENTHESIS, startsWith, TAB } from "./bytes-of-text";
import { D, DataNode, DataTree, Spelling } from "./tree";

const PLUS: i32 = 43;
/** Parentheses inside of `$(shell …)` that are counted. */
const CALL = "$(shell ";

export function readMakefile(tree: DataTree, source: StaticArray<u8>, end: i32): void {
  const lines = new LineCursor(source, end, 0);
  const file = tree.add(tree.root, D.Map, 0);
  while (lines.advance() && !tree.isFull) {
    if (lines.at(lines.from) == TAB) recipe(tree, lines, file);
    else calls(tree, lines, file);
  }
}

/** The key of a line is its tab: Makefiles have no word for it. */
function recipe(tree: DataTree, lines: LineCursor, file: DataNode): void {
  const tab = lines.from;
  let p = lines.content;
  while (isPrefix(lines.at(p))) p++;
  while (lines.to > p && lines.at(lines.to - 1) == BACKSLASH && lines.advance());
  tree.key(tab, tab + 1, Spelling.Plain);
  tree.text(file, p, max(p, lines.to), Spelling.Make);
}

function isPrefix(byte: i32): bool {
  return byte == AT || byte == DASH || byte == PLUS || isBlank(byte);
}

function calls(tree: DataTree, lines: LineCursor, file: DataNode): void {
  for (let p = lines.from; p < lines.to; p++) {
    if (lines.at(p) != DOLLAR || !startsWith(lines.source, p, lines.to, CALL)) continue;
    const from = p + CALL.length;
    p = closing(lines, from);
    tree.key(lines.from, lines.from + 1, Spelling.Plain);
    tree.text(file, from, p, Spelling.Make);
  }
}

function closing(lines: LineCursor, p: i32): i32 {
  for (let depth = 1; p < lines.to; p++) {
    if (lines.at(p) == OPEN_PARENTHESIS) depth++;
    else if (lines.at(p) == CLOSE_PARENTHESIS && --depth == 0) return p;
  }
  return p;
}
