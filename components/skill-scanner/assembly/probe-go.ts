// What tests look at: the Go parser alone, in a core module that is never part of the component.
import { GoLexer } from "./go/lexer";
import { GoParser } from "./go/parser";
import { returned, writeFacts } from "./probe-facts";
import { TextWriter, writeCalls, writeTree } from "./probe-text";
import { Names } from "./python/names";

export { allocate, release } from "./probe-facts";

/** Parses, and returns where the facts are: see writeFacts. */
export function parse(p: usize, len: i32): usize {
  const parser = parserOf(p, len);
  parser.module();
  return writeFacts(parser.steps, parser.nodes, parser.faults);
}

/** Every call as a line `line:callee:arguments`. Returns where address and length of the text are. */
export function calls(p: usize, len: i32): usize {
  const parser = parserOf(p, len), out = new TextWriter();
  writeCalls(parser.module(), parser.lx.names, out);
  return returned(out);
}

/** The whole tree, a line per node, parents first: see writeTree. */
export function tree(p: usize, len: i32): usize {
  const parser = parserOf(p, len), out = new TextWriter();
  writeTree(parser.module(), parser.lx.names, out);
  return returned(out);
}

function parserOf(p: usize, len: i32): GoParser {
  return new GoParser(new GoLexer(changetype<StaticArray<u8>>(p), len, new Names()));
}
