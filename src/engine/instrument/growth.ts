import type { Additions } from "./additions.ts";
import { type Body, instructionsOf, localsOf } from "./body.ts";
import { type Edit, leb } from "./edits.ts";
import type { Facts } from "./facts.ts";
import { checkIndices } from "./indices.ts";
import type { Instructions } from "./instructions.ts";
import { OP, passingOver } from "./opcodes.ts";

/** Puts a call of ours in the place of each `memory.grow` and `table.grow`. */
export function growthEdits(body: Body, facts: Facts, additions: Additions): Edit[] {
  const edits: Edit[] = [];
  const code = instructionsOf(body, localsOf(body), PASSING);
  while (code.step()) {
    checkIndices(code, facts);
    const edit = growthEdit(code, additions);
    if (edit !== undefined) edits.push(edit);
  }
  return edits;
}

/**
 * Where, in order, two bytes can be the start of a growth, or of something that changes the table of our hooks. Functions
 * without such a place are not read: reading and calling what is in that table is harmless. One loop over all of the
 * code, because it takes longer than everything else here.
 */
export function growthPlaces(bytes: Uint8Array, start: number, end: number, facts: Facts): number[] {
  const starts = possibleStarts(facts);
  const places: number[] = [];
  let byte = bytes[start] as number;
  for (let at = start; at < end - 1; at += 1) {
    const next = bytes[at + 1] as number;
    if (starts[byte * 256 + next] !== 0) places.push(at);
    byte = next;
  }
  return places;
}

/** For each pair of bytes, as one number, whether it can be such a start: one look per byte is twice as fast as comparing. */
function possibleStarts({ memories, tables }: Facts): Uint8Array {
  const hooks = tables.length & 127;
  const starts = new Uint8Array(65_536);
  for (let next = 0; next < 256; next += 1) {
    // The low seven bits of a number's first byte are the same however long somebody writes it.
    const low = next & 127;
    starts[OP.memoryGrow * 256 + next] = Number(low < memories.length);
    starts[OP.tableSet * 256 + next] = Number(low === hooks);
    starts[BULK * 256 + next] = Number(CHANGES.has(low));
  }
  return starts;
}

/** Prefix of the instructions of bulk memory, and which of them change or grow a table: init, copy, grow and fill. */
const BULK = 0xfc;
const CHANGES: ReadonlySet<number> = new Set([12, 14, 15, 17]);

/** The edit for the instruction at hand; undefined when it grows nothing. */
export function growthEdit({ op, at, next, index }: Instructions, additions: Additions): Edit | undefined {
  if (op !== OP.memoryGrow && op !== OP.tableGrow) return undefined;
  const wrapper = op === OP.memoryGrow ? additions.growMemory(index) : additions.growTable(index);
  return { at, remove: next - at, insert: [OP.call, ...leb(wrapper)] };
}

/**
 * All but blocks and what can grow something or name a table. Functions and globals can be passed over here: without
 * fuel the only functions of ours are the ones that ask before they grow something, and no global is.
 */
const PASSING = passingOver([
  [0x00, 0x01],
  [0x05],
  [0x07, 0x0a],
  [0x0c, 0x10],
  [0x12],
  [0x14, 0x15],
  [0x19, 0x24],
  [0x28, 0x3f],
  [0x41, 0xd6],
]);
