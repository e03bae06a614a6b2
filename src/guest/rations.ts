import { tell, waitForTheEnd } from "./door.ts";
import { applyEdits, type Initial, initialOf } from "./edits.ts";
import type { RationLimits } from "./job.ts";
import { u64 } from "./messages.ts";

/** Ends the run because a limit was reached. It must not return and must not throw: a guest may catch what is thrown. */
type End = (limit: "memory" | "tables" | "fuel", reason: string, fuelUsed: number | undefined) => never;

/** A module with its edits applied, and what became of it when it was compiled before. */
export interface EditedModule {
  readonly bytes: Uint8Array;
  readonly compiled?: WebAssembly.Module | undefined;
}

/**
 * Brings instrumented modules to life and answers what they ask before they grow something or when they run dry.
 *
 * There is one budget of each kind, however many modules and instances share it.
 */
export class Rations {
  readonly #limits: RationLimits;
  readonly #end: End;
  readonly #pages: Store;
  readonly #elements: Store;
  readonly #edits = new WeakMap<WebAssembly.Module, Uint8Array>();
  /** The fuel of each instance. What is left of the budget is their sum. */
  readonly #tanks: WebAssembly.Global[] = [];
  /** The one that holds it all. */
  #full: WebAssembly.Global | undefined;
  #exhausted = false;

  constructor(limits: RationLimits, end: End = endAtTheDoor) {
    this.#limits = limits;
    this.#end = end;
    const pages = `${limits.pages} pages of 64 KiB, all memories together`;
    this.#pages = new Store(BigInt(limits.pages), () => end("memory", `more than ${pages}`, this.fuelUsed));
    const elements = `${limits.elements} elements, all tables together`;
    this.#elements = new Store(BigInt(limits.elements), () => end("tables", `more than ${elements}`, this.fuelUsed));
  }

  /**
   * Compiles a module with its edits. One that could never be instantiated within the limits ends the run here.
   *
   * @param early the outcome, when it was edited before
   */
  compile(bytes: Uint8Array, edits: Uint8Array, early?: EditedModule): WebAssembly.Module {
    if (this.#limits.fuel === 0) this.#exhaust();
    const { pages, elements } = initialOf(edits);
    this.#pages.expect(BigInt(pages));
    this.#elements.expect(BigInt(elements));
    const edited = early?.bytes ?? applyEdits(bytes, edits);
    const module = early?.compiled ?? new WebAssembly.Module(edited as Uint8Array<ArrayBuffer>);
    this.#edits.set(module, edits);
    return module;
  }

  /** Instantiates a module that `compile` made, and runs its start function. */
  instantiate(module: WebAssembly.Module, imports?: WebAssembly.Imports): WebAssembly.Instance {
    const edits = this.#edits.get(module);
    if (edits !== undefined) this.#takeInitial(initialOf(edits));
    const instance = new WebAssembly.Instance(module, imports);
    const { [HOOKS]: hooks, [FUEL]: fuel, [START]: start } = instance.exports;
    if (hooks instanceof WebAssembly.Table) this.#fill(hooks, fuel);
    if (typeof start === "function") start();
    return instance;
  }

  /** Undefined when fuel is not counted. */
  get fuelUsed(): number | undefined {
    const { fuel } = this.#limits;
    if (fuel === undefined || this.#exhausted) return fuel;
    return this.#tanks.length === 0 ? 0 : fuel - Number(this.#left());
  }

  #takeInitial({ pages, elements }: Initial): void {
    this.#pages.take(BigInt(pages));
    this.#elements.take(BigInt(elements));
  }

  #fill(hooks: WebAssembly.Table, fuel: unknown): void {
    const tank = fuel instanceof WebAssembly.Global ? fuel : undefined;
    if (tank !== undefined) this.#tanks.push(tank);
    if (tank !== undefined && this.#full === undefined) {
      tank.value = BigInt(this.#limits.fuel ?? 0);
      this.#full = tank;
    }
    const functions = callableByIndex({
      memory: this.#pages.grow,
      table: this.#elements.grow,
      refill: () => tank !== undefined && this.#refill(tank),
    });
    for (const [place, hook] of functions.entries()) hooks.set(place, hook);
  }

  /**
   * An instance has too little. All fuel that there is goes to it: at any time one tank holds everything, and the others
   * are empty, which the code in front of loops relies on. When that is not enough, the run is over.
   */
  #refill(tank: WebAssembly.Global): void {
    const left = this.#left();
    if (left < 0n) this.#exhaust();
    if (this.#full !== undefined) this.#full.value = 0n;
    tank.value = left;
    this.#full = tank;
  }

  #exhaust(): never {
    this.#exhausted = true;
    return this.#end("fuel", `more than ${this.#limits.fuel} units of fuel`, this.fuelUsed);
  }

  #left(): bigint {
    return this.#tanks.reduce((sum, tank) => sum + tank.value, 0n);
  }
}

/** Pages or table elements: what is in use, and when there is no more. */
class Store {
  readonly #limit: bigint;
  readonly #end: () => never;
  #used = 0n;
  /** What the growth that is under way was given. */
  #pending = 0n;

  constructor(limit: bigint, end: () => never) {
    this.#limit = limit;
    this.#end = end;
  }

  expect(amount: bigint): void {
    if (this.#used + amount > this.#limit) this.#end();
  }

  take(amount: bigint): void {
    this.expect(amount);
    this.#used += amount;
  }

  /**
   * Before a growth: what it would grow, by how much, and to what size its declaration and the engine let it. One that
   * they refuse anyway is theirs to refuse. A size of -1 says that the engine refused a growth that was let through.
   */
  readonly grow = (size: bigint, delta: bigint, most: bigint): void => {
    if (size === -1n) this.#refused(delta === IMPORTED);
    else this.#ask(size, BigInt.asUintN(64, delta), most);
  };

  #ask(size: bigint, more: bigint, most: bigint): void {
    const refusedAnyway = size + more > most;
    if (!refusedAnyway) this.take(more);
    this.#pending = refusedAnyway ? 0n : more;
  }

  /** What is imported has a maximum that its importer need not know; of anything else there is no more to be had. */
  #refused(imported: boolean): void {
    if (this.#pending > 0n && !imported) this.#end();
    this.#used -= this.#pending;
    this.#pending = 0n;
  }
}

const IMPORTED = 1n;

/** Names and places that `src/engine/instrument/additions.ts` gives them. */
const HOOKS = "\u0001hooks";
const FUEL = "\u0001fuel";
const START = "\u0001start";

/** Tells the broker how much fuel was used; nothing where it is not counted. */
export function tellFuel(used: number | undefined): void {
  if (used !== undefined) tell("fuelUsed", u64(BigInt(used)));
}

function endAtTheDoor(limit: string, reason: string, fuelUsed: number | undefined): never {
  tellFuel(fuelUsed);
  tell("limited", limit, reason);
  waitForTheEnd();
}

interface Hooks {
  readonly memory: (size: bigint, delta: bigint, most: bigint) => void;
  readonly table: (size: bigint, delta: bigint, most: bigint) => void;
  readonly refill: () => unknown;
}

/** Only functions of WebAssembly go into its tables: a module that exports what it imports makes them of ours. */
function callableByIndex(hooks: Hooks): readonly unknown[] {
  passer ??= new WebAssembly.Module(PASSER);
  const { m, t, r } = new WebAssembly.Instance(passer, { h: { m: hooks.memory, t: hooks.table, r: hooks.refill } })
    .exports;
  return [m, t, r];
}

let passer: WebAssembly.Module | undefined;

/** `(import "h" "m" (func (param i64 i64 i64)))`, "t" of the same type and "r" of none, each exported under its name. */
const PASSER = Uint8Array.of(
  ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
  ...[0x01, 0x0a, 0x02, 0x60, 0x03, 0x7e, 0x7e, 0x7e, 0x00, 0x60, 0x00, 0x00],
  ...[0x02, 0x13, 0x03, 0x01, 0x68, 0x01, 0x6d, 0x00, 0x00, 0x01, 0x68, 0x01, 0x74, 0x00, 0x00, 0x01, 0x68, 0x01, 0x72],
  ...[0x00, 0x01],
  ...[0x07, 0x0d, 0x03, 0x01, 0x6d, 0x00, 0x00, 0x01, 0x74, 0x00, 0x01, 0x01, 0x72, 0x00, 0x02],
);
