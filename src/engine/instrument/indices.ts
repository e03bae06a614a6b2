import { malformed } from "../wasm/malformed.ts";
import type { Facts } from "./facts.ts";
import type { Instructions } from "./instructions.ts";
import { OP } from "./opcodes.ts";

/**
 * Refuses a module that names functions, tables or globals beyond its own. As it stands it is not valid; with what we
 * add it could be, and could fill the table of our hooks or its own tank.
 *
 * Initial values and element segments need no look: a global that can change is no part of the former, and our hooks are
 * put into their table after the latter and before the first instruction. Nor do types: ours say nothing.
 */
export function checkDeclarations({ module, types, functions, tables, globals, start = 0 }: Facts): void {
  const counts = { function: functions.length, table: tables.length, global: globals, memory: Infinity, tag: Infinity };
  for (const { kind, index } of module.exports) expectBelow(module.start, kind, index, counts[kind]);
  const strange = functions.find((type) => type >= types.length);
  if (strange !== undefined) expectBelow(module.start, "type", strange, types.length);
  expectBelow(module.start, "function", start, Math.max(functions.length, 1));
}

/** The same for the instruction at hand. */
export function checkIndices(code: Instructions, facts: Facts): void {
  const { at, op, index, second } = code;
  const kind = NAMED.get(op);
  if (kind === undefined) return;
  const counts = { function: facts.functions, table: facts.tables, memory: facts.memories };
  const count = kind === "global" ? facts.globals : counts[kind].length;
  const named = SECOND.has(op) ? second : index;
  expectBelow(at, kind, named, count);
  if (op === OP.tableCopy) expectBelow(at, kind, index, count);
}

function expectBelow(at: number, kind: string, index: number, count: number): void {
  if (index >= count) throw malformed(at, `${kind} ${index} is not there`);
}

/** What the index of an instruction counts. */
const NAMED: ReadonlyMap<number, "function" | "global" | "table" | "memory"> = new Map([
  ...[OP.call, OP.returnCall, OP.refFunc].map((op) => [op, "function"] as const),
  ...[OP.globalGet, OP.globalSet].map((op) => [op, "global"] as const),
  ...[OP.callIndirect, OP.returnCallIndirect, OP.tableInit, OP.tableCopy].map((op) => [op, "table"] as const),
  ...[OP.tableGet, OP.tableSet, OP.tableGrow, OP.tableSize, OP.tableFill].map((op) => [op, "table"] as const),
  [OP.memoryGrow, "memory"],
]);

/** Where it is the second one: after a type, an element segment or another table. */
const SECOND: ReadonlySet<number> = new Set([OP.callIndirect, OP.returnCallIndirect, OP.tableInit, OP.tableCopy]);
