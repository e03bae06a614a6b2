/** What a guest process says to a person; ours cuts it itself. */
export function message(bytes: Uint8Array): string {
  return text(bytes.subarray(0, MAX_MESSAGE_BYTES));
}

const MAX_MESSAGE_BYTES = 32 * 1024;

/** A field of a frame as text; what is no UTF-8 is replaced. */
export function text(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}
