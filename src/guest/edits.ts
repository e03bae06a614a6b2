/** What one instance of an instrumented module brings with it, before it has grown anything. */
export interface Initial {
  readonly pages: number;
  readonly elements: number;
}

/**
 * Applies edits that `instrument` made for exactly these bytes; without any, the bytes are what they were.
 *
 * @param edits in the form that `src/engine/instrument/edits.ts` writes
 */
export function applyEdits(bytes: Uint8Array, edits: Uint8Array): Uint8Array {
  if (edits.length <= HEADER_BYTES) return bytes;
  // Every byte of it is written below: zeroing 12 MB first would cost milliseconds.
  const out = Buffer.allocUnsafeSlow(u32(edits, 0));
  let to = 0;
  eachStretch(bytes, edits, (source, from, count) => {
    copy(source, from, out, to, count);
    to += count;
  });
  return out;
}

/** The same in pieces of the bytes and of the edits, of which nothing is copied: for few edits of many bytes. */
export function editedPieces(bytes: Uint8Array, edits: Uint8Array): Uint8Array[] {
  if (edits.length <= HEADER_BYTES) return [bytes];
  const pieces: Uint8Array[] = [];
  eachStretch(bytes, edits, (source, from, count) => {
    if (count > 0) pieces.push(source.subarray(from, from + count));
  });
  return pieces;
}

type Take = (source: Uint8Array, from: number, count: number) => void;

function eachStretch(bytes: Uint8Array, edits: Uint8Array, take: Take): void {
  const stream = new Stream(edits, HEADER_BYTES);
  let [from, to] = [0, 0];
  while (!stream.done) {
    const kept = stream.leb();
    take(bytes, from, kept);
    from += kept + stream.leb();
    const inserted = stream.leb();
    take(edits, stream.at, inserted);
    stream.at += inserted;
    to += kept + inserted;
  }
  const rest = bytes.length - from;
  if (to + rest !== u32(edits, 0)) throw new Error("edits that are not for this module");
  take(bytes, from, rest);
}

export function initialOf(edits: Uint8Array): Initial {
  return { pages: u32(edits, 4), elements: u32(edits, 8) };
}

const HEADER_BYTES = 12;

class Stream {
  at: number;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.at = at;
  }

  get done(): boolean {
    return this.at >= this.#bytes.length;
  }

  leb(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.#bytes[this.at] ?? 0;
      this.at += 1;
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  }
}

function u32(bytes: Uint8Array, at: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(at, true);
}

/** Most stretches are a few dozen bytes, for which a call into the engine costs more than they do. */
function copy(source: Uint8Array, from: number, target: Uint8Array, to: number, count: number): void {
  if (count > SHORT) target.set(source.subarray(from, from + count), to);
  else for (let done = 0; done < count; done += 1) target[to + done] = source[from + done] ?? 0;
}

const SHORT = 64;
