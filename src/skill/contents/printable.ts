/** As `strings` does it: shorter runs are chance. */
const SHORTEST = 6;

/** The runs of printable ASCII, and of ASCII as UTF-16, one on each line; at most so many characters. */
export function printableText(bytes: Uint8Array, maxChars: number): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
  const narrow: string[] = [];
  const wide: string[] = [];
  let chars = 0;
  for (let at = 0; at < bytes.length && chars < maxChars; at++) {
    const from = at;
    at = endOfRun(bytes, at);
    if (at - from >= SHORTEST) {
      narrow.push(text.slice(from, at));
      chars += at - from + 1;
    }
    // Of UTF-16, each character is a run by itself, and the first may end one.
    const end = from < at && bytes[at] === 0 ? endOfPairs(bytes, at - 1) : at;
    if (end - at < 2 * SHORTEST - 1) continue;
    wide.push(text.slice(at - 1, end).replaceAll("\0", ""));
    at = end - 1;
  }
  return [...narrow, ...wide].join("\n").slice(0, maxChars);
}

function endOfRun(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && PRINTABLE[bytes[at] ?? 0] === 1) at++;
  return at;
}

/** Of pairs of a printable byte and a NUL. */
function endOfPairs(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at + 1 < bytes.length && PRINTABLE[bytes[at] ?? 0] === 1 && bytes[at + 1] === 0) at += 2;
  return at;
}

const PRINTABLE = Uint8Array.from({ length: 256 }, (_, byte) => (byte === 9 || (byte >= 0x20 && byte <= 0x7e) ? 1 : 0));
