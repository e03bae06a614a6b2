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
 * without such a place are not read: reading and calling what is in that table is harmless. By a regular expression,
 * because all of the code is looked at once: a loop of ours is slow for as long as V8 takes to compile it.
 */
export function growthPlaces(bytes: Uint8Array, start: number, end: number, facts: Facts): number[] {
  const code = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString("latin1");
  const places: number[] = [];
  const pattern = possibleStarts(facts);
  while (pattern.test(code)) places.push(start + pattern.lastIndex - 1);
  return places;
}

/** One byte of such a start, and what can follow it: the low seven bits of a number are the same however long it is written. */
function possibleStarts({ memories, tables }: Facts): RegExp {
  const hooks = tables.length & 127;
  const starts = [
    [OP.memoryGrow, bytesWhere((low) => low < memories.length)],
    [OP.tableSet, bytesWhere((low) => low === hooks)],
    [BULK, bytesWhere((low) => CHANGES.has(low))],
  ] as const;
  return new RegExp(starts.map(([byte, next]) => `${escaped(byte)}(?=${next})`).join("|"), "g");
}

/** The class of bytes whose low seven bits are such; nothing matches one without bytes. */
function bytesWhere(isMeant: (low: number) => boolean): string {
  const bytes = Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => isMeant(byte & 127));
  return `[${bytes.map(escaped).join("")}]`;
}

function escaped(byte: number): string {
  return `\\x${byte.toString(16).padStart(2, "0")}`;
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
