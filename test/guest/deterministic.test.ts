import { expect, test } from "vitest";
import { virtualClock } from "../../src/guest/clock.ts";
import { seededRandomness } from "../../src/guest/randomness.ts";

test("the virtual clock moves with every look and with every sleep, the same in every run", () => {
  const times = () => {
    const clock = virtualClock();
    const before = clock.monotonic();
    clock.sleep(3_600_000_000_000n);
    return [before, clock.monotonic(), clock.wall(), clock.wall()];
  };
  const [before = 0n, after = 0n, wall = 0n, later = 0n] = times();
  expect(after - before).toBeGreaterThanOrEqual(3_600_000_000_000n);
  expect(later).toBeGreaterThan(wall);
  expect(new Date(Number(wall / 1_000_000n)).getUTCFullYear()).toBe(2000);
  expect(times()).toEqual(times());
});

test("seeded bytes: the published first words of SplitMix64 for the seed 1234567", () => {
  const bytes = new Uint8Array(24);
  seededRandomness(1234567n).fill(bytes);
  // https://rosettacode.org/wiki/Pseudo-random_numbers/Splitmix64
  expect([...new BigUint64Array(bytes.buffer)]).toEqual([
    6457827717110365317n,
    3203168211198807973n,
    9817491932198370423n,
  ]);
});

test("any length is filled", () => {
  const bytes = new Uint8Array(13);
  seededRandomness(1n).fill(bytes);
  expect(bytes.slice(8).some((byte) => byte !== 0)).toBe(true);
});
