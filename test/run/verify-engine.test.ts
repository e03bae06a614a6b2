import { createHash } from "node:crypto";
import { appendFileSync, copyFileSync, statSync, truncateSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Engine, findEngine } from "../../src/isolation/engine.ts";
import { verifyEngine } from "../../src/run/verify-engine.ts";
import { temporaryFolder } from "../support/files.ts";

const root = join(import.meta.dirname, "../..");

function fakeEngine(): Engine {
  const path = join(temporaryFolder(), "node");
  writeFileSync(path, "the published binary");
  const digest = createHash("sha256").update("the published binary").digest("hex");
  return { path, version: "26.0.0", pinned: true, digest };
}

describe("the pinned engine", () => {
  test("is the published one in this checkout", () => {
    const engine = findEngine(root);
    expect(engine.pinned).toBe(true);
    verifyEngine(engine, temporaryFolder());
  });

  test("is refused when a byte of it is another, also after it was found right", () => {
    const engine = fakeEngine();
    const cache = temporaryFolder();
    verifyEngine(engine, cache);
    const { atime, mtime } = statSync(engine.path);
    writeFileSync(engine.path, "the_published binary");
    utimesSync(engine.path, atime, mtime);
    expect(() => verifyEngine(engine, cache)).toThrow(/not the published one/);
    truncateSync(engine.path, 0);
    appendFileSync(engine.path, "the published binary");
    verifyEngine(engine, cache);
  });

  test("a stamp for another file proves nothing", () => {
    const [engine, cache] = [fakeEngine(), temporaryFolder()];
    verifyEngine(engine, cache);
    const other = { ...engine, path: `${engine.path}-other` };
    copyFileSync(engine.path, other.path);
    appendFileSync(other.path, "!");
    expect(() => verifyEngine(other, cache)).toThrow(/not the published one/);
  });
});
