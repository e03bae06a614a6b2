import { seededRandom } from "./seeded-random.ts";

const FNV_START = 2166136261;
const FNV_PRIME = 16777619;
const BLOCK_LETTERS = 6;

/**
 * 2^blocks different names with one and the same hash. Each block has two spellings that lead from the same state to the same
 * state, found as a birthday collision; every choice of spellings is a name (Joux, "Multicollisions in iterated hash functions").
 */
export function collidingNames(blocks: number): string[] {
  const random = seededRandom(1);
  let state = FNV_START;
  let names = [""];
  for (let i = 0; i < blocks; i++) {
    const pair = collision(state, random);
    names = names.flatMap((name) => pair.map((block) => name + block));
    state = hashFrom(state, pair[0]);
  }
  return names;
}

function collision(state: number, random: (below: number) => number): [string, string] {
  const seen = new Map<number, number>();
  for (;;) {
    const block = random(26 ** BLOCK_LETTERS);
    const hash = hashFrom(state, spelling(block));
    const other = seen.get(hash);
    if (other !== undefined && other !== block) return [spelling(other), spelling(block)];
    seen.set(hash, block);
  }
}

/** A block's letters: its number in base 26. */
function spelling(block: number): string {
  let rest = block;
  let letters = "";
  for (let i = 0; i < BLOCK_LETTERS; i++) {
    letters += String.fromCharCode(97 + (rest % 26));
    rest = Math.floor(rest / 26);
  }
  return letters;
}

/** FNV-1a, as names.ts computes it. */
function hashFrom(state: number, text: string): number {
  let hash = state;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), FNV_PRIME) >>> 0;
  return hash;
}
