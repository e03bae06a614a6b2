// What tests look at: the Go parser alone, in a core module that is never part of the component.
import { GoLexer } from "./go/lexer";
import { GoParser } from "./go/parser";
import { callsWith, parseWith, treeWith } from "./probe-facts";
import { Names } from "./python/names";

// See probe-facts.ts.
export function parse(p: usize, len: i32): usize { return parseWith(parserOf(p, len)); }
export function calls(p: usize, len: i32): usize { return callsWith(parserOf(p, len)); }
export function tree(p: usize, len: i32): usize { return treeWith(parserOf(p, len)); }

function parserOf(p: usize, len: i32): GoParser {
  return new GoParser(new GoLexer(changetype<StaticArray<u8>>(p), len, new Names()));
}
