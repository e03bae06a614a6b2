// What tests look at: the parser alone, in a core module that is never part of the component.
import { Node, N } from "./ast";
import { Lexer } from "./python/lexer";
import { Names } from "./python/names";
import { Parser } from "./python/parser";
import { TextWriter, writeCalls, writeTree } from "./probe-text";

/** Room for a file's bytes: they are a StaticArray<u8>, with the zero bytes behind them that the lexer relies on. */
export function allocate(len: i32): usize {
  const p = __new(len + 4, idof<StaticArray<u8>>());
  memory.fill(p + len, 0, 4);
  return p;
}

/** Ends a call: the arena starts over. */
export function release(): void { heap.reset(); }

// in static memory: heap.reset() would wipe an object
const facts = memory.data(64);
const text = memory.data(8);

/** Parses, and returns where the facts are: 16 words in the order of the stores below. */
export function parse(p: usize, len: i32): usize {
  const parser = parserOf(p, len);
  parser.module();
  const f = parser.faults;
  store<i32>(facts, parser.steps);
  store<i32>(facts, parser.nodes, 4);
  store<i32>(facts, f.errors, 8);
  store<i32>(facts, f.cutoffs, 12);
  store<i32>(facts, f.cutoffLine, 16);
  store<i32>(facts, f.skippedFrom, 20);
  store<i32>(facts, f.disguised, 24);
  store<i32>(facts, f.disguisedLine, 28);
  store<i32>(facts, f.unnormalised, 32);
  store<i32>(facts, f.unnormalisedLine, 36);
  for (let i = 0; i < 6; i++) store<i32>(facts + (i << 2), i < f.keptLines ? f.errorLine(i) : 0, 40);
  return facts;
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

function parserOf(p: usize, len: i32): Parser {
  return new Parser(new Lexer(changetype<StaticArray<u8>>(p), len, new Names()));
}

function returned(out: TextWriter): usize {
  store<usize>(text, out.address);
  store<i32>(text, out.length, 4);
  return text;
}
