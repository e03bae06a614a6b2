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
  const { controls, even, odd } = countsOf(sample);
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

interface Counts {
  readonly controls: number;
  /** NULs by where they stand. */
  readonly even: number;
  readonly odd: number;
}

/** In local variables: each file of a tree comes through here. */
function countsOf(sample: Uint8Array): Counts {
  let controls = 0;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < sample.length; at++) {
    const byte = sample[at] ?? 0;
    if (byte >= SPACE) continue;
    if (byte === 0 && at % 2 === 0) even++;
    else if (byte === 0) odd++;
    else if (!(byte >= BACKSPACE && byte <= CARRIAGE_RETURN) && byte !== ESCAPE) controls++;
  }
  return { controls, even, odd };
}

const SPACE = 32;
const BACKSPACE = 8;
const CARRIAGE_RETURN = 13;
const ESCAPE = 27;
