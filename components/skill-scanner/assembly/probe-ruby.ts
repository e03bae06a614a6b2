// What tests look at: the Ruby parser alone, in a core module that is never part of the component.
import { RubyLexer } from "./ruby/lexer";
import { RubyParser } from "./ruby/parser";
import { callsWith, parseWith, treeWith } from "./probe-facts";
import { Names } from "./python/names";

// See probe-facts.ts.
export function parse(p: usize, len: i32): usize { return parseWith(parserOf(p, len)); }
export function calls(p: usize, len: i32): usize { return callsWith(parserOf(p, len)); }
export function tree(p: usize, len: i32): usize { return treeWith(parserOf(p, len)); }

function parserOf(p: usize, len: i32): RubyParser {
  return new RubyParser(new RubyLexer(changetype<StaticArray<u8>>(p), len, new Names()));
}
