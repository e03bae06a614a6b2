import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { makeCodeCache } from "../src/engine/code-cache.ts";
import { generate } from "../src/engine/generator.ts";
import { answerOf } from "../src/engine/helper-answer.ts";
import { accept, editedModules } from "../src/engine/prepare-afresh.ts";
import type { Prepared } from "../src/engine/prepared.ts";
import { readComponent } from "../src/engine/read-component.ts";
import { shellOf } from "../src/engine/shell.ts";
import { GENERATOR } from "./bindgen.ts";

/**
 * Prepares a component of our own for shipping inside the package: the same checks, in this process, without a cache.
 * The code cache is for processes without V8 flags on exactly this Node.
 */
export async function prepareForBundle(bytes: Uint8Array<ArrayBuffer>): Promise<Prepared> {
  const inspected = readComponent(bytes);
  const compiled = new WebAssembly.Module(await readFile(GENERATOR));
  const answer = answerOf(generate(compiled, shellOf(bytes, inspected.component)));
  const { source, modules } = await accept(answer, editedModules(bytes, inspected, false), new Set());
  for (const { name, at } of modules) {
    const module = at instanceof Uint8Array ? new Uint8Array(at) : bytes.subarray(...at);
    if (!WebAssembly.validate(module)) throw new Error(`${name} is not a valid core module`);
  }
  const digest = createHash("sha256").update(bytes).digest("hex");
  const codeCache = makeCodeCache(source, []);
  return { digest, source, codeCache, modules, info: inspected.info, cached: false, notKept: undefined };
}
