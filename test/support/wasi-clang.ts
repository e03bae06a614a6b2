import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from "node:fs";
import { availableParallelism } from "node:os";
import { basename, dirname, join } from "node:path";
import { execa } from "execa";
import { ROOT } from "./cli.ts";

const CLANG = "/usr/bin/clang";
const FLAGS = ["--target=wasm32-wasi", "--sysroot=/usr", "-O1", "-Wall", "-Wextra", "-Wno-unused-function", "-Werror"];

/** Why C programs cannot be compiled here; undefined when they can. */
export const CLANG_MISSING = ["/usr/include/wasm32-wasi/wasi/api.h", "/usr/bin/wasm-ld", CLANG].every(existsSync)
  ? undefined
  : "clang, lld and wasi-libc of Debian (apt install clang lld wasi-libc) are not installed";

/** Every C program of a folder as a module, by its name without extension; compiled once for the same source. */
export async function compilePrograms(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = readdirSync(folder).flatMap((name) => (name.endsWith(".c") ? [basename(name, ".c")] : []));
  const header = readFileSync(join(folder, "check.h"));
  const cache = cacheFolder();
  const modules = new Map(names.map((name) => [name, modulePath(cache, folder, name, header)]));
  const left = modules.entries();
  const worker = async () => {
    for (const [name, module] of left) if (!existsSync(module)) await compile(join(folder, `${name}.c`), module);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return modules;
}

function cacheFolder(): string {
  const path = join(ROOT, "node_modules/.cache/wasm-sandbox/preview1-programs");
  mkdirSync(path, { recursive: true });
  return path;
}

/** In a folder for exactly this source and these flags; the file keeps its name, which the program sees. */
function modulePath(cache: string, folder: string, name: string, header: Uint8Array): string {
  const hash = createHash("sha256")
    .update(FLAGS.join())
    .update(header)
    .update(readFileSync(join(folder, `${name}.c`)));
  return join(cache, hash.digest("hex").slice(0, 16), `${name}.wasm`);
}

async function compile(source: string, module: string): Promise<void> {
  const unfinished = `${module}.${process.pid}`;
  mkdirSync(dirname(module), { recursive: true });
  await execa(CLANG, [...FLAGS, source, "-o", unfinished]);
  renameSync(unfinished, module);
}
