import type { Additions } from "./additions.ts";
import { type Body, instructionsOf, localsOf, oneMoreLocal } from "./body.ts";
import { type Edit, leb, signedLeb } from "./edits.ts";
import type { Facts } from "./facts.ts";
import { growthEdit } from "./growth.ts";
import type { Instructions } from "./instructions.ts";
import { OP, opensBlock, passingOver } from "./opcodes.ts";
import { COUNTED, type Leaves, type Region, regionsOf } from "./regions.ts";

/**
 * Charges a function for what it does: at its entry, and at the head of each loop for one turn, before any of it happens.
 *
 * The fuel lives in a global. A loop that calls nothing, with the loops inside it, keeps it in a local meanwhile: from
 * one turn to the next a global would go through memory, which takes longer than a small loop's turn. It goes back into
 * the global wherever control leaves the outermost such loop. Before that loop all fuel is fetched from the other
 * instances, so that inside it an empty tank means the end and nothing has to go on after it: a call in a loop would keep
 * V8 from unrolling it and from holding the memory's address in a register.
 */
export function fuelEdits(body: Body, { facts, additions, leaves }: FuelContext): Edit[] {
  const locals = localsOf(body);
  const regions = regionsOf(instructionsOf(body, locals, COUNTED), facts, leaves);
  const fuel = new Fuel(additions, locals.count);
  const edits = oneMoreLocal(body, locals);
  const [own] = regions;
  edits.push(insertion(locals.end, fuel.chargeGlobal(own?.cost ?? 1)));
  placeInLoops(instructionsOf(body, locals, UNMOVED), { edits, fuel, additions, regions, body });
  return edits;
}

export interface FuelContext {
  readonly facts: Facts;
  readonly additions: Additions;
  readonly leaves: Leaves;
}

interface Block {
  /** The loop's region, if it is one whose fuel is in the local. */
  readonly cached: Region | undefined;
  /** A branch to it carries nothing. */
  readonly carriesNothing: boolean;
}

interface Places {
  readonly edits: Edit[];
  readonly fuel: Fuel;
  readonly additions: Additions;
  readonly regions: readonly Region[];
  readonly body: Body;
}

function placeInLoops(code: Instructions, { edits, fuel, additions, regions, body }: Places): void {
  const blocks: Block[] = [{ cached: undefined, carriesNothing: body.type?.results === 0 }];
  let loops = 0;
  /** Where in `blocks` the outermost loop stands that keeps fuel in the local; undefined outside of one. */
  let cachedFrom: number | undefined;
  const leaves = (label: number) => cachedFrom !== undefined && blocks.length - 1 - label < cachedFrom;

  while (code.step()) {
    const { op, at, next } = code;
    if (op === OP.loop) {
      loops += 1;
      const region = regions[loops];
      const cached = region?.callFree === true ? region : undefined;
      if (cached !== undefined && cachedFrom === undefined) {
        cachedFrom = blocks.length;
        edits.push(insertion(at, fuel.load));
      }
      const cost = region?.cost ?? 1;
      edits.push(insertion(next, cachedFrom === undefined ? fuel.chargeGlobal(cost) : fuel.chargeLocal(cost)));
    }
    if (opensBlock(op)) blocks.push({ cached: undefined, carriesNothing: code.index === VOID });
    else if (op === OP.end || op === OP.delegate) {
      blocks.pop();
      if (blocks.length !== cachedFrom) continue;
      cachedFrom = undefined;
      edits.push(insertion(next, fuel.store));
    } else if (cachedFrom === undefined) {
      const edit = growthEdit(code, additions);
      if (edit !== undefined) edits.push(edit);
    } else if (op === OP.brIf && leaves(code.index) && blocks.at(-1 - code.index)?.carriesNothing === true) {
      const leave = [OP.if, VOID, ...fuel.store, OP.br, ...leb(code.index + 1), OP.end];
      edits.push({ at, remove: next - at, insert: leave });
    } else if (mayLeave(code, leaves)) edits.push(insertion(at, fuel.store));
  }
}

function mayLeave(code: Instructions, leaves: (label: number) => boolean): boolean {
  switch (code.op) {
    case OP.br:
    case OP.brIf:
    case OP.brOnNull:
    case OP.brOnNonNull:
    case OP.brOnCast:
    case OP.brOnCastFail:
      return leaves(code.index);
    case OP.brTable:
      return code.labels().some(leaves);
    case OP.return:
      return true;
    default:
      return false;
  }
}

/** The instructions that charge, for a module with its fuel global and a function with its local for fuel. */
class Fuel {
  readonly load: readonly number[];
  readonly store: readonly number[];
  readonly #global: readonly number[];
  readonly #local: readonly number[];
  readonly #refill: readonly number[];

  constructor(additions: Additions, local: number) {
    this.#global = leb(additions.fuel);
    this.#local = leb(local);
    this.#refill = [OP.call, ...leb(additions.refill())];
    const get = [OP.globalGet, ...this.#global, LOCAL_TEE, ...this.#local];
    const getAfter = [OP.globalGet, ...this.#global, LOCAL_SET, ...this.#local];
    this.load = [...get, I64_EQZ, OP.if, VOID, ...this.#refill, ...getAfter, OP.end];
    this.store = [LOCAL_GET, ...this.#local, OP.globalSet, ...this.#global];
  }

  chargeGlobal(cost: number): number[] {
    const less = [OP.globalGet, ...this.#global, I64_CONST, ...signedLeb(cost), I64_SUB, LOCAL_TEE, ...this.#local];
    return [...less, OP.globalSet, ...this.#global, LOCAL_GET, ...this.#local, ...IF_NEGATIVE, ...this.#refill, OP.end];
  }

  chargeLocal(cost: number): number[] {
    const less = [LOCAL_GET, ...this.#local, I64_CONST, ...signedLeb(cost), I64_SUB, LOCAL_TEE, ...this.#local];
    return [...less, ...IF_NEGATIVE, ...this.store, ...this.#refill, OP.unreachable, OP.end];
  }
}

function insertion(at: number, insert: readonly number[]): Edit {
  return { at, remove: 0, insert };
}

/** Instructions that neither move control out of a loop nor grow anything. */
const UNMOVED = passingOver([[0x00, 0x01], [0x10], [0x1a, 0x26], [0x28, 0x3f], [0x41, 0xd4]]);

const VOID = 0x40;
const LOCAL_GET = 0x20;
const LOCAL_SET = 0x21;
const LOCAL_TEE = 0x22;
const I64_CONST = 0x42;
const I64_SUB = 0x7d;
const I64_EQZ = 0x50;
const I64_LT_S = 0x53;
const IF_NEGATIVE = [I64_CONST, 0, I64_LT_S, OP.if, VOID];
