// What tests look at: the Python parser alone, in a core module that is never part of the component.
import { Lexer } from "./python/lexer";
import { Names } from "./python/names";
import { Parser } from "./python/parser";
import { callsWith, parseWith, treeWith } from "./probe-facts";

// See probe-facts.ts.
export function parse(p: usize, len: i32): usize { return parseWith(parserOf(p, len)); }
export function calls(p: usize, len: i32): usize { return callsWith(parserOf(p, len)); }
export function tree(p: usize, len: i32): usize { return treeWith(parserOf(p, len)); }

function parserOf(p: usize, len: i32): Parser {
  return new Parser(new Lexer(changetype<StaticArray<u8>>(p), len, new Names()));
}
