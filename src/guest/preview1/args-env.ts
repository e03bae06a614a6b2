import type { Host } from "./host.ts";
import type { GuestMemory } from "./memory.ts";

export function argsEnv({ memory, start: { args, env } }: Host) {
  const variables = env.map(([name, value]) => `${name}=${value}`);
  return {
    args_get: (pointers: number, text: number) => put(memory, pointers, text, args),
    args_sizes_get: (count: number, size: number) => measure(memory, count, size, args),
    environ_get: (pointers: number, text: number) => put(memory, pointers, text, variables),
    environ_sizes_get: (count: number, size: number) => measure(memory, count, size, variables),
  };
}

function measure(memory: GuestMemory, count: number, size: number, texts: readonly string[]): void {
  const bytes = texts.map(terminated).reduce((sum, one) => sum + one.length, 0);
  memory.setU32(count, texts.length);
  memory.setU32(size, bytes);
}

/** The texts one after the other, and where each begins. */
function put(memory: GuestMemory, pointers: number, start: number, texts: readonly string[]): void {
  const list = memory.view(pointers, texts.length * 4);
  let at = start;
  for (const [index, text] of texts.entries()) {
    const bytes = terminated(text);
    memory.bytes(at, bytes.length).set(bytes);
    list.setUint32(index * 4, at, true);
    at += bytes.length;
  }
}

const encoder = new TextEncoder();

function terminated(text: string): Uint8Array {
  return encoder.encode(`${text}\0`);
}
