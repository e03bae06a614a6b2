// What the probes of the parsers do, each for its parser, and how they hand it to the tests.
import { Faults } from "./python/lexer-faults";
import { TextWriter, writeCalls, writeTree } from "./probe-text";

// in static memory: heap.reset() would wipe an object
const facts = memory.data(64);
const text = memory.data(8);

/** Room for a file's bytes: they are a StaticArray<u8>, with the zero bytes behind them that the lexers rely on. */
export function allocate(len: i32): usize {
  const p = __new(len + 4, idof<StaticArray<u8>>());
  memory.fill(p + len, 0, 4);
  return p;
}

/** Ends a call: the arena starts over. */
export function release(): void { heap.reset(); }

/** Parses, and returns where the facts are: see writeFacts. */
export function parseWith<Parser>(parser: Parser): usize {
  parser.module();
  return writeFacts(parser.steps, parser.nodes, parser.faults);
}

/** Every call as a line `line:callee:arguments`. Returns where address and length of the text are. */
export function callsWith<Parser>(parser: Parser): usize {
  const out = new TextWriter();
  writeCalls(parser.module(), parser.lx.names, out);
  return returned(out);
}

/** The whole tree, a line per node, parents first: see writeTree. */
export function treeWith<Parser>(parser: Parser): usize {
  const out = new TextWriter();
  writeTree(parser.module(), parser.lx.names, out);
  return returned(out);
}

/** Where the facts are: 16 words in the order of the stores below. */
function writeFacts(steps: i32, nodes: i32, f: Faults): usize {
  store<i32>(facts, steps);
  store<i32>(facts, nodes, 4);
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

/** Where address and length of the text are. */
function returned(out: TextWriter): usize {
  store<usize>(text, out.address);
  store<i32>(text, out.length, 4);
  return text;
}
