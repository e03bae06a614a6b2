import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PrepareOptions } from "../../../src/engine/prepare.ts";
import { findEngine } from "../../../src/isolation/engine.ts";
import { helperDist } from "./helper-dist.ts";

const ROOT = join(import.meta.dirname, "../../..");

/** A real helper, and a cache folder of the test's own. */
export async function prepareOptions(): Promise<PrepareOptions> {
  return { distDir: await helperDist(), cacheDir: join(temporaryFolder(), "cache"), engine: findEngine(ROOT) };
}

/** The same without a way to start the helper: whatever still succeeds came out of the cache. */
export function withoutHelper(options: PrepareOptions): PrepareOptions {
  return { ...options, distDir: "/nonexistent", engine: { ...options.engine, path: "/nonexistent/node" } };
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), "wasm-sandbox-engine-"));
}
