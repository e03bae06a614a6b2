/** Whole milliseconds of a guest's duration, as a timer takes them: Node fires longer ones at once. */
export function milliseconds(nanoseconds: bigint): number {
  return Math.min(Math.ceil(Number(nanoseconds) / 1e6), 2 ** 31 - 1);
}
