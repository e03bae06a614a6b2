// Reads crontabs: the command of each line that has a time, below the key that is its first field.
import { AT, EQUALS, HASH, isBlank, LineCursor } from "./bytes-of-text";
import { D, DataNode, DataTree, Spelling } from "./tree";

const FIELDS: i32 = 5;

export function readCrontab(tree: DataTree, source: StaticArray<u8>, end: i32): void {
  const lines = new LineCursor(source, end, 0);
  const file = tree.add(tree.root, D.Map, 0);
  while (lines.advance() && !tree.isFull) schedule(tree, lines, file);
}

function schedule(tree: DataTree, lines: LineCursor, file: DataNode): void {
  const start = lines.content;
  if (start >= lines.to || lines.at(start) == HASH) return;
  const fields = lines.at(start) == AT ? 1 : FIELDS;
  let p = start;
  for (let i = 0; i < fields; i++) {
    while (p < lines.to && !isBlank(lines.at(p))) if (lines.at(p++) == EQUALS) return; // a variable
    while (p < lines.to && isBlank(lines.at(p))) p++;
  }
  if (p >= lines.to) return;
  tree.key(start, start + 1, Spelling.Plain);
  tree.text(file, p, lines.to, Spelling.Plain);
}
