import { readFileSync } from "node:fs";
import { SandboxError } from "../errors.ts";
import { receive, tell, waitForTheEnd } from "../guest/door.ts";
import { generate } from "./generator.ts";
import { answerOf, encodeAnswer, type HelperAnswer } from "./helper-answer.ts";
import { readComponent } from "./read-component.ts";

/**
 * The prepare helper: the shell of a component comes in through the door, the generator's files go out.
 *
 * It reads what a stranger wrote, so it is confined like a guest: no environment, no files but this one and the
 * generator beside it, no network, limits on time and memory.
 */
const compiled = new WebAssembly.Module(readFileSync(`${__dirname}/engine/bindgen.wasm`));
tell("returned", encodeAnswer(answer(receive())));
waitForTheEnd();

function answer(shell: Uint8Array): HelperAnswer {
  try {
    readComponent(shell);
    return answerOf(generate(compiled, shell));
  } catch (error) {
    if (!(error instanceof SandboxError)) throw error;
    const code = error.code === "refused" ? "refused" : "invalid-component";
    return { ok: false, code, message: error.message };
  }
}
