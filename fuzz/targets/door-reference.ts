import { OPERATIONS } from "../../src/guest/messages.ts";

export type Frame =
  /** `end` is the offset of the byte after it. */
  { readonly kind: "request"; readonly text: string; readonly end: number } | { readonly kind: "violation" };

/** What a stream of bytes says at the door, read slowly, number by number, from the format's description. */
export function framesOf(bytes: Uint8Array, maxMessageBytes: number): Frame[] {
  const frames: Frame[] = [];
  for (let at = 0; at + 4 <= bytes.length; ) {
    const length = numberAt(bytes, at);
    if (length > maxMessageBytes) return [...frames, { kind: "violation" }];
    const end = at + 4 + length;
    if (end > bytes.length) return frames;
    const text = requestText([...bytes.subarray(at + 4, end)]);
    if (text === undefined) return [...frames, { kind: "violation" }];
    frames.push({ kind: "request", text, end });
    at = end;
  }
  return frames;
}

function requestText([code, ...rest]: readonly number[]): string | undefined {
  const [name, { fields: count }] = Object.entries(OPERATIONS).find(([, operation]) => operation.code === code) ?? [
    "",
    { fields: -1 },
  ];
  const fields: string[] = [];
  let left = rest;
  for (let index = 0; index < count; index += 1) {
    if (left.length < 4) return undefined;
    const length = numberAt(left, 0);
    if (length > left.length - 4) return undefined;
    fields.push(Buffer.from(left.slice(4, 4 + length)).toString("hex"));
    left = left.slice(4 + length);
  }
  return count >= 0 && left.length === 0 ? [name, ...fields].join(" ") : undefined;
}

/** Four bytes, the lowest first. */
function numberAt(bytes: ArrayLike<number>, at: number): number {
  return [3, 2, 1, 0].reduce((value, index) => value * 256 + (bytes[at + index] ?? 0), 0);
}
