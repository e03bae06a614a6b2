import { describe, expect, it } from "vitest";
import { type FailOn, objections } from "../../src/scanner/objections.ts";
import { skill } from "../report/support/reports.ts";

const report = {
  safety_score: 0.735,
  findings_by_severity: { critical: 0, high: 1, medium: 2, low: 3 },
  skills: [skill({ verdict: "safe" }), skill({ verdict: "review" }), skill({ verdict: "review" })],
};
const blocked = { ...report, skills: [...report.skills, skill({ verdict: "block" })] };

describe("objections", () => {
  it.each([
    ["low", ["6 findings at or above low"]],
    ["medium", ["3 findings at or above medium"]],
    ["high", ["1 finding at or above high"]],
    ["critical", []],
    ["never", []],
    ["review", ["2 skills with the verdict review"]],
    ["block", []],
  ] as [FailOn, string[]][])("at %s: %j", (failOn, reasons) => {
    expect(objections(report, { failOn, minScore: undefined })).toEqual(reasons);
  });

  it("count skills by their verdicts", () => {
    expect(objections(blocked, { failOn: "block", minScore: undefined })).toEqual(["1 skill with the verdict block"]);
    expect(objections(blocked, { failOn: "review", minScore: undefined })).toHaveLength(2);
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
