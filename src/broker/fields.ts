import { readU32 } from "../guest/messages.ts";

/** A field that should be an unsigned 32-bit integer; 0, which is no handle and no count, when it is none. */
export function numberIn(field: Uint8Array | undefined): number {
  return field?.length === 4 ? readU32(field, 0) : 0;
}

export function textIn(field: Uint8Array | undefined): string {
  return new TextDecoder().decode(field);
}
