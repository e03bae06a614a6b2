// Classes of the scanned code and their objects. All objects of a class are one: what one of them holds, any may hold.
import { keep } from "./arena";
import { Node } from "./ast";
import { Trace } from "./origins";
import { V, Value } from "./value";

export class ClassValue extends Value {
  /** What it is called where it is defined. */
  symbol: i32 = 0;
  /** Names and values: name, value, name, value. */
  members: StaticArray<Value> = new StaticArray<Value>(0);
  bases: StaticArray<Value> = new StaticArray<Value>(0);
  /** What stands in it; null for none. */
  body: Node | null = null;
  readonly instance: InstanceValue = new InstanceValue();

  constructor() {
    super(V.Class);
    this.instance.of = this;
  }
}

/** The one value that does change: its fields. */
export class InstanceValue extends Value {
  of: ClassValue | null = null;
  private names: StaticArray<i32> = new StaticArray<i32>(0);
  private fields: StaticArray<Value> = new StaticArray<Value>(0);
  private traces: StaticArray<Trace | null> = new StaticArray<Trace | null>(0);
  private count: i32 = 0;

  constructor() { super(V.Instance); }

  /** How the labels of a field came into it. */
  trace(name: i32): Trace | null {
    const at = this.find(name);
    return at >= 0 ? unchecked(this.traces[at]) : null;
  }

  field(name: i32): Value | null {
    const at = this.find(name);
    return at >= 0 ? unchecked(this.fields[at]) : null;
  }

  /** False when it has no room for more fields. */
  setField(name: i32, value: Value, trace: Trace | null): bool {
    let at = this.find(name);
    if (at < 0) {
      if (this.count == MAX_FIELDS) return false;
      if (this.count == this.names.length) this.grow();
      at = this.count++;
      unchecked(this.names[at] = name);
    }
    keep();
    unchecked(this.fields[at] = value);
    if (trace !== null) unchecked(this.traces[at] = trace);
    return true;
  }

  private find(name: i32): i32 {
    for (let i = 0; i < this.count; i++) if (unchecked(this.names[i]) == name) return i;
    return -1;
  }

  private grow(): void {
    keep();
    const room = max(8, this.count * 2);
    const names = new StaticArray<i32>(room);
    const fields = new StaticArray<Value>(room);
    memory.copy(changetype<usize>(names), changetype<usize>(this.names), (this.count as usize) * sizeof<i32>());
    memory.copy(changetype<usize>(fields), changetype<usize>(this.fields), (this.count as usize) * sizeof<Value>());
    const traces = new StaticArray<Trace | null>(room);
    memory.copy(changetype<usize>(traces), changetype<usize>(this.traces), (this.count as usize) * sizeof<Value>());
    this.traces = traces;
    this.names = names;
    this.fields = fields;
  }
}

/** Fields of one object that are told apart. */
const MAX_FIELDS: i32 = 128;

// @ts-ignore: decorator
@inline export function asClass(v: Value): ClassValue { return changetype<ClassValue>(v); }
// @ts-ignore: decorator
@inline export function asInstance(v: Value): InstanceValue { return changetype<InstanceValue>(v); }
