import { readFileSync } from "node:fs";
import { SandboxError } from "../errors.ts";
import { generate } from "./generator.ts";
import { answerOf, encodeAnswer, type HelperAnswer } from "./helper-answer.ts";
import { readComponent } from "./read-component.ts";

/**
 * What the generator makes of a component's shell, as a frame of `encodeAnswer`. It reads what a stranger wrote, so this
 * is for a confined process: a guest process before its job, or the prepare helper. Both may read this file and the
 * generator beside it.
 */
export function answerTo(shell: Uint8Array): Uint8Array {
  const compiled = new WebAssembly.Module(readFileSync(`${__dirname}/engine/bindgen.wasm`));
  return encodeAnswer(answer(compiled, shell));
}

function answer(compiled: WebAssembly.Module, shell: Uint8Array): HelperAnswer {
  try {
    readComponent(shell);
    return answerOf(generate(compiled, shell));
  } catch (error) {
    if (!(error instanceof SandboxError)) throw error;
    const code = error.code === "refused" ? "refused" : "invalid-component";
    return { ok: false, code, message: error.message };
  }
}
