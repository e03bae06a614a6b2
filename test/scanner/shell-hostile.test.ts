import { describe, expect, test } from "vitest";
import { amount } from "../support/amount.ts";
import { seededRandom } from "./seeded-random.ts";
import { growth, MOST_GROWTH, worstGrowth } from "./shell-growth.ts";
import { SHELL_PIECES } from "./shell-pieces.ts";
import { shellProbeMaker } from "./shell-probe.ts";

const newProbe = await shellProbeMaker();

/** What they are repeated in. */
const PLACES: readonly (readonly [string, string])[] = [
  ["", ""],
  ['x="$(a ', ')"\n'],
  ["cat <<E\n", "\nE\n"],
  ["`", "`"],
  ["${x:-", "}"],
  ["case x in a) ", " ;; esac"],
];

describe("work grows with the length of the script", () => {
  test("wherever its pieces stand", () => {
    const probe = newProbe();
    for (const unit of SHELL_PIECES) {
      for (const place of PLACES) {
        expect(growth(probe, unit, 1000, place), JSON.stringify([unit, place])).toBeLessThan(MOST_GROWTH);
      }
    }
  });

  test("for random sequences of pieces", () => {
    const worst = worstGrowth(newProbe(), SHELL_PIECES, 5, amount(200, 700));
    expect(worst.growth, JSON.stringify(worst.unit)).toBeLessThan(MOST_GROWTH);
    expect(worst.growth).toBeGreaterThan(1.8);
  });
});

test("nesting that is cut off is counted, and honest nesting is not", () => {
  const probe = newProbe();
  expect(probe.parse(`${"$(a ".repeat(20)}${")".repeat(20)}`)).toMatchObject({ errors: 0, cutoffs: 0 });
  for (const [open, close] of [
    ["$(a ", ")"],
    ["(", ")"],
    ["if a; then ", "; fi"],
    ["${x:-", "}"],
  ] as const) {
    expect(probe.parse(open.repeat(200) + close.repeat(200)).cutoffs).toBeGreaterThan(0);
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
