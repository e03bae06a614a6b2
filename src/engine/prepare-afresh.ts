import { readFileSync } from "node:fs";
import { join } from "node:path";
import { SandboxError } from "../errors.ts";
import { makeCodeCache } from "./code-cache.ts";
import { checkGlue } from "./glue/check.ts";
import { type KnownLines, parseKnownLines } from "./glue/known-lines.ts";
import { type AnsweredModule, decodeAnswer, type HelperAnswer } from "./helper-answer.ts";
import { runHelper } from "./helper-process.ts";
import { instrument } from "./instrument/instrument.ts";
import type { EditedModule, PrepareOptions } from "./prepare.ts";
import type { Prepared, PreparedModule } from "./prepared.ts";
import { type CheckedComponent, checkSize, coreModulesOf, readComponent, readModule } from "./read-component.ts";
import { shellOf } from "./shell.ts";
import { kindOf } from "./wasm/sections.ts";

type Fresh = Pick<Prepared, "source" | "codeCache" | "modules" | "info">;

/** Checks a component, has it transpiled by the helper, and checks what comes back as if a stranger had written it. */
export async function prepareAfresh(bytes: Uint8Array, options: PrepareOptions): Promise<Fresh> {
  if (kindOf(bytes) === "module") return prepareModule(bytes, options.fuel === true);
  const inspected = readComponent(bytes);
  // The helper has its own processor meanwhile.
  const [frame, originals] = await Promise.all([
    runHelper({ ...options, shell: shellOf(bytes, inspected.component) }),
    editAndOffer(bytes, inspected, options),
  ]);
  const answer = decodeAnswer(frame, inspected.info.coreModules);
  const known = parseKnownLines(readFileSync(join(options.distDir, "engine/known-lines.txt"), "latin1"));
  const { source, modules } = await accept(answer, originals, known);
  const codeCache = options.guestFlags === undefined ? undefined : makeCodeCache(source, options.guestFlags);
  return { source, codeCache, modules, info: inspected.info };
}

/** What the parent does while the helper works. */
async function editAndOffer(bytes: Uint8Array, inspected: CheckedComponent, { fuel, offer }: PrepareOptions) {
  const originals = editedModules(bytes, inspected, fuel === true);
  offer?.(originals);
  return originals;
}

/** A core module needs no glue: its functions are called as they are, once every name in it is checked. */
function prepareModule(bytes: Uint8Array, fuel: boolean): Fresh {
  checkSize(bytes);
  const info = readModule(bytes);
  const main: PreparedModule = { name: "main", at: [0, bytes.length], edits: instrument(bytes, { fuel }) };
  return { source: "", codeCache: undefined, modules: [main], info };
}

/** What of a helper's answer may be run: glue of known shape, and modules whose names have passed the name check. */
export async function accept(
  answer: HelperAnswer,
  originals: readonly EditedModule[],
  known: KnownLines,
): Promise<Pick<Fresh, "source" | "modules">> {
  if (!answer.ok) throw new SandboxError(answer.code, answer.message);
  const source = await checkGlue(answer.glue, known);
  return { source, modules: answer.modules.map((module) => acceptModule(module, originals)) };
}

/** Every core module, in file order. */
export function editedModules(bytes: Uint8Array, { component }: CheckedComponent, fuel: boolean): EditedModule[] {
  return coreModulesOf(component).map(({ start, end }) => {
    return { at: [start, end], edits: instrument(bytes.subarray(start, end), { fuel }) };
  });
}

/** The generator's own modules hold trampolines, which turn no loop: they count no fuel. */
function acceptModule(module: AnsweredModule, originals: readonly EditedModule[]): PreparedModule {
  const { name } = module;
  if ("bytes" in module) return { name, at: module.bytes, edits: instrument(module.bytes, { fuel: false }) };
  const found = originals[module.original];
  if (found === undefined) throw new SandboxError("internal", `The helper spoke of core module ${module.original}`);
  return { name, ...found };
}
