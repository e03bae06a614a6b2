import { parse } from "acorn";
import { SandboxError } from "../../errors.ts";
import { quoted } from "../wasm/malformed.ts";
import { isAllowedGlobal } from "./globals.ts";
import { type KnownGlue, knownPrefix } from "./known.ts";
import { children, type Node } from "./node.ts";
import { freeIdentifiers } from "./scope.ts";
import { strangeShape } from "./shapes.ts";

/**
 * Holds generated glue to the shapes that the generator emits, and gives back the script to run.
 *
 * The name check before the generator is what keeps a component's words out of its code; this check is the second
 * opinion, on the text that came back. It is an allow-list of node types, property accesses and global names, over
 * one function. What it lets through still runs without any authority.
 *
 * @throws SandboxError `invalid-component` when there is anything else in the text
 */
export function checkGlue(glue: Uint8Array, known: KnownGlue): string {
  const body = bodyOf(glue);
  const { end, declares } = knownPrefix(body, known);
  checkBody(body.slice(end), declares);
  return `"use strict";(${FUNCTION}${body}})`;
}

/**
 * What is between the braces of `instantiate`; the text around it is always the same.
 *
 * Indentation is left out: the generator's depends on what came before, and equal statements shall be equal text. What
 * is run is the text without it.
 */
export function bodyOf(glue: Uint8Array): string {
  const text = Buffer.from(glue.buffer, glue.byteOffset, glue.length).toString("latin1");
  if (!/^[\n -~]*$/.test(text)) throw strange("characters that are not plain ASCII");
  // A script, unlike a module, reads these as the start of a comment.
  if (text.includes("<!--") || text.includes("-->")) throw strange("an HTML comment");
  if (!text.startsWith(HEAD) || !text.endsWith(TAIL)) throw strange("something beside the function instantiate");
  return text.slice(HEAD.length, text.length - TAIL.length).replace(/\n[\n ]*/g, "\n");
}

/** Checks statements as the body of `instantiate`, where `declared` names exist besides its parameters. */
export function checkBody(body: string, declared: ReadonlySet<string>): Node {
  const text = `"use strict";${FUNCTION}${body}}`;
  const program = parseScript(text);
  const statements = children(program, "body");
  if (statements.length !== 2 || statements[1]?.end !== text.length)
    throw strange("a brace that closes instantiate early");
  const found = strangeShape(program, text);
  if (found !== undefined) throw strange(`${found.what} (${excerpt(text, found.node)})`);
  const foreign = freeIdentifiers(program, declared).find((identifier) => !isAllowedGlobal(identifier, text));
  if (foreign !== undefined) throw strange(`the global ${excerpt(text, foreign)}`);
  return program;
}

const FUNCTION =
  "function instantiate(getCoreModule, imports, instantiateCore = (module, importObject) => new WebAssembly.Instance(module, importObject)) {";
const HEAD = `"use components";\nexport ${FUNCTION}`;
const TAIL = "};\n\nexport const _util = {\n  \n}\n\n";

function parseScript(text: string): Node {
  try {
    return parse(text, { ecmaVersion: 2025, sourceType: "script" }) as unknown as Node;
  } catch (cause) {
    if (cause instanceof SyntaxError) throw strange(`a syntax error (${quoted(cause.message)})`);
    throw cause;
  }
}

function excerpt(text: string, node: Node): string {
  return quoted(text.slice(node.start, node.end));
}

function strange(what: string): SandboxError {
  return new SandboxError("invalid-component", `The code generated for the component was not used: it has ${what}`, {
    hint: "If the component comes from a known toolchain, please report it to wasm-sandbox",
  });
}
