import { readFileSync } from "node:fs";
import { join } from "node:path";
import { SandboxError } from "../errors.ts";
import { makeCodeCache } from "./code-cache.ts";
import { checkGlue } from "./glue/check.ts";
import { type KnownLines, parseKnownLines } from "./glue/known-lines.ts";
import { type AnsweredModule, decodeAnswer, type HelperAnswer } from "./helper-answer.ts";
import { runHelper } from "./helper-process.ts";
import { instrument } from "./instrument/instrument.ts";
import type { PrepareOptions } from "./prepare.ts";
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
  const [frame, edits] = await Promise.all([
    runHelper({ ...options, shell: shellOf(bytes, inspected.component) }),
    editsOf(bytes, inspected, options.fuel === true),
  ]);
  const answer = decodeAnswer(frame, inspected.info.coreModules);
  const known = parseKnownLines(readFileSync(join(options.distDir, "engine/known-lines.txt"), "latin1"));
  const { source, modules } = await accept(answer, inspected, known, edits);
  const codeCache = options.guestFlags === undefined ? undefined : makeCodeCache(source, options.guestFlags);
  return { source, codeCache, modules, info: inspected.info };
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
  { component }: CheckedComponent,
  known: KnownLines,
  edits: readonly Uint8Array[],
): Promise<Pick<Fresh, "source" | "modules">> {
  if (!answer.ok) throw new SandboxError(answer.code, answer.message);
  const source = await checkGlue(answer.glue, known);
  const originals = coreModulesOf(component).map(({ start, end }, index) => original([start, end], edits[index]));
  return { source, modules: answer.modules.map((module) => acceptModule(module, originals)) };
}

/** One for each core module, in file order. */
export async function editsOf(
  bytes: Uint8Array,
  { component }: CheckedComponent,
  fuel: boolean,
): Promise<Uint8Array[]> {
  return coreModulesOf(component).map(({ start, end }) => instrument(bytes.subarray(start, end), { fuel }));
}

type Original = Omit<PreparedModule, "name">;

function original(at: readonly [number, number], edits: Uint8Array | undefined): Original {
  if (edits === undefined) throw new SandboxError("internal", "A core module was not instrumented");
  return { at, edits };
}

/** The generator's own modules hold trampolines, which turn no loop: they count no fuel. */
function acceptModule(module: AnsweredModule, originals: readonly Original[]): PreparedModule {
  const { name } = module;
  if ("bytes" in module) return { name, at: module.bytes, edits: instrument(module.bytes, { fuel: false }) };
  const found = originals[module.original];
  if (found === undefined) throw new SandboxError("internal", `The helper spoke of core module ${module.original}`);
  return { name, ...found };
}
