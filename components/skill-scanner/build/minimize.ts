import type { Automaton } from "./automaton.ts";

/** Merges states that no text can tell apart (Moore's algorithm), and puts the accepting ones last. */
export function minimize(automaton: Automaton): Automaton {
  let blocks = numbered(automaton.accepts.map((patterns) => patterns.join(",")));
  for (let count = 0; count < blocks.count; ) {
    count = blocks.count;
    blocks = refine(automaton, blocks);
  }
  return merge(automaton, blocks.of);
}

interface Blocks {
  readonly of: number[];
  readonly count: number;
}

/** States stay together when they were, and every class leads them to states that were. A state that is alone stays so. */
function refine({ next }: Automaton, { of: before, count }: Blocks): Blocks {
  const sizes = new Uint32Array(count);
  for (const block of before) sizes[block] = (sizes[block] ?? 0) + 1;
  // One character a number: there are fewer states than characters, and digits would take most of the time.
  const text = (block: number, row: readonly number[]) =>
    String.fromCharCode(block, ...row.map((to) => before[to] ?? 0));
  return numbered(before.map((block, state) => (sizes[block] === 1 ? block : text(block, next[state] ?? []))));
}

/** Numbers distinct keys in order of appearance. */
function numbered(keys: readonly (number | string)[]): Blocks {
  const numbers = new Map<number | string, number>();
  const of = keys.map((key) => {
    const known = numbers.get(key) ?? numbers.size;
    numbers.set(key, known);
    return known;
  });
  return { of, count: numbers.size };
}

function merge(automaton: Automaton, block: readonly number[]): Automaton {
  const first = firstOfEach(block);
  const isSilent = (state: number) => automaton.accepts[state]?.length === 0;
  const order = [...first.filter(isSilent), ...first.filter((state) => !isSilent(state))];
  const place = new Map(order.map((state, index) => [block[state], index]));
  const placeOf = (state: number): number => place.get(block[state]) ?? 0;
  return {
    ...automaton,
    next: order.map((state) => (automaton.next[state] ?? []).map(placeOf)),
    accepts: order.map((state) => automaton.accepts[state] ?? []),
    start: placeOf(automaton.start),
    fresh: automaton.fresh.map(placeOf),
  };
}

/** Index of the first state of each block, in order of appearance. */
function firstOfEach(block: readonly number[]): number[] {
  const met = new Set<number>();
  return block.flatMap((name, state) => {
    if (met.has(name)) return [];
    met.add(name);
    return [state];
  });
}
