import { asynchronous } from "./malformed.ts";
import type { Reader } from "./reader.ts";

/** Reads the type of a value where it is used: a primitive (0x73 string to 0x7f bool) or the index of a defined type. */
export function readValueType(reader: Reader): void {
  const code = reader.peek();
  if (code === ERROR_CONTEXT) throw asynchronous(reader.offset);
  if (code >= 0x73 && code <= 0x7f) reader.u8();
  else reader.typeIndex();
}

const ERROR_CONTEXT = 0x64;
