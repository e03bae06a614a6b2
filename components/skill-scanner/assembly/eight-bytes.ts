// Looks at eight bytes at a time. Marks are the highest bits of the bytes that are meant.
// https://graphics.stanford.edu/~seander/bithacks.html#ZeroInWord

const ONES: u64 = 0x0101010101010101;
const HIGHS: u64 = 0x8080808080808080;

/** Eight times this byte. */
// @ts-ignore: decorator
@inline export function repeated(byte: u8): u64 { return (byte as u64) * ONES; }

/** Marks the bytes that are 0. Those above the first may be marked wrongly. */
// @ts-ignore: decorator
@inline export function zeros(bytes: u64): u64 { return (bytes - ONES) & ~bytes & HIGHS; }

/** Marks the bytes beyond ASCII. */
// @ts-ignore: decorator
@inline export function highs(bytes: u64): u64 { return bytes & HIGHS; }

/** The next place of this byte, or the end. */
export function findByte(byte: u8, from: usize, end: usize): usize {
  let p = from;
  for (; p + 8 <= end; p += 8) {
    const marks = zeros(load<u64>(p) ^ repeated(byte));
    if (marks != 0) return p + ((ctz(marks) >> 3) as usize);
  }
  while (p < end && load<u8>(p) != byte) p++;
  return p;
}
