/** Where a text of bytecode stands. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Shorter ones say nothing. */
const SHORTEST = 6;

/** Type bytes of what is no name: ASCII of up to 255 bytes, and ASCII, UTF-8 and bytes of any length; 128 marks what is referred to. */
const SHORT = 0x7a;
const LONG: ReadonlySet<number> = new Set([0x61, 0x73, 0x75]);
const REFERRED = 0x80;

/**
 * The texts among the constants of bytecode, as `marshal` writes them, found without reading code objects. Linear: no byte
 * that ends a text is looked for twice.
 *
 * @see https://github.com/python/cpython/blob/main/Python/marshal.c
 */
export function* marshalledTexts(bytecode: Uint8Array, start: number): Generator<Range> {
  const view = new DataView(bytecode.buffer, bytecode.byteOffset, bytecode.length);
  let blemish = -1;
  for (let at = start; at + 2 < bytecode.length; at++) {
    const type = (bytecode[at] ?? 0) & ~REFERRED;
    const isLong = LONG.has(type);
    if (type !== SHORT && !(isLong && at + 5 < bytecode.length)) continue;
    const from = at + (isLong ? 5 : 2);
    const to = from + (isLong ? view.getUint32(at + 1, true) : (bytecode[at + 1] ?? 0));
    if (to - from < SHORTEST || to > bytecode.length || (blemish >= from && blemish < to)) continue;
    const end = endOfText(bytecode, from, to);
    if (end < to) {
      blemish = end;
      continue;
    }
    yield { from, to };
    at = to - 1;
  }
}

function endOfText(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && !isControl(bytes[at] ?? 0)) at++;
  return at;
}

function isControl(byte: number): boolean {
  return byte < SPACE && byte !== TAB && byte !== LF && byte !== CR;
}

const TAB = 9;
const LF = 10;
const CR = 13;
const SPACE = 32;
