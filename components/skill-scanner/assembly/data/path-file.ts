// Reads the .pth files of Python's site folders: every start of the interpreter executes the lines that begin with `import`.
// https://docs.python.org/3/library/site.html
import { isBlank, LineCursor, startsWith } from "./bytes-of-text";
import { D, DataTree, Spelling } from "./tree";

export function readPathFile(tree: DataTree, source: StaticArray<u8>, end: i32): void {
  const lines = new LineCursor(source, end, 0);
  const file = tree.add(tree.root, D.Map, 0);
  while (lines.advance() && !tree.isFull) {
    if (!startsWith(source, lines.from, lines.to, "import") || !isBlank(lines.at(lines.from + 6))) continue;
    tree.key(lines.from, lines.from + 6, Spelling.Plain);
    tree.text(file, lines.from, lines.to, Spelling.Plain);
  }
}
