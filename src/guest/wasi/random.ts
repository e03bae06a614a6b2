/** The guest chooses the length; a longer wish traps instead of making this process allocate it. */
const MAX_BYTES = 1024 * 1024;

/** Web Crypto's own limit of one `getRandomValues`. */
const WEB_CRYPTO_CHUNK = 65_536;

export const random = {
  "wasi:random/random": { getRandomBytes: bytes, getRandomU64: word },
  "wasi:random/insecure": { getInsecureRandomBytes: bytes, getInsecureRandomU64: word },
  "wasi:random/insecure-seed": { insecureSeed: () => [word(), word()] },
} as const;

function bytes(length: bigint): Uint8Array {
  if (length > BigInt(MAX_BYTES)) throw new Error(`${length} random bytes at once are more than ${MAX_BYTES}`);
  const result = new Uint8Array(Number(length));
  for (let at = 0; at < result.length; at += WEB_CRYPTO_CHUNK) {
    crypto.getRandomValues(result.subarray(at, at + WEB_CRYPTO_CHUNK));
  }
  return result;
}

function word(): bigint {
  return crypto.getRandomValues(new BigUint64Array(1))[0] ?? 0n;
}
