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
 * Where, in order, bytes can be a growth, or something that changes the table of our hooks. Functions without such a
 * place are not read: reading and calling what is in that table is harmless. By a regular expression, because all of the
 * code is looked at once: a loop of ours is slow for as long as V8 takes to compile it.
 */
export function growthPlaces(bytes: Uint8Array, start: number, end: number, facts: Facts): number[] {
  const code = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString("latin1");
  const places: number[] = [];
  const pattern = possibleStarts(facts);
  while (pattern.test(code)) places.push(start + pattern.lastIndex - 1);
  return places;
}

/** The first byte of such an instruction, and all that can follow it. */
function possibleStarts({ memories, tables }: Facts): RegExp {
  const hooks = number(tables.length);
  const bulk = [
    `${number(TABLE_INIT)}${ANY_NUMBER}${hooks}`,
    `${number(TABLE_COPY)}(?:${ANY_NUMBER})?${hooks}`,
    `${number(TABLE_GROW)}${numberBelow(tables.length + 1)}`,
    `${number(TABLE_FILL)}${hooks}`,
  ];
  const starts = [
    `${byte(OP.memoryGrow)}(?=${numberBelow(memories.length)})`,
    `${byte(OP.tableSet)}(?=${hooks})`,
    `${byte(BULK)}(?=${bulk.join("|")})`,
  ];
  return new RegExp(starts.join("|"), "g");
}

/** Every way to write it as an unsigned LEB128 of at most 32 bits, zeros in front of it included; of a large one the start. */
function number(value: number): string {
  if (value >= MORE) return byte((value % MORE) + MORE);
  return `(?:${byte(value)}|${byte(value + MORE)}${ZEROS})`;
}

function numberBelow(count: number): string {
  if (count > MORE) return "";
  if (count === 0) return NOTHING;
  return `(?:[${byte(0)}-${byte(count - 1)}]|[${byte(MORE)}-${byte(MORE + count - 1)}]${ZEROS})`;
}

function byte(value: number): string {
  return `\\x${value.toString(16).padStart(2, "0")}`;
}

/** The bit of a byte of a number after which another byte follows. */
const MORE = 128;
const ZEROS = "\\x80{0,3}\\x00";
const ANY_NUMBER = "[\\x80-\\xff]{0,4}[\\x00-\\x7f]";
const NOTHING = "(?!)";

/** Prefix of the instructions of bulk memory, and which of them change or grow a table. */
const BULK = 0xfc;
const TABLE_INIT = 12;
const TABLE_COPY = 14;
const TABLE_GROW = 15;
const TABLE_FILL = 17;

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
