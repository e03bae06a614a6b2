/** Enough to tell; a text that turns binary later is told by its NULs. */
const SAMPLE_BYTES = 64 * 1024;
/** Of 8-bit text; a terminal recording has some. */
const CONTROLS = 0.02;
/** Of UTF-16 that is mostly ASCII. */
const WIDE_NULS = 0.7;

/** Whether bytes without a known signature are text in some encoding. */
export function isText(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  if (startsWithMark(sample)) return true;
  const counts = { controls: 0, even: 0, odd: 0 };
  for (let at = 0; at < sample.length; at++) count(counts, sample[at] ?? 0, at);
  const { controls, even, odd } = counts;
  if (even + odd === 0) return controls <= sample.length * CONTROLS || hasWords(sample);
  return Math.max(even, odd) >= (sample.length / 2) * WIDE_NULS && Math.min(even, odd) <= sample.length / 20;
}

/**
 * Interpreters mind no control characters, so that some of them make no binary. Compressed and encrypted bytes have NULs,
 * unless they are few, and then no such run either.
 */
function hasWords(bytes: Uint8Array): boolean {
  return /[\t\x20-\x7e]{12}/.test(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1"));
}

/** Byte order marks of UTF-8 and UTF-16. */
function startsWithMark([first, second, third]: Uint8Array): boolean {
  if (first === 0xef && second === 0xbb && third === 0xbf) return true;
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

function count(counts: { controls: number; even: number; odd: number }, byte: number, at: number): void {
  if (byte === 0) counts[at % 2 === 0 ? "even" : "odd"]++;
  else if (byte < 32 && !(byte >= 8 && byte <= 13) && byte !== 27) counts.controls++;
}
