import { createHash, randomBytes } from "node:crypto";
import type { EntryFacts } from "./entry.ts";

/** Two numbers for an object, which are the same for the same object within a run and tell nothing of the host. */
export type Identity = (facts: Pick<EntryFacts, "id">) => { readonly device: bigint; readonly inode: bigint };

/** @param deterministic numbered in the order in which they are first seen, instead of by a key that each run has anew */
export function identity(deterministic: boolean): Identity {
  return deterministic ? byOrder() : byKey();
}

function byOrder(): Identity {
  const seen = new Map<string, bigint>();
  return ({ id }) => {
    const inode = seen.get(id) ?? BigInt(seen.size + 1);
    seen.set(id, inode);
    return { device: 1n, inode };
  };
}

function byKey(): Identity {
  const key = randomBytes(16);
  return ({ id }) => {
    const hash = createHash("sha256").update(key).update(id).digest();
    // 0 is no inode to many programs.
    return { device: 1n, inode: hash.readBigUInt64LE() | 1n };
  };
}
