// What tests look at: the shell parser alone, in a core module that is never part of the component.
import { Node } from "./ast";
import { TextWriter, writeTree } from "./probe-text";
import { Names } from "./python/names";
import { ShellParser } from "./shell/parser";
import { Reader } from "./shell/reader";

// in static memory: heap.reset() would wipe an object
const facts = memory.data(64);

/** Parses, and returns where the facts are: seven words in the order of the stores below. */
export function parse(p: usize, len: i32): usize {
  const parser = parserOf(p, len);
  parser.module();
  return factsOf(parser);
}

export function factsOf(parser: Reader): usize {
  const f = parser.faults;
  store<i32>(facts, parser.steps);
  store<i32>(facts, parser.nodes, 4);
  store<i32>(facts, f.errors, 8);
  store<i32>(facts, f.cutoffs, 12);
  store<i32>(facts, f.skippedFrom, 16);
  store<i32>(facts, f.keptLines > 0 ? f.errorLine(0) : 0, 20);
  store<i32>(facts, parser.line, 24);
  return facts;
}

/** The whole tree, a line per node, parents first: see writeTree. Returns where address and length of the text are. */
export function tree(p: usize, len: i32): usize {
  const parser = parserOf(p, len);
  return treeText(parser.module(), parser.names);
}

export function treeText(module: Node, names: Names): usize {
  const out = new TextWriter();
  writeTree(module, names, out);
  store<usize>(facts, out.address);
  store<i32>(facts, out.length, 4);
  return facts;
}

function parserOf(p: usize, len: i32): ShellParser {
  return new ShellParser(changetype<StaticArray<u8>>(p), len, new Names());
}
