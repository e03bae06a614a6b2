/** Byte ranges, one for each byte of an encoded character. */
export type ByteSequence = readonly (readonly [number, number])[];

/** Code points at which the length of the UTF-8 form changes. */
const LAST_OF_LENGTH = [0x7f, 0x7ff, 0xffff, 0x10ffff];

/** The UTF-8 forms of the code points from `min` to `max`, as few sequences of byte ranges. */
export function utf8Sequences(min: number, max: number): ByteSequence[] {
  for (const last of LAST_OF_LENGTH) {
    if (min <= last && max > last) return [...utf8Sequences(min, last), ...utf8Sequences(last + 1, max)];
  }
  return splitByContinuation(min, max, encode(max).length);
}

/** Halves the range until every byte but the leading ones runs through all of its values. */
function splitByContinuation(min: number, max: number, length: number): ByteSequence[] {
  for (let i = 1; i < length; i++) {
    const low = (1 << (6 * i)) - 1;
    if ((min & ~low) === (max & ~low)) continue;
    if ((min & low) !== 0) return [...utf8Sequences(min, min | low), ...utf8Sequences((min | low) + 1, max)];
    if ((max & low) !== low) return [...utf8Sequences(min, (max & ~low) - 1), ...utf8Sequences(max & ~low, max)];
  }
  const [first, last] = [encode(min), encode(max)];
  return [first.map((byte, i) => [byte, last[i] ?? byte] as const)];
}

function encode(point: number): number[] {
  if (point < 0x80) return [point];
  if (point < 0x800) return [0xc0 | (point >> 6), 0x80 | (point & 0x3f)];
  if (point < 0x10000) return [0xe0 | (point >> 12), 0x80 | ((point >> 6) & 0x3f), 0x80 | (point & 0x3f)];
  return [0xf0 | (point >> 18), 0x80 | ((point >> 12) & 0x3f), 0x80 | ((point >> 6) & 0x3f), 0x80 | (point & 0x3f)];
}
