import { neutralise } from "./neutralise.ts";

/** A line without an end is shown in pieces of this many characters. */
const MAX_LINE = 8192;

/**
 * Turns a guest's stderr into whole, harmless lines that begin with `name`. It cannot be removed by what follows, so a
 * guest cannot speak for us.
 */
export function guestLines(
  write: (text: string) => void,
  name = "guest",
): { push(chunk: Uint8Array): void; end(): void } {
  const decoder = new TextDecoder();
  let rest = "";
  const emit = (line: string) => write(`[${name}] ${neutralise(line)}\n`);
  return {
    push(chunk) {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) emit(line);
      for (; rest.length > MAX_LINE; rest = rest.slice(MAX_LINE)) emit(rest.slice(0, MAX_LINE));
    },
    end() {
      if (rest !== "") emit(rest);
      rest = "";
    },
  };
}
