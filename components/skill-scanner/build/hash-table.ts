/** Slots of an open-addressing table, a power of two and at most half full. A slot holds an entry's number, 0 for none. */
export interface HashTable {
  readonly slots: readonly number[];
  readonly mask: number;
}

/** Places entry `i + 1` by `hashes[i]`, linear probing. */
export function hashTable(hashes: readonly number[]): HashTable {
  const size = 2 ** Math.ceil(Math.log2(hashes.length * 2 + 2));
  const slots = new Array<number>(size).fill(0);
  for (const [index, hash] of hashes.entries()) {
    let slot = hash & (size - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
    slots[slot] = index + 1;
  }
  return { slots, mask: size - 1 };
}

/** FNV-1a, 32 bits, as the lexer computes it while it reads a name. */
export function hashBytes(bytes: Iterable<number>): number {
  let hash = 2166136261;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 16777619);
  return hash >>> 0;
}

/** Of an edge of the name tree; the same arithmetic as `childOf` in `assembly/name-tree.ts`. */
export function hashEdge(from: number, name: number): number {
  const mixed = Math.imul(from * 4099 + name, 0x9e3779b1) >>> 0;
  return mixed >>> 12;
}
