import fc, { type Arbitrary } from "fast-check";

/** Bytes as the corpus keeps them. */
export function hex(bytes: Arbitrary<Uint8Array>): Arbitrary<string> {
  return bytes.map((value) => Buffer.from(value).toString("hex"));
}

export function fromHex(text: string): Buffer<ArrayBuffer> {
  return alone(Buffer.from(text, "hex"));
}

/** A copy in a buffer of its own, so that a read behind its end meets nothing. */
export function alone(bytes: Uint8Array): Buffer<ArrayBuffer> {
  return Buffer.from(new Uint8Array(bytes).buffer);
}

/** Numbers at which lengths and counts go wrong. */
export const edgeU32 = fc.oneof(
  fc.nat(40),
  fc.constantFrom(
    0,
    127,
    128,
    199,
    200,
    201,
    255,
    256,
    0x7fff_ffff,
    0x8000_0000,
    0xffff_fffb,
    0xffff_fffc,
    0xffff_ffff,
  ),
  fc.nat(0xffff_ffff),
);
