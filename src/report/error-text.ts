import { neutralise } from "./neutralise.ts";

/** What did not happen, and the way out. */
export function errorText(message: string, hint: string | undefined, details: readonly string[] = []): string {
  const first = `error: ${neutralise(message)}\n${detailLines(details)}`;
  return hint === undefined ? first : `${first}  hint: ${neutralise(hint)}\n`;
}

/** Lines that belong to a message, indented below it. */
export function detailLines(details: readonly string[] = []): string {
  return details.map((line) => `  ${neutralise(line)}\n`).join("");
}

/** Something that we promised cannot happen. The stack is for the report, so it is printed here and only here. */
export function bugText(error: unknown): string {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `error: a bug in wasm-sandbox, please report it\n${neutralise(detail, { keepNewlines: true })}\n`;
}
