import { describe, expect, it } from "vitest";
import { type FailOn, objections } from "../../src/scanner/objections.ts";

const report = { safety_score: 0.735, findings_by_severity: { critical: 0, high: 1, medium: 2, low: 3 } };

describe("objections", () => {
  it.each([
    ["low", ["6 findings at or above low"]],
    ["medium", ["3 findings at or above medium"]],
    ["high", ["1 finding at or above high"]],
    ["critical", []],
    ["never", []],
  ] as [FailOn, string[]][])("at %s: %j", (failOn, reasons) => {
    expect(objections(report, { failOn, minScore: undefined })).toEqual(reasons);
  });

  it.each([
    [0, []],
    [0.735, []],
    [0.74, ["score 0.735 is below 0.74"]],
    [1, ["score 0.735 is below 1"]],
  ])("with a least score of %d: %j", (minScore, reasons) => {
    expect(objections(report, { failOn: "never", minScore })).toEqual(reasons);
  });
});
