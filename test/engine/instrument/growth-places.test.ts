import { describe, expect, it } from "vitest";
import type { Facts } from "../../../src/engine/instrument/facts.ts";
import { growthPlaces } from "../../../src/engine/instrument/growth.ts";

const COUNTS = [0, 1, 2, 127, 128, 129, 300];

describe("every way to write it, with any zeros in its numbers, is a place for", () => {
  it.each(COUNTS)("a growth of one of %i memories", (memories) => {
    for (const index of someBelow(memories)) {
      for (const written of writings(index)) expect(isPlace([0x40, ...written], { memories })).toBe(true);
    }
  });

  it.each(COUNTS)("a growth of one of %i tables, or of our own behind them", (tables) => {
    for (const index of someBelow(tables + 1)) expectBulk(15, [index], tables);
  });

  it.each(COUNTS)("a change of our own table behind %i others", (tables) => {
    for (const written of writings(tables)) expect(isPlace([0x26, ...written], { tables })).toBe(true);
    expectBulk(17, [tables], tables);
    for (const other of [0, 5, 127, 128, 70_000]) {
      expectBulk(12, [other, tables], tables);
      expectBulk(14, [tables, other], tables);
      expectBulk(14, [other, tables], tables);
    }
  });
});

it("what names another memory or table is none", () => {
  for (const index of [1, 5, 127, 128]) {
    for (const written of writings(index)) expect(isPlace([0x40, ...written], { memories: 1 })).toBe(false);
  }
  expect(isPlace([0xfc, 17, 1], { tables: 2 })).toBe(false);
  expect(isPlace([0xfc, 0x91, 0x01, 0x00], { tables: 2 })).toBe(false);
});

function expectBulk(code: number, indices: readonly number[], tables: number): void {
  for (const prefix of writings(code)) {
    const written = indices.map((index) => writings(index));
    for (let padding = 0; padding < 5; padding += 1) {
      const numbers = written.flatMap((ways) => ways[Math.min(padding, ways.length - 1)] ?? []);
      expect(isPlace([0xfc, ...prefix, ...numbers], { tables }), `${code} ${indices} of ${tables}`).toBe(true);
    }
  }
}

function someBelow(count: number): number[] {
  return [0, 1, 63, 126, 127, 128, 255, 299].filter((index) => index < count);
}

/** As an unsigned LEB128 of up to five bytes. */
function writings(value: number): number[][] {
  const digits = [0, 1, 2, 3, 4].map((place) => Math.floor(value / 128 ** place) % 128);
  const least = Math.max(1, digits.findLastIndex((digit) => digit !== 0) + 1);
  return [1, 2, 3, 4, 5]
    .filter((length) => length >= least)
    .map((length) => digits.slice(0, length).map((digit, place) => (place < length - 1 ? digit + 128 : digit)));
}

function isPlace(instruction: readonly number[], { memories = 0, tables = 0 }): boolean {
  const facts = { memories: { length: memories }, tables: { length: tables } } as unknown as Facts;
  const bytes = Uint8Array.from([...AROUND, ...instruction, 0x0b]);
  return growthPlaces(bytes, AROUND.length, bytes.length, facts).includes(AROUND.length);
}

/** The stretch that is looked at need not begin where the file does. */
const AROUND = [0x01, 0x01];
