// Whether a loop comes nearer to one of its ends. These hang on the names in its condition, in those of the branches inside of
// it, and in what is assigned to any of these names.
import { Node, N } from "./ast";
import { Evaluator } from "./evaluator";
import { addSteps } from "./steps";
import { asItems, asNumber, asText, V, Value } from "./value";

/** Nodes of a loop that are looked at, and how often what is assigned is gone through; beyond, all of it is taken to change. */
const MAX_NODES: i32 = 1024;
const MAX_PASSES: i32 = 8;

/** What the ends of one loop hang on. */
export class WaysOut {
  private readonly names: i32[] = [];
  private readonly assignments: Node[] = [];
  private left: i32 = MAX_NODES;

  constructor(private e: Evaluator, condition: Node, body: Node) {
    this.takeNames(condition);
    this.look(body);
    let passes = 0;
    while (this.left > 0 && this.followAssignments()) if (++passes == MAX_PASSES) this.left = 0;
    e.world.visits += (MAX_NODES - max(0, this.left)) >> 2;
  }

  /** What they stand at, as one number: the same while all of it holds the same, and nothing that functions see has changed. */
  get standing(): u64 {
    const e = this.e;
    let sum = mixed(e.world.version as u64, this.left > 0 ? 0 : e.world.visits as u64);
    for (let i = 0; i < this.names.length; i++) {
      const binding = e.bindings.find(unchecked(this.names[i]));
      sum = mixed(sum, binding === null ? 0 : identity(binding.value));
    }
    return sum;
  }

  private look(node: Node): void {
    addSteps(1);
    if (--this.left <= 0) return;
    switch (node.kind) {
      case N.If: case N.IfExp: this.takeConditions(node.list!); break;
      case N.While: case N.For: case N.Match: if (node.list !== null) this.takeNames(node.list![0]); break;
      case N.Assign: case N.AugAssign: case N.Walrus: this.assignments.push(node); break;
      case N.FuncDef: case N.ClassDef: case N.Lambda: case N.Str: return; // `b` of a Str is the evaluator's
    }
    if (node.a !== null) this.look(node.a!);
    if (node.b !== null) this.look(node.b!);
    const list = node.list;
    if (list !== null) for (let i = 0; i < list.length; i++) this.look(unchecked(list[i]));
  }

  private takeConditions(list: Node[]): void {
    for (let i = 0; i + 1 < list.length; i += 2) this.takeNames(unchecked(list[i]));
  }

  private takeNames(node: Node): void {
    addSteps(1);
    if (--this.left <= 0 || node.kind == N.Str) return;
    if (node.kind == N.Name && !this.names.includes(node.sym)) this.names.push(node.sym);
    if (node.a !== null) this.takeNames(node.a!);
    if (node.b !== null) this.takeNames(node.b!);
    const list = node.list;
    if (list !== null) for (let i = 0; i < list.length; i++) this.takeNames(unchecked(list[i]));
  }

  /** Returns whether that brought new names. */
  private followAssignments(): bool {
    const known = this.names.length;
    for (let i = 0; i < this.assignments.length; i++) {
      const node = unchecked(this.assignments[i]);
      if (node.kind == N.Assign) this.followTargets(node.list!);
      else if (this.isAsked(node.a!)) this.takeNames(node.b!);
    }
    return this.names.length > known;
  }

  /** Targets, and the value. */
  private followTargets(list: Node[]): void {
    const last = list.length - 1;
    for (let i = 0; i < last; i++) if (this.isAsked(unchecked(list[i]))) this.takeNames(unchecked(list[last]));
  }

  /** Some name in the target is one of those; `a, b = …`, `a[0] = …` */
  private isAsked(target: Node): bool {
    addSteps(1);
    if (--this.left <= 0) return true;
    if (target.kind == N.Name) return this.names.includes(target.sym);
    if (target.a !== null && this.isAsked(target.a!)) return true;
    const list = target.list;
    if (list !== null) for (let i = 0; i < list.length; i++) if (this.isAsked(unchecked(list[i]))) return true;
    return false;
  }
}

/** Of two numbers one that tells which they were, and in which order. The factor is that of Knuth's multiplicative hashing for 64 bits. */
function mixed(a: u64, b: u64): u64 {
  return rotl<u64>(a, 23) * 0x9e3779b97f4a7c15 + b + 1;
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
