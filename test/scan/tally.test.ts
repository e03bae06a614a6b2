import { describe, expect, it } from "vitest";
import type { Finding } from "../../src/scanner/finding.ts";
import { Tally } from "../../src/scanner/tally.ts";

const base: Finding = {
  rule: "environment-read",
  category: "api_exfiltration",
  severity: "high",
  confidence: "high",
  line: 1,
  column: 1,
  context: "",
  description: "",
};

function tallyOf(...findings: Partial<Finding>[]): Tally {
  const tally = new Tally();
  for (const finding of findings) tally.add({ ...base, ...finding });
  return tally;
}

describe("Tally", () => {
  it("says SAFE when there is nothing", () => {
    expect(tallyOf().summary).toBe("SAFE: No issues detected.");
  });

  it("writes the summary in the form that scripts know", () => {
    expect(tallyOf({}).summary).toBe("SUSPICIOUS: Found 1 issues (1 high). Categories: api exfiltration.");
  });

  it("names severities gravest first and each category once, in the order met", () => {
    const tally = tallyOf(
      { rule: "a", severity: "low" },
      { rule: "b", severity: "critical", category: "obfuscated_code" },
      { rule: "c", severity: "low", category: "api_exfiltration" },
    );
    expect(tally.summary).toBe(
      "RISKY: Found 3 issues (1 critical, 2 low). Categories: api exfiltration, obfuscated code.",
    );
  });

  it.each([
    [[{ severity: "medium" }], "MINOR"],
    [[{ rule: "a" }, { rule: "b", severity: "medium" }, { rule: "c", severity: "medium" }], "SUSPICIOUS"],
    [[{ severity: "critical" }], "RISKY"],
    [
      [
        { rule: "a", severity: "critical" },
        { rule: "b", severity: "critical" },
      ],
      "DANGEROUS",
    ],
  ] as const)("calls %j %s", (findings, word) => {
    expect(tallyOf(...findings).summary).toMatch(new RegExp(`^${word}: `));
  });

  it("weighs a rule once, by its gravest finding", () => {
    expect(tallyOf({ severity: "low" }, { severity: "critical" }, { severity: "low" }).score).toBe(0.5);
  });

  it("goes on counting and weighing when it no longer lists", () => {
    const tally = tallyOf(...Array(3000).fill({ severity: "low" }), { rule: "late", severity: "critical" });
    expect(tally.findings).toHaveLength(2501);
    expect(tally.findings.at(-1)?.rule).toBe("late");
    expect(tally.total).toBe(3001);
    expect(tally.counts).toEqual({ critical: 1, high: 0, medium: 0, low: 3000 });
    expect(tally.score).toBe(0.49);
  });

  it("is not grown without end by invented rule names", () => {
    const tally = new Tally();
    for (let index = 0; index < 20_000; index++)
      tally.add({ ...base, severity: "low", rule: `rule-${index}`, category: `c${index}` });
    expect(tally.score).toBe(0);
    expect(tally.summary.length).toBeLessThan(20_000);
  });
});
