import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { clearCache } from "../../../src/engine/cache/clear.ts";
import { listCache } from "../../../src/engine/cache/list.ts";
import { entryPath, temporaryPath } from "../../../src/engine/cache/names.ts";
import { storeEntry } from "../../../src/engine/cache/store.ts";
import { temporaryFolder } from "../support/prepare-options.ts";
import { age, ageOf, entry, keyNumber } from "./support/entries.ts";

const HOUR = 3_600_000;

describe("the list", () => {
  it("says what each entry is, last used first, and changes nothing", () => {
    const folder = filled();
    age(entryPath(folder, keyNumber(0)), 5 * HOUR);
    writeFileSync(entryPath(folder, keyNumber(2)), "garbage");
    age(entryPath(folder, keyNumber(2)), 6 * HOUR);
    const stale = `${"ab".repeat(16)}${keyNumber(3).slice(32)}`;
    writeFileSync(entryPath(folder, stale), "of another build");
    age(entryPath(folder, stale), 7 * HOUR);
    expect(listCache(folder)).toMatchObject([
      { key: keyNumber(1), digest: entry.digest, kind: "component", state: "usable" },
      { key: keyNumber(0), digest: entry.digest, kind: "component", state: "usable" },
      { key: keyNumber(2), digest: undefined, kind: undefined, state: "damaged", bytes: 7 },
      { key: stale, digest: undefined, kind: undefined, state: "stale", bytes: 16 },
    ]);
    expect(ageOf(folder, keyNumber(0))).toBeGreaterThan(4 * HOUR);
    expect(existsSync(entryPath(folder, keyNumber(2)))).toBe(true);
  });

  it("of a cache that does not exist yet is empty", () => {
    expect(listCache(join(temporaryFolder(), "none"))).toEqual([]);
  });
});

describe("clearing", () => {
  it("removes entries and leftovers, whatever is in them, and nothing else", () => {
    const folder = filled();
    const target = join(temporaryFolder(), "target");
    writeFileSync(target, "untouched");
    symlinkSync(target, entryPath(folder, keyNumber(2)));
    writeFileSync(temporaryPath(folder, keyNumber(3)), "half");
    for (const name of ["engine-0123456789abcdef", "engine-0123456789abcdef.12"]) writeFileSync(join(folder, name), "");
    writeFileSync(join(folder, "notes.txt"), "");
    mkdirSync(join(folder, "kept"));
    expect(clearCache(folder)).toMatchObject({ entries: 3, others: 2 });
    expect(readdirSync(folder).sort()).toEqual(["kept", "notes.txt"]);
    expect(readFileSync(target, "utf8")).toBe("untouched");
  });

  it("a cache that does not exist yet removes nothing", () => {
    expect(clearCache(join(temporaryFolder(), "none"))).toEqual({ entries: 0, bytes: 0, folders: [], others: 0 });
  });

  it.each<[string, (folder: string) => void]>([
    ["that others can look into", (folder) => chmodSync(folder, 0o755)],
    ["that others can write", (folder) => chmodSync(folder, 0o722)],
    ["that is a link", (folder) => link(folder)],
  ])("a folder %s is refused, and stays as it is", (_, spoil) => {
    const folder = filled();
    spoil(folder);
    expect(() => clearCache(folder)).toThrow(expect.objectContaining({ code: "refused" }));
    expect(readdirSync(folder)).toHaveLength(2);
  });

  it.runIf(process.getuid?.() === 0)("a folder that is somebody else's is refused", () => {
    const folder = filled();
    chownSync(folder, 65_534, 65_534);
    expect(() => clearCache(folder)).toThrow(/belongs to somebody else/);
    expect(readdirSync(folder)).toHaveLength(2);
  });
});

function filled(): string {
  const folder = join(temporaryFolder(), "cache");
  for (const n of [0, 1]) storeEntry(folder, keyNumber(n), entry);
  return folder;
}

function link(folder: string): void {
  renameSync(folder, `${folder}-real`);
  symlinkSync(`${folder}-real`, folder);
}
