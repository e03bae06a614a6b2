import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { loadEntry } from "../../../src/engine/cache/load.ts";
import { storeEntry } from "../../../src/engine/cache/store.ts";
import { temporaryFolder } from "../support/prepare-options.ts";
import { entry, keyNumber } from "./support/entries.ts";
import { makeReadOnly, mounted, whyNoDisk } from "./support/small-disk.ts";

const problem = whyNoDisk();
const skipped = problem === undefined ? "" : ` (skipped: ${problem})`;

it.skipIf(problem !== undefined)(`a full disk costs the entry and nothing else${skipped}`, () => {
  const folder = join(mounted(64), "cache");
  expect(storeEntry(folder, keyNumber(0), entry)).toBeUndefined();
  const large = { ...entry, source: "x".repeat(100_000) };
  expect(storeEntry(folder, keyNumber(1), large)).toMatch(
    /^the prepared component was not kept for the next run: ENOSPC/,
  );
  expect(loadEntry(folder, keyNumber(1))).toBeUndefined();
  expect(loadEntry(folder, keyNumber(0))).toBeDefined();
  expect(readdirSync(folder)).toHaveLength(1);
});

it.skipIf(problem !== undefined)(`a read-only disk still serves what it holds${skipped}`, () => {
  const place = mounted(64);
  const folder = join(place, "cache");
  storeEntry(folder, keyNumber(0), entry);
  spawnSync("touch", ["-d", "2001-01-01", ...readdirSync(folder).map((name) => join(folder, name))]);
  makeReadOnly(place);
  expect(storeEntry(folder, keyNumber(1), entry)).toMatch(/not kept for the next run: EROFS/);
  expect(loadEntry(folder, keyNumber(0))).toBeDefined();
});

it("an entry that no load would take is not written", () => {
  const folder = join(temporaryFolder(), "cache");
  const large = { ...entry, codeCache: new Uint8Array(64 * 1024 * 1024) };
  expect(storeEntry(folder, keyNumber(0), large)).toMatch(/not kept for the next run: it has 67\d+ bytes/);
  expect(() => readdirSync(folder)).toThrow("ENOENT");
});
