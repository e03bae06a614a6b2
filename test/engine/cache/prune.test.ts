import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { encodeEntry } from "../../../src/engine/cache/entry.ts";
import type { CacheFile } from "../../../src/engine/cache/files.ts";
import { generation } from "../../../src/engine/cache/key.ts";
import { loadEntry } from "../../../src/engine/cache/load.ts";
import { entryPath, temporaryPath } from "../../../src/engine/cache/names.ts";
import { superfluous } from "../../../src/engine/cache/prune.ts";
import { storeEntry } from "../../../src/engine/cache/store.ts";
import { temporaryFolder } from "../support/prepare-options.ts";
import { age, ageOf, entry, keyNumber } from "./support/entries.ts";

const SECOND = 1000;
const HOUR = 3600 * SECOND;
const DAY = 24 * HOUR;
const SIZE = encodeEntry(keyNumber(0), entry).length;

describe("the cache's size", () => {
  it("stays below its bound: the entries that were unused for longest go", () => {
    const folder = filled(5);
    expect(storeEntry(folder, keyNumber(5), entry, 3 * SIZE)).toBeUndefined();
    expect(kept(folder, 6)).toEqual([3, 4, 5]);
  });

  it("of 0 keeps only what is new", () => {
    const folder = filled(3);
    storeEntry(folder, keyNumber(3), entry, 0);
    expect(kept(folder, 4)).toEqual([3]);
  });

  it("is not bounded by removing more than is needed", () => {
    const folder = filled(4);
    storeEntry(folder, keyNumber(4), entry, 4 * SIZE);
    expect(kept(folder, 5)).toEqual([1, 2, 3, 4]);
  });

  it("counts what is used as used: it is kept, and its time is set once an hour at most", () => {
    const folder = filled(3);
    expect(loadEntry(folder, keyNumber(0))).toBeDefined();
    expect(ageOf(folder, keyNumber(0))).toBeLessThan(HOUR / 2);
    storeEntry(folder, keyNumber(3), entry, 2 * SIZE);
    expect(kept(folder, 4)).toEqual([0, 3]);
    age(entryPath(folder, keyNumber(0)), HOUR / 2);
    loadEntry(folder, keyNumber(0));
    expect(ageOf(folder, keyNumber(0))).toBeGreaterThan(HOUR / 3);
  });

  it("is kept when the clock has been set back: times to come are old, and set right by use", () => {
    const folder = filled(3);
    age(entryPath(folder, keyNumber(1)), -100 * DAY);
    loadEntry(folder, keyNumber(2));
    storeEntry(folder, keyNumber(3), entry, 3 * SIZE);
    expect(kept(folder, 4)).toEqual([0, 2, 3]);
    age(entryPath(folder, keyNumber(0)), -DAY);
    loadEntry(folder, keyNumber(0));
    expect(Math.abs(ageOf(folder, keyNumber(0)))).toBeLessThan(HOUR);
  });

  it("is looked after by a store alone: a hit removes nothing", () => {
    const folder = filled(2);
    writeFileSync(temporaryPath(folder, keyNumber(9)), "");
    age(join(folder, readdirSync(folder).find((name) => name.startsWith(".")) ?? ""), DAY);
    loadEntry(folder, keyNumber(0));
    expect(readdirSync(folder)).toHaveLength(3);
  });
});

describe("leftovers", () => {
  it("of killed writers go after a while, not while one may still write", () => {
    const folder = filled(1);
    const [dead, alive] = [temporaryPath(folder, keyNumber(1)), temporaryPath(folder, keyNumber(1))];
    for (const path of [dead, alive]) writeFileSync(path, "half");
    age(dead, HOUR);
    storeEntry(folder, keyNumber(2), entry);
    expect([dead, alive].map((path) => existsSync(path))).toEqual([false, true]);
  });

  it("of other builds go when nobody has used them for a week", () => {
    const folder = filled(1);
    const names = ["ab".repeat(16), "cd".repeat(16)].map((other) => keyNumber(0).replace(generation(), other));
    const [unused = "", inUse = ""] = names.map((name) => entryPath(folder, name));
    for (const path of [unused, inUse]) writeFileSync(path, "");
    age(unused, 8 * DAY);
    age(inUse, 6 * DAY);
    age(entryPath(folder, keyNumber(0)), 300 * DAY);
    storeEntry(folder, keyNumber(1), entry);
    expect([unused, inUse].map((path) => existsSync(path))).toEqual([false, true]);
    expect(kept(folder, 2)).toEqual([0, 1]);
  });

  it("are removed by name: a link is not followed, and what is not ours stays", () => {
    const folder = filled(1);
    const target = join(temporaryFolder(), "target");
    writeFileSync(target, "untouched");
    symlinkSync(target, entryPath(folder, keyNumber(7)));
    writeFileSync(join(folder, "notes.txt"), "x".repeat(10_000));
    mkdirSync(entryPath(folder, keyNumber(8)));
    storeEntry(folder, keyNumber(1), entry, 0);
    expect(readFileSync(target, "utf8")).toBe("untouched");
    expect(existsSync(join(folder, "notes.txt"))).toBe(true);
    expect(existsSync(entryPath(folder, keyNumber(8)))).toBe(true);
  });
});

describe("what is superfluous", () => {
  const current = "ef".repeat(16);
  const files: readonly CacheFile[] = Array.from({ length: 100 }, (_, n) => {
    return { name: `${current}-${n}`, kind: "entry", bytes: n, lastUse: n * HOUR };
  });

  it.each([0, 1, 98, 99, 2500, 4949, 4950, 5000])(
    "brings %i bytes below the bound with as few as possible",
    (bound) => {
      const names = new Set(superfluous(files, { maxBytes: bound, now: 1000 * HOUR, current }));
      const bytes = (some: readonly CacheFile[]) => some.reduce((sum, file) => sum + file.bytes, 0);
      const rest = files.filter(({ name }) => !names.has(name));
      expect(bytes(rest)).toBeLessThanOrEqual(bound);
      const lastEvicted = files[names.size - 1];
      if (lastEvicted !== undefined) expect(bytes([lastEvicted, ...rest])).toBeGreaterThan(bound);
    },
  );

  it("is never new", () => {
    const fresh = files.map((file) => ({ ...file, lastUse: 1000 * HOUR - 9 * SECOND }));
    expect(superfluous(fresh, { maxBytes: 0, now: 1000 * HOUR, current })).toEqual([]);
  });
});

/** A cache with entries 0 to count-1, the first unused for longest. */
function filled(count: number): string {
  const folder = join(temporaryFolder(), "cache");
  for (let n = 0; n < count; n += 1) {
    storeEntry(folder, keyNumber(n), entry);
    age(entryPath(folder, keyNumber(n)), (count - n) * 2 * HOUR);
  }
  return folder;
}

function kept(folder: string, count: number): number[] {
  return Array.from({ length: count }, (_, n) => n).filter((n) => existsSync(entryPath(folder, keyNumber(n))));
}
