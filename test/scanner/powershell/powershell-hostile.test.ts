import { describe, expect, test } from "vitest";
import { amount } from "../../support/amount.ts";
import { seededRandom } from "../seeded-random.ts";
import { growth, MOST_GROWTH, worstGrowth } from "../shell-growth.ts";
import { shellProbeMaker } from "../shell-probe.ts";
import { powershellTokens } from "./powershell-tokens.ts";

const newProbe = await shellProbeMaker("powershell");

const PLACES: readonly (readonly [string, string])[] = [
  ["", ""],
  ['"$(a ', ')"\n'],
  ['@"\n', '\n"@\n'],
  ["@{a=", "}"],
  ["foreach ($x in ", ") { }"],
];

describe("work grows with the length of the script", () => {
  test("wherever its pieces stand", () => {
    const probe = newProbe();
    for (const unit of powershellTokens) {
      for (const place of PLACES) {
        expect(growth(probe, unit, 1000, place), JSON.stringify([unit, place])).toBeLessThan(MOST_GROWTH);
      }
    }
  });

  test("for random sequences of pieces", () => {
    const worst = worstGrowth(newProbe(), powershellTokens, 7, amount(200, 700));
    expect(worst.growth, JSON.stringify(worst.unit)).toBeLessThan(MOST_GROWTH);
    expect(worst.growth).toBeGreaterThan(1.8);
  });
});

test("nesting that is cut off is counted, and honest nesting is not", () => {
  const probe = newProbe();
  for (const [open, close] of [
    ["$(a ", ")"],
    ["(", ")"],
    ["if (1) { ", " }"],
    ["@{a=", "}"],
    ["@(", ")"],
    ["$x[", "]"],
    ["[int]", "1"],
  ] as const) {
    expect(probe.parse(open.repeat(20) + close.repeat(20)).cutoffs, open).toBe(0);
    expect(probe.parse(open.repeat(200) + close.repeat(200)).cutoffs, open).toBeGreaterThan(0);
  }
});

test("random bytes are read to their end", () => {
  const random = seededRandom(9);
  for (let i = 0; i < 300; i++) {
    const bytes = Uint8Array.from({ length: 400 }, () => random(i % 2 === 0 ? 256 : 128));
    const facts = newProbe().parse(bytes);
    const lines = bytes.filter((byte) => byte === 10).length;
    expect(facts.lastLine).toBeLessThanOrEqual(lines + 1);
    expect(facts.steps).toBeLessThan(200 + 40 * bytes.length);
  }
});

test("ten megabytes of what opens something end in time", () => {
  for (const piece of ["$(", "{", '"', "@(", "@{", "[a", '@"\n', "(\n"]) {
    const before = process.cpuUsage().user;
    newProbe().parse(piece.repeat((10 * 2 ** 20) / piece.length));
    expect((process.cpuUsage().user - before) / 1000, piece).toBeLessThan(1_500);
  }
});
