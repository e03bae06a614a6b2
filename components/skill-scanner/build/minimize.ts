import type { Automaton } from "./automaton.ts";

/** Merges states that no text can tell apart (Moore's algorithm), and puts the accepting ones last. */
export function minimize(automaton: Automaton): Automaton {
  let block = number(automaton.accepts.map((patterns) => patterns.join(",")));
  for (let count = 0; count !== block.count; ) {
    count = block.count;
    block = number(automaton.next.map((row, state) => `${block.of[state]}:${row.map((to) => block.of[to]).join(",")}`));
  }
  return merge(automaton, block.of);
}

/** Numbers distinct keys in order of appearance. */
function number(keys: readonly string[]): { of: number[]; count: number } {
  const numbers = new Map<string, number>();
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
