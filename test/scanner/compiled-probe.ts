import { createHash, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { compileCore } from "../../components/skill-scanner/build/compile-core.ts";

const ROOT = join(import.meta.dirname, "../..");
const SCANNER = join(ROOT, "components/skill-scanner");
const CACHE = join(ROOT, "node_modules/.cache/wasm-sandbox");

/** How long another test file may take to compile the same sources before this one does it itself. */
const PATIENCE_MS = 90_000;

/** The parser's probe module, compiled once for each state of its sources: that takes seconds, and several test files need it. */
export async function compiledProbe(): Promise<Uint8Array<ArrayBuffer>> {
  const path = join(CACHE, `probe-${sourceDigest()}.wasm`);
  if (!existsSync(path)) await oneAtATime(`${path}.lock`, path, () => compileTo(path));
  return new Uint8Array(readFileSync(path));
}

function sourceDigest(): string {
  const hash = createHash("sha256");
  for (const file of sources())
    hash
      .update(file)
      .update("\0")
      .update(readFileSync(join(SCANNER, file)))
      .update("\0");
  return hash.digest("hex").slice(0, 32);
}

function sources(): string[] {
  const python = readdirSync(join(SCANNER, "assembly/python")).sort();
  return [
    "build/compile-core.ts",
    "build/nfkc-table.ts",
    "assembly/probe.ts",
    "assembly/probe-text.ts",
    ...python.map((file) => `assembly/python/${file}`),
  ];
}

async function compileTo(path: string): Promise<void> {
  const wasm = await compileCore({ entry: "probe.ts", tables: "", rename: {} });
  const draft = `${path}.${randomUUID()}`;
  writeFileSync(draft, wasm);
  renameSync(draft, path);
}

async function oneAtATime(lock: string, result: string, work: () => Promise<void>): Promise<void> {
  mkdirSync(CACHE, { recursive: true });
  const deadline = Date.now() + PATIENCE_MS;
  while (!locked(lock)) {
    await sleep(100);
    if (existsSync(result)) return;
    if (Date.now() > deadline) return work();
  }
  try {
    if (!existsSync(result)) await work();
  } finally {
    rmSync(lock, { recursive: true });
  }
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
