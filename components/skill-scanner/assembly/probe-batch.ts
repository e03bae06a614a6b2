// What tests look at: the parser of batch files alone, in a core module that is never part of the component.
import { BatchParser } from "./batch/parser";
import { factsOf, treeText } from "./probe-shell";
import { Names } from "./python/names";

// See probe-shell.ts.
export function parse(p: usize, len: i32): usize {
  const parser = parserOf(p, len);
  parser.module();
  return factsOf(parser);
}

export function tree(p: usize, len: i32): usize {
  const parser = parserOf(p, len);
  return treeText(parser.module(), parser.names);
}

function parserOf(p: usize, len: i32): BatchParser {
  return new BatchParser(changetype<StaticArray<u8>>(p), len, new Names());
}
