/** Where a guest's random bytes come from. */
export interface Randomness {
  fill(bytes: Uint8Array): void;
}

const realRandomness: Randomness = {
  fill(bytes) {
    for (let at = 0; at < bytes.length; at += WEB_CRYPTO_CHUNK) {
      crypto.getRandomValues(bytes.subarray(at, at + WEB_CRYPTO_CHUNK) as Uint8Array<ArrayBuffer>);
    }
  },
};

/** Web Crypto's own limit of one `getRandomValues`. */
const WEB_CRYPTO_CHUNK = 65_536;

/**
 * The same bytes in every run: SplitMix64 (Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014).
 * Of no use against anybody, which a run that shall be repeatable does not need.
 */
export function seededRandomness(seed: bigint): Randomness {
  let state = seed;
  const next = () => {
    state = BigInt.asUintN(64, state + 0x9e3779b97f4a7c15n);
    let mixed = state;
    mixed = BigInt.asUintN(64, (mixed ^ (mixed >> 30n)) * 0xbf58476d1ce4e5b9n);
    mixed = BigInt.asUintN(64, (mixed ^ (mixed >> 27n)) * 0x94d049bb133111ebn);
    return mixed ^ (mixed >> 31n);
  };
  return {
    fill(bytes) {
      for (let at = 0; at < bytes.length; at += 8) {
        const word = next();
        for (let index = at; index < Math.min(at + 8, bytes.length); index++) {
          bytes[index] = Number((word >> BigInt((index - at) * 8)) & 255n);
        }
      }
    },
  };
}

/** Set once, before any guest code runs. */
export let randomness: Randomness = realRandomness;

export function useRandomness(chosen: Randomness): void {
  randomness = chosen;
}
