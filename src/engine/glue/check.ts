import { SandboxError } from "../../errors.ts";
import { hasOnlyKnownLines, type KnownLines } from "./known-lines.ts";

/**
 * Holds generated glue to the shapes that the generator emits, and gives back the script to run.
 *
 * The name check before the generator is what keeps a component's words out of its code; this check is the second
 * opinion, on the text that came back. Lines of known shape pass; a text with any other line is parsed and held to an
 * allow-list of node types, property accesses and global names. What passes still runs without any authority.
 *
 * @throws SandboxError `invalid-component` when there is anything else in the text
 */
export async function checkGlue(glue: Uint8Array, known: KnownLines): Promise<string> {
  const body = bodyOf(glue);
  if (!hasOnlyKnownLines(body, known)) {
    const { strangeTree } = await import("./check-tree.ts");
    const found = strangeTree(`"use strict";${FUNCTION}${body}}`);
    if (found !== undefined) throw strange(found);
  }
  return `"use strict";(${FUNCTION}${body}})`;
}

/**
 * What is between the braces of `instantiate`; the text around it is always the same.
 *
 * Indentation is left out: the generator's depends on what came before, and equal lines shall be equal text. What is
 * run is the text without it.
 */
export function bodyOf(glue: Uint8Array): string {
  const text = Buffer.from(glue.buffer, glue.byteOffset, glue.length).toString("latin1");
  if (!/^[\n -~]*$/.test(text)) throw strange("characters that are not plain ASCII");
  // A script, unlike a module, reads these as the start of a comment.
  if (text.includes("<!--") || text.includes("-->")) throw strange("an HTML comment");
  if (!text.startsWith(HEAD) || !text.endsWith(TAIL)) throw strange("something beside the function instantiate");
  return text.slice(HEAD.length, text.length - TAIL.length).replace(/\n[\n ]*/g, "\n");
}

const FUNCTION =
  "function instantiate(getCoreModule, imports, instantiateCore = (module, importObject) => new WebAssembly.Instance(module, importObject)) {";
const HEAD = `"use components";\nexport ${FUNCTION}`;
const TAIL = "};\n\nexport const _util = {\n  \n}\n\n";

function strange(what: string): SandboxError {
  return new SandboxError("invalid-component", `The code generated for the component was not used: it has ${what}`, {
    hint: "If the component comes from a known toolchain, please report it to wasm-sandbox",
  });
}
