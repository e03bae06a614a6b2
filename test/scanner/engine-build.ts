import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { keptTables } from "../../build/kept-tables.ts";
import { buildScanner, rulesTables, scannerCore } from "../../components/skill-scanner/build/build.ts";
import { compileCore } from "../../components/skill-scanner/build/compile-core.ts";
import { hashSources } from "../../components/skill-scanner/build/sources-hash.ts";

const ROOT = join(import.meta.dirname, "../..");
const SHIPPED = join(ROOT, "dist/scanner");
const CACHE = join(ROOT, "node_modules/.cache/wasm-sandbox");

/** How long another test file may take to build from the same sources before this one does it itself. */
const PATIENCE_MS = 90_000;

/** Folder with what `buildScanner` writes: the command's own, or built once for each state of the sources, in seconds. */
export function builtScanner(): Promise<string> {
  if (builtFrom(SHIPPED) === hashSources()) return Promise.resolve(SHIPPED);
  return madeOnce("scanner", async (folder) => void (await buildScanner(folder)));
}

/** The sources that the scanner in this folder was built from, if one is there. */
function builtFrom(folder: string): string | undefined {
  const manifest = join(folder, "scanner.json");
  return existsSync(manifest) ? JSON.parse(readFileSync(manifest, "utf8")).sources : undefined;
}

/** The scanner with its step counter; for comparison also one that never uses memory twice. */
export function countingScanner(takeBackMemory = true): Promise<WebAssembly.Module> {
  const name = takeBackMemory ? "counting-scanner" : "wasteful-scanner";
  const options = { countSteps: true, takeBackMemory };
  return moduleMadeOnce(name, () => scannerCore("probe-steps.ts", keptTables() ?? rulesTables(), options));
}

/** The parsers alone. */
export function parsersAlone(): Promise<WebAssembly.Module> {
  const tables = "export const TAKE_BACK: bool = true;\n"; // all that a parser asks of the tables
  return moduleMadeOnce("parsers", () => compileCore({ entry: "probes.ts", tables, rename: {}, optimize: 1 }));
}

/** Test files share a process (vitest.config.ts), and what V8 has compiled of these. */
const modules = new Map<string, Promise<WebAssembly.Module>>();

function moduleMadeOnce(name: string, make: () => Promise<Uint8Array>): Promise<WebAssembly.Module> {
  const known = modules.get(name) ?? readOrMake(name, make);
  modules.set(name, known);
  return known;
}

async function readOrMake(name: string, make: () => Promise<Uint8Array>): Promise<WebAssembly.Module> {
  const folder = await madeOnce(name, async (draft) => {
    const wasm = await make();
    mkdirSync(draft, { recursive: true });
    writeFileSync(join(draft, "core.wasm"), wasm);
  });
  return new WebAssembly.Module(readFileSync(join(folder, "core.wasm")));
}

async function madeOnce(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(CACHE, `${name}-${hashSources().slice(0, 32)}`);
  if (existsSync(folder)) return folder;
  mkdirSync(CACHE, { recursive: true });
  const release = await waitForLock(`${folder}.lock`, folder);
  try {
    if (!existsSync(folder)) await makeWhole(folder, make);
  } finally {
    release();
  }
  return folder;
}

/** A folder that is there is complete: it gets its name last. */
async function makeWhole(folder: string, make: (folder: string) => Promise<void>): Promise<void> {
  const draft = `${folder}.${randomUUID()}`;
  await make(draft);
  try {
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true });
    if (!existsSync(folder)) throw error;
  }
}

/** Waits until this process may build, or the result is there, or patience ends. */
async function waitForLock(lock: string, result: string): Promise<() => void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!existsSync(result) && Date.now() < deadline) {
    if (locked(lock)) return () => rmSync(lock, { recursive: true, force: true });
    await sleep(100);
  }
  return () => {};
}

function locked(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}
