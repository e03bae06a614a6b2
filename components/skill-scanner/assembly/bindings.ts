// Variables. One stack of bindings for each name, so that a lookup is one load; leaving a function pops what it bound.
import { keep } from "./arena";
import { Trace } from "./origins";
import { Stack } from "./stack";
import { PARAMETER, Value, V } from "./value";

export class Binding {
  /** The last value that told anything: what a function may still see after the module has bound the name again. */
  remembered: Value;
  /** How the labels of what it holds came here. */
  trace: Trace | null = null;
  constructor(public symbol: i32, public value: Value, public scope: i32, public block: i32, public outer: Binding | null) {
    this.remembered = value;
  }
}

export class Bindings {
  /** Number of the function whose body is being walked; 0 is the module. */
  scope: i32 = 0;
  /** Number of the innermost open block. Blocks are numbered in order, so that one inside another has the larger number. */
  block: i32 = 0;
  /** Where on the trail the bindings begin that a function called from here does not see. */
  floor: i32 = 0;
  private lastScope: i32 = 0;
  private lastBlock: i32 = 0;
  readonly heads: StaticArray<Binding | null>;
  private trail: Stack<Binding> = new Stack<Binding>(64);
  private changed: i32 = 0;
  /** By symbol, the function that declared it `global` or `nonlocal`; empty until one does. */
  private outward: StaticArray<i32> = new StaticArray<i32>(0);

  /** `heads` has room for every symbol, and nothing in it. */
  constructor(heads: StaticArray<Binding | null>) {
    this.heads = heads;
  }

  /** Returns what `leave` needs. */
  enter(): i32 {
    if (this.scope == 0) this.floor = this.trail.length;
    this.scope = ++this.lastScope;
    this.block = ++this.lastBlock;
    return this.trail.length;
  }

  leave(mark: i32, scope: i32, block: i32): void {
    while (this.trail.length > mark) {
      const binding = this.trail.pop();
      unchecked(this.heads[binding.symbol] = binding.outer);
    }
    this.scope = scope;
    this.block = block;
  }

  /** How many bindings are on the trail. */
  get count(): i32 { return this.trail.length; }
  at(i: i32): Binding { return this.trail.at(i); }

  /** Takes the bindings from..to of the trail out of sight: those of a caller are none of its callee's. */
  hide(from: i32, to: i32): void {
    for (let i = to - 1; i >= from; i--) {
      const binding = this.trail.at(i);
      unchecked(this.heads[binding.symbol] = binding.outer);
    }
  }

  show(from: i32, to: i32): void {
    for (let i = from; i < to; i++) {
      const binding = this.trail.at(i);
      unchecked(this.heads[binding.symbol] = binding);
    }
  }

  openBlock(): i32 {
    const outer = this.block;
    this.block = ++this.lastBlock;
    return outer;
  }

  find(symbol: i32): Binding | null {
    return symbol < this.heads.length ? unchecked(this.heads[symbol]) : null;
  }

  /** What a name may hold: outside of its own function, the last thing known of it. */
  read(binding: Binding): Value {
    const value = binding.value;
    return binding.scope != this.scope && !isTelling(value) ? binding.remembered : value;
  }

  /** Counts what was bound, here or in an inner scope. */
  get changes(): i32 { return this.changed; }
  noteChange(): void { this.changed++; }

  /** From now on the current function binds this name outside of itself: `global`, `nonlocal`. */
  declareOuter(symbol: i32): void {
    if (symbol >= this.heads.length) return;
    if (this.outward.length == 0) {
      keep();
      this.outward = new StaticArray<i32>(this.heads.length);
    }
    unchecked(this.outward[symbol] = this.scope);
  }

  isOuter(symbol: i32): bool {
    return this.scope != 0 && symbol < this.outward.length && unchecked(this.outward[symbol]) == this.scope;
  }

  /** The binding outside of this function, made when there is none. */
  outer(symbol: i32, unknown: Value): Binding {
    let binding = this.find(symbol);
    while (binding !== null && binding.scope == this.scope) binding = binding.outer;
    if (binding !== null) return binding;
    const made = new Binding(symbol, unknown, 0, 0, null);
    unchecked(this.heads[symbol] = made);
    return made;
  }

  /** A new binding of this scope, whatever an outer one has. */
  introduce(symbol: i32, value: Value, trace: Trace | null): void {
    if (symbol >= this.heads.length) return; // a name that occurs only inside a constant
    this.changed++;
    const binding = new Binding(symbol, value, this.scope, this.block, this.find(symbol));
    binding.trace = trace;
    unchecked(this.heads[symbol] = binding);
    this.trail.push(binding);
  }
}

export function isNothing(v: Value): bool {
  return v.kind == V.Unknown && (v.labels & ~PARAMETER) == 0;
}

/** None, a flag or a number in place of a module does not make the module go away. */
export function isTelling(v: Value): bool {
  return !isNothing(v) && v.kind != V.Constant && v.kind != V.Number;
}
