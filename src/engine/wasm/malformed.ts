import { SandboxError } from "../../errors.ts";

/** The bytes are not a component that we accept. The offset is where reading stopped, counted from the file's first byte. */
export function malformed(offset: number, problem: string): SandboxError {
  return new SandboxError("invalid-component", `Not a valid component: ${problem} (at byte ${offset})`);
}

/** The bytes may be right, but they use something that wasm-sandbox does not run. */
export function unsupported(offset: number, what: string): SandboxError {
  return new SandboxError("refused", `The component was not prepared: it uses ${what} (at byte ${offset})`, {
    hint: "Build it for WASI 0.2 without component-model async; wasm-sandbox inspect lists what it imports",
  });
}

/** Async functions, streams and futures need JavaScript promise integration, which no engine has outside experiments. */
export function asynchronous(offset: number): SandboxError {
  return unsupported(offset, "component-model async (WASI 0.3)");
}

/** Text chosen by whoever wrote the component, made safe for one line of a terminal or a log, and short. */
export function quoted(text: string, longest = MAX_SHOWN): string {
  const shown = text.length > longest ? `${text.slice(0, longest)}...` : text;
  return `"${shown.replace(/["\\]|[^ -~]/g, (char) => `\\u{${char.charCodeAt(0).toString(16)}}`)}"`;
}

const MAX_SHOWN = 80;
