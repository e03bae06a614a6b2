import { describe, expect, test } from "vitest";
import { amount } from "../../support/amount.ts";
import { growth, MOST_GROWTH, worstGrowth } from "../shell-growth.ts";
import { shellProbeMaker } from "../shell-probe.ts";
import { batchTokens } from "./batch-tokens.ts";

const newProbe = await shellProbeMaker("batch");

describe("work grows with the length of the file", () => {
  test.each([
    ["", ""],
    ["(\n", "\n)"],
    ["for /f %%i in ('", "') do a"],
    ['set "a=', '"'],
  ] as const)("between %j and %j", (head, foot) => {
    const probe = newProbe();
    for (const unit of batchTokens) {
      expect(growth(probe, unit, 1000, [head, foot]), JSON.stringify(unit)).toBeLessThan(MOST_GROWTH);
    }
  });

  test("for random sequences of pieces", () => {
    const worst = worstGrowth(newProbe(), batchTokens, 11, amount(200, 700));
    expect(worst.growth, JSON.stringify(worst.unit)).toBeLessThan(MOST_GROWTH);
    expect(worst.growth).toBeGreaterThan(1.8);
  });
});

test("nesting that is cut off is counted, and honest nesting is not", () => {
  const probe = newProbe();
  for (const open of ["(", "if exist a ", "for %%i in (a) do "]) {
    expect(probe.parse(`${open.repeat(20)}a${")".repeat(20)}`).cutoffs, open).toBe(0);
    expect(probe.parse(`${open.repeat(200)}a`).cutoffs, open).toBeGreaterThan(0);
  }
});

test("ten megabytes of what opens something end in time", () => {
  for (const piece of ["(", "%", "%a", "!", '"', "^", "if ", "for /f %%i in ('"]) {
    const before = process.cpuUsage().user;
    newProbe().parse(piece.repeat((10 * 2 ** 20) / piece.length));
    expect((process.cpuUsage().user - before) / 1000, piece).toBeLessThan(1_500);
  }
});
