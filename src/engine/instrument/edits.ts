/** One change to a module: `remove` bytes at `at` give way to `insert`. */
export interface Edit {
  readonly at: number;
  readonly remove: number;
  readonly insert: readonly number[];
}

/** What one instance of a module brings with it before it has grown anything. */
export interface Initial {
  readonly pages: number;
  readonly elements: number;
}

/**
 * Edits as bytes: three unsigned 32-bit integers (length of the edited module, pages and table elements of one
 * instance), then for each edit in file order the distance from the end of the one before, what it removes, what it
 * inserts and its bytes. `src/guest/edits.ts` reads it.
 */
export function encodeEdits(moduleLength: number, initial: Initial, edits: readonly Edit[]): Uint8Array {
  const stream: number[][] = [];
  let cursor = 0;
  for (const { at, remove, insert } of edits) {
    stream.push([...leb(at - cursor), ...leb(remove), ...leb(insert.length), ...insert]);
    cursor = at + remove;
  }
  const header = Buffer.alloc(12);
  const fields = [moduleLength + growthOf(edits), initial.pages, initial.elements];
  for (const [place, field] of fields.entries()) header.writeUInt32LE(Math.min(field, MAX_U32), 4 * place);
  return Buffer.concat([header, ...stream.map((bytes) => Buffer.from(bytes))]);
}

/** By how many bytes the edits lengthen what they are applied to. */
export function growthOf(edits: readonly Edit[]): number {
  return edits.reduce((sum, { remove, insert }) => sum + insert.length - remove, 0);
}

/** An unsigned LEB128. */
export function leb(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 128) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  return [...bytes, rest];
}

/** A signed LEB128 of a number that is not negative. */
export function signedLeb(value: number): number[] {
  const bytes = leb(value);
  const last = bytes.at(-1) ?? 0;
  return last < 64 ? bytes : [...bytes.slice(0, -1), last + 128, 0];
}

const MAX_U32 = 0xffff_ffff;
