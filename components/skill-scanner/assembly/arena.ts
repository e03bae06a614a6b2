// Memory of one scan. It is thrown away as a whole at the end; in between, what an expression or a function has left behind is
// taken back when nothing that lives longer can point into it. Whoever stores something for longer says so with `keep`.
import { keptCount } from "./kept";
import { TAKE_BACK } from "./tables";

export { keep, keptCount } from "./kept";

/** Address that the evaluator may reach; above it the report still has to be written. */
const MAX_EVALUATION_END: usize = 144 << 20;

/** Address that trees may reach; the rest of a file is then reported as not read. The evaluator needs memory above it. */
const MAX_TREE_END: usize = 128 << 20;

/** The end of what is in use. */
// @ts-ignore: decorator
@inline export function mark(): usize { return heap.alloc(0); }

/** Takes back all memory since `start`, unless something of it was kept since then. */
export function takeBack(start: usize, keptBefore: i32): void {
  if (!TAKE_BACK || keptCount() != keptBefore) return;
  // The stub runtime frees the last block only; so this one is made to reach to the end (rt/stub.ts: the size lies before the block).
  const last = heap.alloc(0);
  store<usize>(start - HEADER, last + load<usize>(last - HEADER) - start);
  heap.free(start);
}

const HEADER: usize = sizeof<usize>();

/** Too little memory is left to go on. */
export function isExhausted(): bool {
  const end = heap.alloc(0);
  heap.free(end);
  exhausted = exhausted || end > MAX_EVALUATION_END;
  return end > MAX_EVALUATION_END;
}

/** A node at this address is the last one of its tree. */
// @ts-ignore: decorator
@inline export function isBeyondTrees(address: usize): bool {
  if (address <= MAX_TREE_END) return false;
  exhausted = true;
  return true;
}

/** At some time of this scan something was cut for want of memory; some of it may have been taken back since. */
export function wasExhausted(): bool { return exhausted; }

/** After a scan: its memory goes as a whole. */
export function forgetAll(): void {
  exhausted = false;
  heap.reset();
}

let exhausted: bool = false;
