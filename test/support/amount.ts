/**
 * What is tried in the gate is a sample of what the long tests try: a test file that imports this is part of both
 * (vitest.config.ts).
 */
export function amount(sample: number, all: number): number {
  return EVERYTHING ? all : sample;
}

/** Rows of a table that only the long tests try. */
export function longer<Row extends unknown[] | [unknown]>(...rows: Row[]): Row[] {
  return EVERYTHING ? rows : [];
}

/** Whether these are the long tests. */
export const EVERYTHING = process.env["TEST_AMOUNT"] === "all";
