/** As `strings` does it: shorter runs are chance. */
const SHORTEST = 6;

/** The runs of printable ASCII, and of ASCII as UTF-16, one on each line; at most so many characters. */
export function printableText(bytes: Uint8Array, maxChars: number): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const narrow = runs(buffer.toString("latin1"), NARROW);
  const wide = runs(buffer.toString("latin1"), WIDE).map((run) => run.replaceAll("\0", ""));
  return [...narrow, ...wide].join("\n").slice(0, maxChars);
}

const NARROW = new RegExp(`[\\t\\x20-\\x7e]{${SHORTEST},}`, "g");
const WIDE = new RegExp(`(?:[\\t\\x20-\\x7e]\\0){${SHORTEST},}`, "g");

function runs(text: string, pattern: RegExp): string[] {
  return text.match(pattern) ?? [];
}
