import { describe, expect, it } from "vitest";
import { summarise } from "../../src/scanner/summary.ts";

const NONE = { critical: 0, high: 0, medium: 0, low: 0 };

describe("summarise", () => {
  it("says SAFE when there is nothing", () => {
    expect(summarise(1, NONE, [])).toBe("SAFE: No issues detected.");
  });

  it("writes the sentence in the form that scripts know: severities gravest first, then categories", () => {
    expect(summarise(0.49, { ...NONE, critical: 1, low: 2 }, ["api_exfiltration", "obfuscated_code"])).toBe(
      "RISKY: Found 3 issues (1 critical, 2 low). Categories: api exfiltration, obfuscated code.",
    );
  });

  it.each([
    [0.8, "MINOR"],
    [0.6, "SUSPICIOUS"],
    [0.3, "RISKY"],
    [0.29, "DANGEROUS"],
  ])("calls a score of %d %s", (score, word) => {
    expect(summarise(score, { ...NONE, high: 1 }, [])).toMatch(new RegExp(`^${word}: `));
  });
});
