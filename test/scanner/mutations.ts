import { pythonTokens } from "./python-tokens.ts";

type Random = (below: number) => number;

/** A text with up to twelve cuts, insertions, repetitions and changed bytes; invalid UTF-8 may come of it. */
export function mutated(text: string, random: Random, tokens = pythonTokens): Uint8Array {
  let bytes = Buffer.from(text);
  for (let i = 1 + random(12); i > 0; i--) bytes = mutatedOnce(bytes, random, tokens);
  return new Uint8Array(bytes);
}

function mutatedOnce(bytes: Buffer<ArrayBuffer>, random: Random, tokens: readonly string[]): Buffer<ArrayBuffer> {
  const from = random(bytes.length + 1);
  const to = Math.min(bytes.length, from + random(200));
  const insert = (part: Uint8Array) => Buffer.concat([bytes.subarray(0, from), part, bytes.subarray(from)]);
  switch (random(6)) {
    case 0:
      return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
    case 1:
      return insert(token(random, tokens));
    case 2:
      return insert(Buffer.from([random(256)]));
    case 3:
      return insert(bytes.subarray(from, to));
    case 4:
      return bytes.subarray(0, Math.max(from, 100));
    default:
      return insert(Buffer.concat(Array.from({ length: 1 + random(400) }, () => token(random, tokens))));
  }
}

function token(random: Random, tokens: readonly string[]): Buffer<ArrayBuffer> {
  return Buffer.from(tokens[random(tokens.length)] ?? "");
}

/** Nothing but tokens, in any order. */
export function tokenSoup(random: Random, length: number, tokens = pythonTokens): Uint8Array {
  return new Uint8Array(Buffer.concat(Array.from({ length }, () => token(random, tokens))));
}
