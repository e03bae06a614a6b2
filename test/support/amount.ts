/** How much is tried: in the gate a sample, in the long tests all (vitest.config.ts). */
export function amount(sample: number, all: number): number {
  return EVERYTHING ? all : sample;
}

/** Whether these are the long tests. */
export const EVERYTHING = process.env["TEST_AMOUNT"] === "all";
