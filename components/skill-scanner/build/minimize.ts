import type { Automaton } from "./automaton.ts";

/** Merges states that no text can tell apart (Moore's algorithm), and puts the accepting ones last. */
export function minimize(automaton: Automaton): Automaton {
  let blocks = numbered(automaton.accepts.map((patterns) => patterns.join(",")));
  for (let count = 0; count < blocks.count; ) {
    count = blocks.count;
    blocks = refine(automaton, blocks.of);
  }
  return merge(automaton, blocks.of);
}

interface Blocks {
  readonly of: number[];
  readonly count: number;
}

/** States stay together when they were, and every class leads them to states that were. */
function refine({ next, classCount }: Automaton, before: readonly number[]): Blocks {
  let blocks: Blocks = { of: [...before], count: 0 };
  for (let c = 0; c < classCount; c++) {
    blocks = numbered(blocks.of.map((block, state) => block * next.length + (before[next[state]?.[c] ?? 0] ?? 0)));
  }
  return blocks;
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
  const first = [...new Set(block)].map((name) => block.indexOf(name));
  const silent = first.filter((state) => automaton.accepts[state]?.length === 0);
  const order = [...silent, ...first.filter((state) => !silent.includes(state))];
  const place = new Map(order.map((state, index) => [block[state], index]));
  const placeOf = (state: number): number => place.get(block[state]) ?? 0;
  return {
    ...automaton,
    next: order.map((state) => (automaton.next[state] ?? []).map(placeOf)),
    accepts: order.map((state) => automaton.accepts[state] ?? []),
    start: placeOf(automaton.start),
  };
}
