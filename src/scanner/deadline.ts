import { Script } from "node:vm";

/** Scripts see globals only, so the work is handed over through one. */
const SLOT = "wasm-sandbox.deadline";
const slot = Symbol.for(SLOT);
const callSlot = new Script(`globalThis[Symbol.for("${SLOT}")]()`, { filename: "deadline.js" });

/**
 * Runs synchronous work and cuts it after `ms` milliseconds, even in the middle of an endless loop inside WebAssembly.
 * A timer could not: it would need the event loop that the work is holding.
 *
 * https://nodejs.org/api/vm.html#scriptruninthiscontextoptions
 */
export function callWithin<T>(ms: number, work: () => T): { readonly done: T } | "timed-out" {
  const holder = globalThis as { [slot]?: () => T };
  holder[slot] = work;
  try {
    return { done: callSlot.runInThisContext({ timeout: ms, displayErrors: false }) };
  } catch (error) {
    if (isTimeout(error)) return "timed-out";
    throw error;
  } finally {
    delete holder[slot];
  }
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT";
}
