import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { bundle } from "../../build/bundle.ts";
import { ROOT } from "../support/cli.ts";

test("a new bundle has no code cache of an older one beside it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "wasm-sandbox-bundle-"));
  const caches = ["cli.run.cache", "cli.scan.cache"].map((name) => join(folder, name));
  const kept = join(folder, "client.cache");
  for (const path of [...caches, kept]) writeFileSync(path, "of an older bundle");
  await bundle(ROOT, folder, { ENGINE_DIGEST: '"test"' });
  expect(existsSync(join(folder, "cli.cjs"))).toBe(true);
  expect(caches.filter((path) => existsSync(path))).toEqual([]);
  expect(existsSync(kept)).toBe(true);
});
