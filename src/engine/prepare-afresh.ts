import { readFileSync } from "node:fs";
import { join } from "node:path";
import { SandboxError } from "../errors.ts";
import { makeCodeCache } from "./code-cache.ts";
import { checkGlue } from "./glue/check.ts";
import { type KnownLines, parseKnownLines } from "./glue/known-lines.ts";
import { type AnsweredModule, decodeAnswer, type HelperAnswer } from "./helper-answer.ts";
import { GENERATOR_MS, runHelper, tookTooLong } from "./helper-process.ts";
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
  const edited = async () => {
    // The shell goes out first: the generator has its own process meanwhile.
    await new Promise((resolve) => setImmediate(resolve));
    return editedModules(bytes, inspected, options.fuel === true);
  };
  const [answer, originals] = await Promise.all([generated(shell, inspected.info.coreModules, options), edited()]);
  await options.offer?.(originals);
  const known = parseKnownLines(readFileSync(join(options.distDir, "engine/known-lines.txt"), "latin1"));
  const { source, modules } = await accept(answer, originals, known);
  const codeCache = options.guestFlags === undefined ? undefined : makeCodeCache(source, options.guestFlags);
  return { source, codeCache, modules, info: inspected.info };
}

/** Where anything but the generator's work comes back, the helper says what is wrong, in what is left of the same time. */
async function generated(shell: Uint8Array, modules: number, options: PrepareOptions): Promise<HelperAnswer> {
  const deadline = performance.now() + GENERATOR_MS;
  const frame = options.generate && (await within(GENERATOR_MS, options.generate(shell)));
  const answer = frame === undefined || frame.length === 0 ? undefined : decodeAnswer(frame, modules);
  if (answer?.ok === true) return answer;
  const milliseconds = Math.max(0, deadline - performance.now());
  return decodeAnswer(await runHelper({ ...options, shell, milliseconds }), modules);
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(tookTooLong()), milliseconds).unref();
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
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
