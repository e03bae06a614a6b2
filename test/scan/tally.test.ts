import { describe, expect, it } from "vitest";
import type { Remark } from "../../src/scanner/finding.ts";
import { Tally } from "../../src/scanner/tally.ts";

const base: Remark = {
  rule: "environment-read",
  category: "api_exfiltration",
  severity: "high",
  confidence: "high",
  line: 1,
  column: 1,
  context: "",
  description: "",
};

function tallyOf(...findings: Partial<Remark>[]): Tally {
  const tally = new Tally();
  for (const finding of findings) tally.add({ ...base, ...finding });
  return tally;
}

describe("Tally", () => {
  it("keeps a rule's gravest finding, in the order in which the rules were met", () => {
    const tally = tallyOf(
      { severity: "low", line: 1 },
      { rule: "other", severity: "medium", line: 2 },
      { severity: "critical", confidence: "low", line: 3 },
      { severity: "critical", line: 4 },
      { severity: "low", line: 5 },
    );
    expect(tally.gravest.map(({ rule, line }) => [rule, line])).toEqual([
      ["environment-read", 4],
      ["other", 2],
    ]);
    expect(tally.counts).toEqual({ critical: 2, high: 0, medium: 1, low: 2 });
  });

  it("is not grown without end by invented rule names", () => {
    const tally = new Tally();
    for (let index = 0; index < 20_000; index++) tally.add({ ...base, severity: "low", rule: `rule-${index}` });
    expect(tally.gravest).toHaveLength(1_000);
    expect(tally.counts.low).toBe(20_000);
  });
});
