// Whether a loop comes nearer to one of its ends: what its condition, and those of its ways out, are made of has changed. And
// whether a recursion does.
import { Node, N } from "./ast";
import { Evaluator } from "./evaluator";
import { fieldKey } from "./assignment";
import { asInstance } from "./objects";
import { isSame } from "./same";
import { addSteps } from "./steps";
import { asItems, asNumber, asText, isConstant, V, Value } from "./value";

/** Nodes of a condition that are looked at; a longer one is taken for one that changes. */
const MAX_NODES: i32 = 64;

/** What the names in a condition stand for, as one number: the same while they hold the same. */
export function standing(e: Evaluator, condition: Node): u64 {
  if (e.bindings.isEmpty) return e.bindings.changes as u64; // a shell has its variables elsewhere
  const reader = new Reader(e);
  reader.read(condition);
  return reader.left < 0 ? mixed(reader.sum, e.world.visits as u64) : reader.sum;
}

/** Of two numbers one that tells which they were, and in which order. The factor is that of Knuth's multiplicative hashing for 64 bits. */
export function mixed(a: u64, b: u64): u64 {
  return rotl<u64>(a, 23) * 0x9e3779b97f4a7c15 + b + 1;
}

/** A recursion that computes has a known argument that is another each time: one that goes over unknown things has none. */
export function bringsNews(e: Evaluator, values: StaticArray<Value>, before: StaticArray<Value>): bool {
  for (let i = 0; i < values.length; i++) {
    const value = unchecked(values[i]);
    if (isConstant(value) && !isSame(e, value, unchecked(before[i]))) return true;
  }
  return false;
}

class Reader {
  sum: u64 = 0;
  left: i32 = MAX_NODES;

  constructor(private e: Evaluator) {}

  read(node: Node): void {
    addSteps(1);
    if (--this.left < 0) return;
    switch (node.kind) {
      case N.Name: this.name(node.sym); return;
      case N.Str: case N.Num: case N.Const: case N.Regex: return; // `b` of a Str is the evaluator's
      case N.Attr: if (node.a!.kind == N.Name) { this.member(node.a!.sym, node.sym); return; } this.version(); break;
      case N.Call: if (!this.isForeign(node.a!)) this.version(); break;
    }
    if (node.a !== null) this.read(node.a!);
    if (node.b !== null) this.read(node.b!);
    const list = node.list;
    if (list !== null) for (let i = 0; i < list.length && this.left >= 0; i++) this.read(unchecked(list[i]));
  }

  /** `len`, `any` */
  private isForeign(callee: Node): bool {
    return callee.kind == N.Name && this.e.bindings.find(callee.sym) === null;
  }

  /** Fields, and what functions see. */
  private version(): void { this.sum = mixed(this.sum, this.e.world.version as u64); }

  private member(object: i32, symbol: i32): void {
    this.name(object);
    const binding = this.e.bindings.find(object);
    if (binding !== null && (binding.value.kind == V.Class || binding.value.kind == V.Instance)) { this.field(binding.value, symbol); return; }
    const key = fieldKey(object, symbol);
    if (this.e.fields.has(key)) this.add(this.e.fields.get(key));
  }

  /** What is no field of the object itself may be computed from others. */
  private field(object: Value, symbol: i32): void {
    const field = object.kind == V.Instance ? asInstance(object).field(symbol) : null;
    if (field === null) this.version();
    else this.add(field);
  }

  private name(symbol: i32): void {
    const binding = this.e.bindings.find(symbol);
    if (binding !== null) this.add(binding.value);
  }

  private add(value: Value | null): void {
    if (value !== null) this.sum = mixed(this.sum, identity(value));
  }
}

/** Values never change once made: where their contents lie tells which they are, with the length as room is used again. */
function identity(value: Value): u64 {
  switch (value.kind) {
    case V.Number: return asNumber(value).number as u64;
    case V.Unknown: return value.labels;
    case V.Path: case V.Constant: return value.node as u64;
    case V.Text: return placed(changetype<usize>(asText(value).bytes) + asText(value).from, asText(value).length);
    case V.List: case V.Dict: return placed(asItems(value).address, asItems(value).count);
    default: return changetype<usize>(value) as u64;
  }
}

function placed(address: usize, length: i32): u64 {
  return ((address as u64) << 32) | (length as u64);
}
