import { Failure } from "./errno.ts";

/** Positions and sizes of files are signed 64-bit numbers. */
export const LAST_POSITION = 2n ** 63n - 1n;

/** @throws Failure `inval` for what can be none */
export function position(number: bigint): bigint {
  if (number > LAST_POSITION) throw new Failure("inval");
  return number;
}
