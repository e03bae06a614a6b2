import { ask, Refused } from "./door.ts";
import type { OperationName } from "./messages.ts";

/**
 * The interfaces of WIT package `sandbox:skill` that a component may import, each function one question at the door.
 * An error result is thrown as a plain string: that is how the generated glue lowers the `err` case.
 */
export const skillImports = {
  "sandbox:skill/filesystem-read": { readFile: (path: string) => text("readFile", path) },
  "sandbox:skill/filesystem-write": {
    writeFile: (path: string, content: string) => void text("writeFile", path, content),
  },
  "sandbox:skill/network": {
    httpGet: (url: string) => text("httpGet", url),
    httpPost: (url: string, body: string) => text("httpPost", url, body),
  },
} as const;

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

function text(operation: OperationName, ...fields: readonly string[]): string {
  try {
    return decoder.decode(ask(operation, ...fields));
  } catch (error) {
    if (error instanceof Refused) throw error.message;
    throw error;
  }
}
