import { malformed } from "./malformed.ts";
import type { Reader } from "./reader.ts";

/**
 * What a walk may spend. Files are at most 64 MiB, but one byte can stand for an object on our heap and for code in the
 * generator; real components stay far below each of these (StarlingMonkey with all of WASI: 7 modules, 2,100 items).
 */
export const WALK_CAPS = {
  depth: 32,
  sections: 100_000,
  coreModules: 256,
  coreInstances: 512,
  items: 500_000,
  names: 50_000,
  memories: 16,
  tables: 128,
} as const;

/** What one whole file spends, counted over all its nested components. */
export interface Spent {
  sections: number;
  items: number;
  names: number;
  coreModules: number;
}

export function nothingSpent(): Spent {
  return { sections: 0, items: 0, names: 0, coreModules: 0 };
}

export function spend(spent: Spent, what: keyof Spent, amount: number, offset: number): void {
  spent[what] += amount;
  if (spent[what] > WALK_CAPS[what]) throw malformed(offset, `more than ${WALK_CAPS[what]} ${TITLES[what]}`);
}

/** Reads a vector of the format: a count, then that many items, each at least one byte. */
export function eachOf(reader: Reader, spent: Spent, item: () => void): void {
  const offset = reader.offset;
  const count = reader.u32();
  if (count > reader.remaining) throw malformed(offset, `a list of ${count} items runs past the end`);
  spend(spent, "items", count, offset);
  for (let index = 0; index < count; index += 1) item();
}

const TITLES: Record<keyof Spent, string> = {
  sections: "sections",
  items: "list items",
  names: "names",
  coreModules: "core modules",
};
