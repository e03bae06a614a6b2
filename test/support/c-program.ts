import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { componentNew } from "@bytecodealliance/jco";
import { execa } from "execa";
import { ROOT } from "./cli.ts";

/** Why C programs cannot be made here, for the name of a skipped test; undefined when they can. */
export const compilerMissing: string | undefined =
  existsSync("/usr/bin/clang") && existsSync("/usr/include/wasm32-wasi/wasi/api.h")
    ? undefined
    : "needs clang, lld, wasi-libc and libclang-rt-dev-wasm32";

/** A program as a core module for WASI preview 1, from a source file of `test/support/guests`. */
export function coreProgram(name: string): Promise<string> {
  return kept(name, "core", async (source, output) => {
    await execa("/usr/bin/clang", ["--target=wasm32-wasi", "--sysroot=/usr", "-O1", "-Wall", "-o", output, source]);
  });
}

/** The same program as a component: the preview 1 adapter around the core module. */
export async function componentProgram(name: string): Promise<string> {
  const core = await coreProgram(name);
  return kept(name, "component", async (_, output) => {
    const adapter = readFileSync(join(ROOT, ADAPTER));
    writeFileSync(output, await componentNew(readFileSync(core), [["wasi_snapshot_preview1", adapter]]));
  });
}

const ADAPTER = "node_modules/@bytecodealliance/jco/lib/wasi_snapshot_preview1.command.wasm";

/** Made once for each content of the source, and shared by all test processes: compiling takes longer than most tests. */
async function kept(
  name: string,
  kind: "core" | "component",
  make: (source: string, output: string) => Promise<void>,
): Promise<string> {
  const source = join(import.meta.dirname, "guests", `${name}.c`);
  const digest = createHash("sha256").update(readFileSync(source)).digest("hex").slice(0, 16);
  const folder = join(ROOT, "node_modules/.cache/wasm-sandbox/test-programs");
  const path = join(folder, `${name}-${digest}.${kind}.wasm`);
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const draft = join(folder, `${name}-${process.pid}.${kind}.wasm`);
  await make(source, draft);
  renameSync(draft, path);
  return path;
}
