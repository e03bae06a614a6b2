import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { knownLines } from "./known-lines.ts";

/**
 * Puts what the prepare helper needs into `outDir`: jco's bindings generator as it is, its licence, and the
 * lines that it is known to write.
 *
 * Of the generator only the core module is taken: its JavaScript side is made for jco and wants a WASI shim, while
 * `src/engine/generator.ts` calls the module directly and gives it nothing.
 */
export async function buildBindgen(outDir: string): Promise<void> {
  await mkdir(outDir, { recursive: true });
  await copyFile(GENERATOR, join(outDir, "bindgen.wasm"));
  await copyFile(join(PACKAGE, "LICENSE"), join(outDir, "bindgen.LICENSE"));
  const compiled = new WebAssembly.Module(await readFile(GENERATOR));
  await writeFile(join(outDir, "known-lines.txt"), (await knownLines(compiled)).join("\n"));
}

/** What jco itself transpiles with: Apache-2.0 WITH LLVM-exception. */
const COMPONENT = "@bytecodealliance/jco-transpile/component";
const PACKAGE = dirname(dirname(createRequire(import.meta.resolve("@bytecodealliance/jco")).resolve(COMPONENT)));
export const GENERATOR = join(PACKAGE, "vendor/js-component-bindgen-component.core.wasm");
