import type { Node } from "./node.ts";

/** True when the generator takes this from the global object in this way; `text` is what the node's offsets count in. */
export function isAllowedGlobal(identifier: Node, text: string): boolean {
  const uses = ALLOWED.get(String(identifier["name"]));
  if (uses === undefined) return false;
  return uses === ANY_USE || uses.test(text.slice(identifier.start, identifier.start + LONGEST_USE));
}

const LONGEST_USE = 80;
const ANY_USE = "any";

/** Where a bare reference would be a way out (`globalThis[name]`), the exact use is written here. */
const ALLOWED: ReadonlyMap<string, RegExp | typeof ANY_USE> = new Map<string, RegExp | typeof ANY_USE>([
  ["globalThis", /^globalThis(?:\?\.process\?\.env\?\.JCO_DEBUG\)|\.WebAssembly(?: \?|\.Global\())/],
  ["console", /^console\.(?:error|debug)\(/],
  ["Object", /^Object\.(?:assign|create|defineProperty|keys|values|prototype\.hasOwnProperty)[^\w$]/],
  // Slips of the generator: it uses these three where nothing declares them, in code that is not reached.
  ...["componentIdx", "rep", "vals"].map((name) => [name, ANY_USE] as const),
  ...`Array ArrayBuffer BigInt BigInt64Array BigUint64Array Boolean DataView Error
  FinalizationRegistry Float32Array Float64Array Infinity
  Int8Array Int16Array Int32Array JSON Map Math NaN Number Promise RangeError Set String Symbol TextDecoder TextEncoder
  TypeError Uint8Array Uint16Array Uint32Array WeakMap WebAssembly clearInterval isNaN queueMicrotask setInterval
  setTimeout undefined`
    .split(/\s+/)
    .map((name) => [name, ANY_USE] as const),
]);
