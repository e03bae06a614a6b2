import { readU32 } from "../guest/messages.ts";
import type { Handle, Handles } from "./handles.ts";

/**
 * Waits until one of the handles has something to say or the time is over, and gives a byte for each: 1 when it has.
 * A number that names nothing is ready: whoever uses it next is told so.
 *
 * @param numbers handles as unsigned 32-bit integers
 * @param milliseconds the longest wait
 */
export async function wait(
  handles: Handles,
  numbers: Uint8Array,
  milliseconds: number,
  over: AbortSignal,
): Promise<Uint8Array> {
  const waited = Array.from({ length: numbers.length / 4 }, (_, index) => handles.any(readU32(numbers, index * 4)));
  // A guest may name one handle a million times: it is waited for once.
  const different = [...new Set(waited)];
  const end = performance.now() + milliseconds;
  for (;;) {
    const ready = Uint8Array.from(waited, isReady);
    const left = end - performance.now();
    if (ready.includes(1) || left <= 0 || over.aborted) return ready;
    await oneOf(different, AbortSignal.any([over, AbortSignal.timeout(Math.ceil(left))]));
  }
}

function isReady(handle: Handle | undefined): number {
  return handle?.isReady?.() === false ? 0 : 1;
}

/** The handles that lose are told to stop waiting. */
async function oneOf(handles: readonly (Handle | undefined)[], end: AbortSignal): Promise<void> {
  const stop = new AbortController();
  const signal = AbortSignal.any([end, stop.signal]);
  const ended = new Promise<void>((resolve) => {
    end.addEventListener("abort", () => resolve(), { once: true });
    if (end.aborted) resolve();
  });
  await Promise.race([ended, ...handles.map((handle) => handle?.whenReady?.(signal) ?? ended)]);
  stop.abort();
}
