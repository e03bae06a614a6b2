import { readFileSync } from "node:fs";
import { join } from "node:path";
import { SandboxError } from "../errors.ts";
import { makeCodeCache } from "./code-cache.ts";
import { checkGlue } from "./glue/check.ts";
import { type KnownLines, parseKnownLines } from "./glue/known-lines.ts";
import { type AnsweredModule, decodeAnswer, type HelperAnswer } from "./helper-answer.ts";
import { runHelper } from "./helper-process.ts";
import type { PrepareOptions } from "./prepare.ts";
import type { Prepared, PreparedModule } from "./prepared.ts";
import { type CheckedComponent, coreModulesOf, readComponent } from "./read-component.ts";
import { shellOf } from "./shell.ts";
import { walkCoreModule } from "./wasm/core-module.ts";
import { nothingSpent } from "./wasm/walk.ts";

type Fresh = Pick<Prepared, "source" | "codeCache" | "modules" | "info">;

/** Checks a component, has it transpiled by the helper, and checks what comes back as if a stranger had written it. */
export async function prepareAfresh(bytes: Uint8Array, options: PrepareOptions): Promise<Fresh> {
  const inspected = readComponent(bytes);
  const answer = decodeAnswer(
    await runHelper({ ...options, shell: shellOf(bytes, inspected.component) }),
    inspected.info.coreModules,
  );
  const known = parseKnownLines(readFileSync(join(options.distDir, "engine/known-lines.txt"), "latin1"));
  const { source, modules } = await accept(answer, inspected, known);
  const codeCache = options.guestFlags === undefined ? undefined : makeCodeCache(source, options.guestFlags);
  return { source, codeCache, modules, info: inspected.info };
}

/** What of a helper's answer may be run: glue of known shape, and modules whose names have passed the name check. */
export async function accept(
  answer: HelperAnswer,
  { component }: CheckedComponent,
  known: KnownLines,
): Promise<Pick<Fresh, "source" | "modules">> {
  if (!answer.ok) throw new SandboxError(answer.code, answer.message);
  const source = await checkGlue(answer.glue, known);
  const originals = coreModulesOf(component).map(({ start, end }) => [start, end] as const);
  return { source, modules: answer.modules.map((module) => acceptModule(module, originals)) };
}

function acceptModule(module: AnsweredModule, originals: readonly (readonly [number, number])[]): PreparedModule {
  if ("original" in module) return { name: module.name, at: originals[module.original] ?? [0, 0] };
  walkCoreModule(module.bytes, 0, module.bytes.length, nothingSpent());
  return { name: module.name, at: module.bytes };
}
