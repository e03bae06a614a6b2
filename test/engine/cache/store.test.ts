import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, rmdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { loadEntry } from "../../../src/engine/cache/load.ts";
import { storeEntry } from "../../../src/engine/cache/store.ts";
import { temporaryFolder } from "../support/prepare-options.ts";
import { entry, keyNumber } from "./support/entries.ts";

const SMALL = "size=64k,mode=0700";
const problem = mountProblem();
const skipped = problem === undefined ? "" : ` (skipped: ${problem})`;

it.skipIf(problem !== undefined)(`a full disk costs the entry and nothing else${skipped}`, () => {
  const folder = join(mounted(SMALL), "cache");
  expect(storeEntry(folder, keyNumber(0), entry)).toBeUndefined();
  const large = { ...entry, source: "x".repeat(100_000) };
  expect(storeEntry(folder, keyNumber(1), large)).toMatch(/^ENOSPC/);
  expect(loadEntry(folder, keyNumber(1))).toBeUndefined();
  expect(loadEntry(folder, keyNumber(0))).toBeDefined();
  expect(readdirSync(folder)).toHaveLength(1);
});

it.skipIf(problem !== undefined)(`a read-only disk still serves what it holds${skipped}`, () => {
  const place = mounted(SMALL);
  const folder = join(place, "cache");
  storeEntry(folder, keyNumber(0), entry);
  spawnSync("touch", ["-d", "2001-01-01", ...readdirSync(folder).map((name) => join(folder, name))]);
  expect(spawnSync("mount", ["-o", "remount,ro", place]).status).toBe(0);
  expect(storeEntry(folder, keyNumber(1), entry)).toMatch(/^EROFS/);
  expect(loadEntry(folder, keyNumber(0))).toBeDefined();
});

it("an entry that no load would take is not written", () => {
  const folder = join(temporaryFolder(), "cache");
  const large = { ...entry, codeCache: new Uint8Array(64 * 1024 * 1024) };
  expect(storeEntry(folder, keyNumber(0), large)).toMatch(/^the prepared component has 67\d+ bytes/);
  expect(() => readdirSync(folder)).toThrow("ENOENT");
});

/** A small file system of the test's own. */
function mounted(options: string): string {
  const place = join(temporaryFolder(), "disk");
  mkdirSync(place);
  expect(spawnSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", place]).status).toBe(0);
  onTestFinished(() => void spawnSync("umount", ["-l", place]));
  return place;
}

/** Why no file system can be mounted here. */
function mountProblem(): string | undefined {
  if (process.platform !== "linux") return "only on Linux";
  const place = join(temporaryFolder(), "disk");
  mkdirSync(place);
  const { status, stderr, error } = spawnSync("mount", ["-t", "tmpfs", "tmpfs", place], { encoding: "utf8" });
  if (status !== 0) return error?.message ?? stderr.trim();
  spawnSync("umount", ["-l", place]);
  rmdirSync(place);
  return undefined;
}
