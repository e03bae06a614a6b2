import { malformed } from "../wasm/malformed.ts";
import type { Facts } from "./facts.ts";
import { checkIndices } from "./indices.ts";
import type { Instructions } from "./instructions.ts";
import { OP, opensBlock, passingOver } from "./opcodes.ts";

/** One turn of a loop, or one call of a function without its loops. */
export interface Region {
  /**
   * Instructions on the longest way through it, those of inner loops not counted; `else` and `end` are none. All of its
   * instructions would be too many: an interpreter is one loop with hundreds of cases, of which a turn takes one.
   */
  readonly cost: number;
  /** Nothing is called nor thrown in it nor in its inner loops, so nobody else sees the fuel while it turns. */
  readonly callFree: boolean;
}

/** What a call of each leaf costs, by function index: its callers pay for it. */
export type Leaves = ReadonlyMap<number, number>;

/** The regions of a function: its own, which costs one more for the call, then its loops in the order of their heads. */
export function regionsOf(code: Instructions, facts: Facts, leaves: Leaves): readonly Region[] {
  const ways = new Ways(leaves);
  while (code.step()) {
    ways.count(code.passed);
    checkIndices(code, facts);
    ways.follow(code);
  }
  return ways.regions;
}

/** Instructions that only count. */
export const COUNTED = passingOver([[0x01], [0x1a, 0x1b], [0x20, 0x22], [0x28, 0x3f], [0x41, 0xd1], [0xd3, 0xd4]]);

interface Way {
  cost: number;
  callFree: boolean;
  /** Instructions on the longest way to here; NOWHERE after an instruction that never goes on. */
  here: number;
  readonly outer: Way | undefined;
}

interface Block {
  /** The region that its label belongs to: of a loop the one around it. */
  readonly region: Way;
  /** The longest way to its start, and to its end by a branch. */
  readonly start: number;
  end: number;
  readonly loop: boolean;
}

/** Follows all ways through a function at once, which its nested blocks allow in one pass. */
class Ways {
  readonly regions: Way[];
  readonly #blocks: Block[];
  readonly #leaves: Leaves;
  #region: Way;

  constructor(leaves: Leaves) {
    this.#leaves = leaves;
    this.#region = { cost: 1, callFree: true, here: 1, outer: undefined };
    this.regions = [this.#region];
    this.#blocks = [{ region: this.#region, start: 1, end: NOWHERE, loop: false }];
  }

  count(instructions: number): void {
    const region = this.#region;
    region.here += instructions;
    if (region.here > region.cost) region.cost = region.here;
  }

  follow(code: Instructions): void {
    const { op } = code;
    if (op === OP.end || op === OP.delegate) this.#end(code);
    else if (op === OP.else || op === OP.catch || op === OP.catchAll) this.#otherArm(code);
    else this.#go(code);
  }

  #go(code: Instructions): void {
    if (code.op === OP.loop) this.#enterLoop();
    else if (opensBlock(code.op)) this.#open();
    this.count(1);
    this.#branch(code);
    if (isCall(code.op)) this.#call(code);
  }

  #call({ op, index }: Instructions): void {
    const cost = op === OP.call ? this.#leaves.get(index) : undefined;
    if (cost === undefined) markCalls(this.#region);
    else this.count(cost);
  }

  #open(): void {
    this.#blocks.push({ region: this.#region, start: this.#region.here, end: NOWHERE, loop: false });
  }

  #enterLoop(): void {
    this.#blocks.push({ region: this.#region, start: this.#region.here, end: NOWHERE, loop: true });
    this.#region = { cost: 0, callFree: true, here: 0, outer: this.#region };
    this.regions.push(this.#region);
  }

  #end({ at }: Instructions): void {
    const block = this.#blocks.pop();
    if (block === undefined) throw malformed(at, "a block ends that did not start");
    const { region } = block;
    // What comes after a loop goes on from its head: its turns have paid for themselves.
    const fallsThrough = this.#region.here === NOWHERE ? NOWHERE : block.loop ? block.start : this.#region.here;
    // Without `else`, an `if` that is not taken comes here from its start.
    region.here = Math.max(fallsThrough, block.end, block.start);
    this.#region = region;
  }

  /** The other arm of an `if` starts where the first one did; so, nearly enough, does what catches. */
  #otherArm({ at }: Instructions): void {
    const block = this.#blocks.at(-1);
    if (block === undefined) throw malformed(at, "an arm without its start");
    block.end = Math.max(block.end, this.#region.here);
    this.#region.here = block.start;
  }

  #branch(code: Instructions): void {
    const { op, index } = code;
    if (op === OP.br || op === OP.brIf || isTypeBranch(op)) this.#reach(index);
    else if (op === OP.brTable) for (const label of code.labels()) this.#reach(label);
    if (NEVER_GOES_ON.has(op)) this.#region.here = NOWHERE;
  }

  /** A branch ends at its block's end; to a loop it ends the turn, and out of the function it ends the call. */
  #reach(label: number): void {
    const block = this.#blocks.at(-1 - label);
    if (block === undefined || block.loop) return;
    if (block.region.here > block.end) block.end = block.region.here;
  }
}

const NOWHERE = -Infinity;

const NEVER_GOES_ON: ReadonlySet<number> = new Set([
  ...[OP.unreachable, OP.br, OP.brTable, OP.return, OP.throw, OP.rethrow, OP.throwRef],
  ...[OP.returnCall, OP.returnCallIndirect, OP.returnCallRef],
]);

function isTypeBranch(op: number): boolean {
  return op === OP.brOnNull || op === OP.brOnNonNull || op === OP.brOnCast || op === OP.brOnCastFail;
}

/**
 * A growth becomes a call of ours, which may end the run and then says how much was used. What throws leaves to a place
 * that is not known here, past a caller's loop that would keep its fuel in a local.
 */
function isCall(op: number): boolean {
  const calls = op >= OP.call && op <= OP.returnCallRef;
  return calls || op === OP.memoryGrow || op === OP.tableGrow || (op >= OP.throw && op <= OP.throwRef);
}

function markCalls(region: Way): void {
  for (let at: Way | undefined = region; at?.callFree === true; at = at.outer) at.callFree = false;
}
