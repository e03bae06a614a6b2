import { randomness } from "../randomness.ts";

/** The guest chooses the length; a longer wish traps instead of making this process allocate it. */
const MAX_BYTES = 1024 * 1024;

export const random = {
  "wasi:random/random": { getRandomBytes: bytes, getRandomU64: word },
  "wasi:random/insecure": { getInsecureRandomBytes: bytes, getInsecureRandomU64: word },
  "wasi:random/insecure-seed": { insecureSeed: () => [word(), word()] },
} as const;

function bytes(length: bigint): Uint8Array {
  if (length > BigInt(MAX_BYTES)) throw new Error(`${length} random bytes at once are more than ${MAX_BYTES}`);
  const result = new Uint8Array(Number(length));
  randomness.fill(result);
  return result;
}

function word(): bigint {
  const result = new BigUint64Array(1);
  randomness.fill(new Uint8Array(result.buffer));
  return result[0] ?? 0n;
}
