const PREAMBLE_BYTES = 8;
const CORE_MODULE_SECTION = 1;

/**
 * The bytes of the core module in a component that has exactly one: our scanner, as the build makes it. Not for
 * components of others, which the engine reads with all due checks. Undefined when there is none, or another.
 *
 * https://github.com/WebAssembly/component-model/blob/main/design/mvp/Binary.md
 */
export function onlyCoreModule<T extends Uint8Array>(component: T): T | undefined {
  const found: T[] = [];
  for (let at = PREAMBLE_BYTES; at < component.length; ) {
    const section = component[at];
    const { value: size, next } = readLength(component, at + 1);
    if (section === CORE_MODULE_SECTION) found.push(component.subarray(next, next + size) as T);
    at = next + size;
  }
  return found.length === 1 ? found[0] : undefined;
}

/** An unsigned LEB128 of at most 32 bits. */
function readLength(bytes: Uint8Array, start: number): { value: number; next: number } {
  let value = 0;
  let next = start;
  for (let factor = 1; factor <= 2 ** 28; factor *= 128) {
    const byte = bytes[next++] ?? 0;
    value += (byte & 0x7f) * factor;
    if (byte < 0x80) break;
  }
  return { value, next };
}
