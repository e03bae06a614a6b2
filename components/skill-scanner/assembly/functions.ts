// Functions of the scanned code as values, and their activations.
import { keep } from "./arena";
import { Node } from "./ast";
import { Binding } from "./bindings";
import { Evaluator } from "./evaluator";
import { ClassValue } from "./objects";
import { Trace } from "./origins";
import { V, Value } from "./value";

/** How a function is called that a class has under its name. */
export const enum Role { Plain, Static, OfClass, Property }

/** One `def` or `lambda` that has been met, with what it could see around it. */
export class FunctionValue extends Value {
  /** What a method is called on. */
  receiver: Value | null = null;
  /** Arguments that functools.partial has given in advance. */
  given: StaticArray<Value> | null = null;

  constructor(public code: Code, public outer: Frame | null) { super(V.Function); }
}

/** What is known of a function over all its calls. */
export class Code {
  /** Of the parameters' defaults, by position in `node.list`; null when it has none. */
  defaults: StaticArray<Value> | null = null;
  /** The class in whose body it stands. */
  owner: ClassValue | null = null;
  role: Role = Role.Plain;
  /** What it returns when nothing is known of its arguments; null while it has not been walked. */
  result: Value | null = null;
  /** How its labels came into it. */
  trace: Trace | null = null;
  /** `World.version` at that time. */
  version: i32 = -1;
  /** The module around it had been walked by then. */
  isFinal: bool = false;
  /** What it does or returns depends on its arguments. */
  isOpen: bool = false;
  /** `__reduce__`: what it returns is called by whoever loads the pickle. */
  isReducer: bool = false;
  /** Some rule has asked whether it repeats, and it did not. */
  asksRepetition: bool = false;
  /** How many walks of it are under way. */
  busy: i32 = 0;
  /** The arguments of the innermost of them. */
  given: StaticArray<Value> | null = null;
  /** Calls with telling arguments that were followed, the last one first. */
  calls: KnownCall | null = null;

  constructor(public home: Evaluator, public node: Node) {}

  remember(values: StaticArray<Value>, version: i32, result: Value, trace: Trace | null): void {
    keep();
    const call = new KnownCall(values, version, result, this.calls);
    call.trace = trace;
    this.calls = call;
    let last = call;
    for (let i = 1; i < MAX_CALLS && last.before !== null; i++) last = last.before!;
    last.before = null;
  }
}

/** Calls of one function that are remembered. */
const MAX_CALLS: i32 = 8;

export class KnownCall {
  /** How the labels of the result came into it. */
  trace: Trace | null = null;
  constructor(public values: StaticArray<Value>, public version: i32, public result: Value, public before: KnownCall | null) {}
}

/** A function while it is walked; afterwards, what functions that it defined still see of it. */
export class Frame {
  /** Its bindings on the trail; `to` is where they end while it calls another function. */
  from: i32 = 0;
  to: i32 = 0;
  /** Its bindings, once it has been left. */
  kept: StaticArray<Binding> | null = null;
  /** A function was defined in it. */
  isCaptured: bool = false;
  /** What it does depends on its arguments. */
  isOpen: bool = false;
  returned: Value | null = null;

  constructor(public called: FunctionValue, public caller: Frame | null) {}

  @inline get outer(): Frame | null { return this.called.outer; }
}

// @ts-ignore: decorator
@inline export function asFunction(v: Value): FunctionValue { return changetype<FunctionValue>(v); }
