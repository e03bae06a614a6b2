/** A small generator with a seed (mulberry32), so that a failure can be repeated. */
export function createRandom(seed: number) {
  let state = seed;
  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  const below = (limit: number) => Math.floor(next() * limit);
  const pick = <T>(first: T, ...rest: readonly T[]): T => rest[below(rest.length + 1) - 1] ?? first;
  return { below, pick };
}

export type Random = ReturnType<typeof createRandom>;
