import { parse } from "acorn";
import { quoted } from "../wasm/malformed.ts";
import { isAllowedGlobal } from "./globals.ts";
import { children, type Node } from "./node.ts";
import { freeIdentifiers } from "./scope.ts";
import { strangeShape } from "./shapes.ts";

/**
 * Parses a script of one directive and one function, and looks for anything that the generator does not write: another
 * node type, a way to the function constructor, a global that it does not use.
 *
 * @returns what was found, or undefined
 */
export function strangeTree(text: string): string | undefined {
  const program = parseScript(text);
  if (typeof program === "string") return `a syntax error (${quoted(program)})`;
  const statements = children(program, "body");
  if (statements.length !== 2 || statements[1]?.end !== text.length) return "a brace that closes instantiate early";
  const found = strangeShape(program, text);
  if (found !== undefined) return `${found.what} (${excerpt(text, found.node)})`;
  const foreign = freeIdentifiers(program).find((identifier) => !isAllowedGlobal(identifier, text));
  return foreign === undefined ? undefined : `the global ${excerpt(text, foreign)}`;
}

function parseScript(text: string): Node | string {
  try {
    return parse(text, { ecmaVersion: 2025, sourceType: "script" }) as unknown as Node;
  } catch (error) {
    if (error instanceof SyntaxError) return error.message;
    throw error;
  }
}

function excerpt(text: string, node: Node): string {
  return quoted(text.slice(node.start, node.end));
}
