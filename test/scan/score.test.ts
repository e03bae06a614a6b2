import { describe, expect, it } from "vitest";
import { deduction, safetyScore } from "../../src/scanner/score.ts";

describe("safetyScore", () => {
  it("is 1 when nothing was found", () => {
    expect(safetyScore([])).toBe(1);
  });

  it.each([
    ["low", "high", 0.98],
    ["low", "medium", 0.984],
    ["low", "low", 0.99],
    ["medium", "high", 0.9],
    ["medium", "medium", 0.92],
    ["high", "high", 0.75],
    ["high", "low", 0.875],
    ["critical", "high", 0.5],
    ["critical", "medium", 0.6],
  ] as const)("one %s finding of %s confidence leaves %d", (severity, confidence, score) => {
    expect(safetyScore([deduction({ severity, confidence })])).toBe(score);
  });

  it("multiplies what each rule leaves", () => {
    expect(safetyScore([0.5, 0.25, 0.1])).toBe(0.3375);
  });

  it("is never negative, however much was found", () => {
    expect(safetyScore(Array(1000).fill(0.5))).toBe(0);
  });
});
