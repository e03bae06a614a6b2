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

/** Checks a component, has it transpiled in a confined process, and checks what comes back as if a stranger had written it. */
export async function prepareAfresh(bytes: Uint8Array, options: PrepareOptions): Promise<Fresh> {
  if (kindOf(bytes) === "module") return prepareModule(bytes, options.fuel === true);
  const inspected = readComponent(bytes);
  const shell = shellOf(bytes, inspected.component);
  const edited = async () => editedModules(bytes, inspected, options.fuel === true);
  const { answer, originals } =
    options.generate === undefined ? await helped(shell, edited, options) : await generated(shell, edited, options);
  const known = parseKnownLines(readFileSync(join(options.distDir, "engine/known-lines.txt"), "latin1"));
  const { source, modules } = await accept(answer, originals, known);
  const codeCache = options.guestFlags === undefined ? undefined : makeCodeCache(source, options.guestFlags);
  return { source, codeCache, modules, info: inspected.info };
}

interface Transpiled {
  readonly answer: HelperAnswer;
  /** Every core module of the component, in file order. */
  readonly originals: readonly EditedModule[];
}

type Edited = () => Promise<readonly EditedModule[]>;

/** The helper has its own processor while the modules are edited here. */
async function helped(shell: Uint8Array, edited: Edited, options: PrepareOptions): Promise<Transpiled> {
  const [frame, originals] = await Promise.all([runHelper({ ...options, shell }), edited()]);
  return { answer: decodeAnswer(frame, originals.length), originals };
}

/** Whatever but an answer comes from there, the helper says what is wrong, within limits that are the same for every run. */
async function generated(shell: Uint8Array, edited: Edited, options: PrepareOptions): Promise<Transpiled> {
  const originals = await edited();
  const frame = await options.generate?.(shell, originals);
  if (frame !== undefined && frame.length > 0) {
    const answer = decodeAnswer(frame, originals.length);
    if (answer.ok) return { answer, originals };
  }
  return helped(shell, async () => originals, options);
}

/** A core module needs no glue: its functions are called as they are, once every name in it is checked. */
function prepareModule(bytes: Uint8Array, fuel: boolean): Fresh {
  checkSize(bytes);
  const info = readModule(bytes);
  const main: PreparedModule = { name: "main", at: [0, bytes.length], edits: instrument(bytes, { fuel }) };
  return { source: "", codeCache: undefined, modules: [main], info };
}

/** What of an answer may be run: glue of known shape, and modules whose names have passed the name check. */
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
  if (found === undefined) throw new SandboxError("internal", `The generator spoke of core module ${module.original}`);
  return { name, ...found };
}
