import { CORE } from "../wasm/core-module.ts";
import { leb, signedLeb } from "./edits.ts";
import type { Extent, Facts } from "./facts.ts";
import { OP } from "./opcodes.ts";

/** A function that a module gets: the index of its type, and its body without its length. */
interface AddedFunction {
  readonly type: number;
  readonly body: readonly number[];
}

/**
 * What a module gets, each at the end of its index space, so that no index changes its meaning: a table of our hooks, a
 * function around each growth, and where fuel is counted a global for it and a function that asks for more. A guest
 * cannot change them: a module that names their indices for that is refused (`checkIndices`).
 */
export class Additions {
  readonly types: (readonly number[])[] = [];
  readonly functions: AddedFunction[] = [];
  /** Index of the fuel global. */
  readonly fuel: number;

  readonly #facts: Facts;
  readonly #hooks: number;
  readonly #made = new Map<string, number>();

  constructor(facts: Facts) {
    this.#facts = facts;
    this.#hooks = facts.tables.length;
    this.fuel = facts.globals;
  }

  /** The function that asks before it does what `memory.grow` of that memory does. */
  growMemory(index: number): number {
    return this.#once(`memory ${index}`, () => {
      const memory = this.#facts.memories[index] ?? NOTHING;
      const most = Math.min(memory.maximum ?? Infinity, memory.wide ? MAX_PAGES_64 : MAX_PAGES);
      const operations = { size: [OP.memorySize, ...leb(index)], grow: [OP.memoryGrow, ...leb(index)] };
      const imported = index < this.#facts.importedMemories;
      return this.#addGrowth({ hook: HOOK.memory, imported, wide: memory.wide, carried: [], most, ...operations });
    });
  }

  /** The same for `table.grow`. */
  growTable(index: number): number {
    return this.#once(`table ${index}`, () => {
      const { type, wide, maximum } = this.#facts.tables[index] ?? { ...NOTHING, type: [] };
      const most = Math.min(maximum ?? Infinity, MAX_ELEMENTS);
      const operations = { size: [...TABLE_SIZE, ...leb(index)], grow: [...TABLE_GROW, ...leb(index)] };
      const imported = index < this.#facts.importedTables;
      return this.#addGrowth({ hook: HOOK.table, imported, wide, carried: type, most, ...operations });
    });
  }

  /** The function that is called when the fuel at hand is used up; it returns only when there is more. */
  refill(): number {
    return this.#once("refill", () => this.#add([], [], [0, ...this.#callHook(HOOK.refill, [])]));
  }

  /** The contents that go to the end of each section. */
  sections(start: number | undefined, fuel: boolean): Map<number, { count: number; bytes: readonly number[] }> {
    const of = (...entries: readonly (readonly number[])[]) => ({ count: entries.length, bytes: entries.flat() });
    const exported = [
      exportEntry(ADDED_NAMES.hooks, 1, this.#hooks),
      ...(fuel ? [exportEntry(ADDED_NAMES.fuel, 3, this.fuel)] : []),
      ...(start === undefined ? [] : [exportEntry(ADDED_NAMES.start, 0, start)]),
    ];
    return new Map([
      [CORE.type, of(...this.types)],
      [CORE.function, of(...this.functions.map(({ type }) => leb(type)))],
      [CORE.table, of([FUNCREF, 1, HOOKS, HOOKS])],
      [CORE.global, fuel ? of([I64, 1, I64_CONST, 0, OP.end]) : of()],
      [CORE.export, of(...exported)],
      [CORE.code, of(...this.functions.map(({ body }) => [...leb(body.length), ...body]))],
    ]);
  }

  #once(key: string, make: () => number): number {
    const index = this.#made.get(key) ?? make();
    this.#made.set(key, index);
    return index;
  }

  /**
   * Asks the hook with the present size, what is to be added, and the most that the declaration and the engine allow;
   * grows; and says so (a size of -1) when that failed, and whether it was of something imported (1), which may have a
   * smaller maximum than its declaration here.
   */
  #addGrowth({ hook, imported, wide, carried, most, size, grow }: Growth): number {
    const number = wide ? I64 : I32;
    const extend = wide ? [] : [I64_EXTEND_I32_U];
    const delta = carried.length === 0 ? 0 : 1;
    const operands = carried.length === 0 ? [] : [LOCAL_GET, 0];
    const ask = this.#callHook(hook, [...size, ...extend, LOCAL_GET, delta, ...extend, I64_CONST, ...signedLeb(most)]);
    const failed = this.#callHook(hook, [I64_CONST, MINUS_ONE, I64_CONST, Number(imported), I64_CONST, 0]);
    const isMinusOne = wide ? [I64_CONST, MINUS_ONE, I64_EQ] : [I32_CONST, MINUS_ONE, I32_EQ];
    const doIt = [...operands, LOCAL_GET, delta, ...grow, LOCAL_TEE, delta];
    const body = [0, ...ask, ...doIt, ...isMinusOne, OP.if, VOID, ...failed, OP.end, LOCAL_GET, delta];
    const parameters = carried.length === 0 ? [[number]] : [carried, [number]];
    return this.#add(parameters, [[number]], body);
  }

  #callHook(hook: number, operands: readonly number[]): number[] {
    const type = this.#type(operands.length === 0 ? [] : [[I64], [I64], [I64]], []);
    return [...operands, I32_CONST, hook, OP.callIndirect, ...leb(type), ...leb(this.#hooks)];
  }

  #add(parameters: readonly (readonly number[])[], results: readonly (readonly number[])[], body: number[]): number {
    this.functions.push({ type: this.#type(parameters, results), body: [...body, OP.end] });
    return this.#facts.functions.length + this.functions.length - 1;
  }

  #type(parameters: readonly (readonly number[])[], results: readonly (readonly number[])[]): number {
    const type = [FUNCTION, ...leb(parameters.length), ...parameters.flat(), ...leb(results.length), ...results.flat()];
    return this.#once(`type ${type}`, () => this.#facts.types.length + this.types.push(type) - 1);
  }
}

/** Names of what a module exports to us alone: a guest's names have no control characters. */
const ADDED_NAMES = { hooks: "\u0001hooks", fuel: "\u0001fuel", start: "\u0001start" } as const;

interface Growth {
  readonly hook: number;
  readonly imported: boolean;
  readonly wide: boolean;
  /** Type of an operand beside the number, which a table has. */
  readonly carried: readonly number[];
  readonly most: number;
  /** The instructions, with the index of what they are about. */
  readonly size: readonly number[];
  readonly grow: readonly number[];
}

/** Places in the table of hooks; `src/guest/rations.ts` fills it. */
const HOOK = { memory: 0, table: 1, refill: 2 } as const;
const HOOKS = 3;

/** What V8 allows: https://github.com/v8/v8/blob/main/src/wasm/wasm-limits.h */
const MAX_PAGES = 65_536;
const MAX_PAGES_64 = 262_144;
const MAX_ELEMENTS = 10_000_000;

const NOTHING: Extent = { initial: 0, maximum: undefined, wide: false };

const TABLE_GROW = [0xfc, 15];
const TABLE_SIZE = [0xfc, 16];
const FUNCTION = 0x60;
const FUNCREF = 0x70;
const I32 = 0x7f;
const I64 = 0x7e;
const VOID = 0x40;
const LOCAL_GET = 0x20;
const LOCAL_TEE = 0x22;
const I32_CONST = 0x41;
const I64_CONST = 0x42;
const I32_EQ = 0x46;
const I64_EQ = 0x51;
const I64_EXTEND_I32_U = 0xad;
/** -1 as a signed LEB128. */
const MINUS_ONE = 0x7f;

function exportEntry(name: string, kind: number, index: number): number[] {
  const bytes = Buffer.from(name);
  return [bytes.length, ...bytes, kind, ...leb(index)];
}
