// What tests look at: the parser of islands alone, in a core module that is never part of the component.
import { IslandLexer } from "./islands/lexer";
import { IslandParser } from "./islands/parser";
import { callsWith, parseWith, treeWith } from "./probe-facts";
import { Names } from "./python/names";

let dialect: i32 = 0;

/** Which language is read from now on: see Dialect. */
export function configureIslands(number: i32): void { dialect = number; }

// See probe-facts.ts.
export function parse(p: usize, len: i32): usize { return parseWith(parserOf(p, len)); }
export function calls(p: usize, len: i32): usize { return callsWith(parserOf(p, len)); }
export function tree(p: usize, len: i32): usize { return treeWith(parserOf(p, len)); }

function parserOf(p: usize, len: i32): IslandParser {
  return new IslandParser(new IslandLexer(changetype<StaticArray<u8>>(p), len, new Names(), dialect));
}
