import { describe, expect, it } from "vitest";
import { CONFIDENCES, SEVERITIES } from "../../src/scanner/finding.ts";
import { reasonsOf } from "../../src/scanner/reasons.ts";
import type { Located } from "../../src/scanner/tally.ts";
import { judge, worst } from "../../src/scanner/verdict.ts";

const SMALL = { analysed: 3, partly: 0, skipped: 0 };
const LARGE = { analysed: 150, partly: 0, skipped: 0 };

/** `high/medium hidden_content a.py` as a finding; categories and files may be left out. */
function findings(...texts: readonly string[]): Located[] {
  return texts.map((text, index) => {
    const [levels = "", category = "api_exfiltration", file = "a.py"] = text.split(" ");
    const [severity, confidence] = levels.split("/");
    return {
      rule: `rule-${index}`,
      category,
      severity: SEVERITIES.find((each) => each === severity) ?? "low",
      confidence: CONFIDENCES.find((each) => each === confidence) ?? "low",
      file,
      line: index + 1,
      column: 1,
      context: "",
      description: `What ${index} is.`,
    };
  });
}

describe("judge", () => {
  it.each([
    ["nothing", [], "safe", "high"],
    ["facts", ["low/high", "low/high", "low/high"], "safe", "high"],
    ["one medium", ["medium/high"], "safe", "high"],
    ["two medium, one of them unsure", ["medium/high", "medium/low"], "safe", "high"],
    ["two medium", ["medium/high", "medium/medium"], "review", "high"],
    ["one high", ["high/medium"], "review", "medium"],
    ["one high that is unsure", ["high/low"], "review", "medium"],
    ["a critical that is unsure", ["critical/low"], "review", "medium"],
    ["one high that is sure", ["high/high"], "block", "high"],
    ["two high of one category", ["high/medium", "high/medium"], "review", "medium"],
    ["two high of two categories", ["high/high", "high/medium hidden_content"], "block", "high"],
    ["two high of two categories, one unsure", ["high/medium", "high/low hidden_content"], "review", "medium"],
    ["two high of two categories in two files", ["high/medium a b.py", "high/medium b c.py"], "block", "medium"],
    ["a critical", ["critical/medium"], "block", "medium"],
    ["what could not be analysed", ["high/high unanalysable"], "review", "high"],
    ["a high one and what could not be analysed", ["high/medium", "high/high unanalysable"], "review", "high"],
  ] as const)("%s: %j is %s, %s", (_, texts, verdict, confidence) => {
    expect(judge(findings(...texts), SMALL)).toMatchObject({ verdict, confidence });
  });

  it("asks in a package whether two high ones are in one file", () => {
    expect(judge(findings("high/high a b.py"), LARGE).verdict).toBe("review");
    expect(judge(findings("high/high a b.py", "high/high b c.py"), LARGE).verdict).toBe("review");
    expect(judge(findings("high/high a b.py", "high/high b c.py", "high/high c b.py"), LARGE)).toMatchObject({
      verdict: "block",
      because: [{ file: "b.py" }, { file: "b.py" }],
    });
    expect(judge(findings("critical/high"), LARGE).verdict).toBe("block");
  });

  it.each([
    [{ analysed: 3, partly: 1, skipped: 0 }, "medium"],
    [{ analysed: 1, partly: 1, skipped: 2 }, "medium"],
    [{ analysed: 1, partly: 0, skipped: 2 }, "low"],
  ] as const)("is less sure of a safe skill when %j: %s", (totals, confidence) => {
    expect(judge([], totals)).toEqual({ verdict: "safe", confidence, because: [] });
  });
});

describe("reasonsOf", () => {
  const reasons = (texts: readonly string[], totals = SMALL) => reasonsOf(judge(findings(...texts), totals), totals);

  it("tells what decided, gravest first, and nothing else", () => {
    expect(reasons(["low/high", "high/high hidden_content lib/b.py", "critical/high"])).toEqual([
      "Critical, a.py, line 3: What 2 is.",
      "High, lib/b.py, line 2: What 1 is.",
    ]);
  });

  it("tells ten at most", () => {
    expect(reasons(Array(20).fill("critical/high"))).toHaveLength(10);
  });

  it("tells of a safe skill what was not looked at", () => {
    expect(reasons([])).toEqual(["Nothing was found that a reviewer has to look at."]);
    expect(reasons([], { analysed: 1, partly: 1, skipped: 2 })).toEqual([
      "Nothing was found that a reviewer has to look at.",
      "Of 4 files, 2 were not analysed, and 1 only in part.",
    ]);
  });
});

describe("worst", () => {
  it.each([
    [[], "safe"],
    [["safe", "review", "safe"], "review"],
    [["block", "review"], "block"],
  ] as const)("of %j is %s", (verdicts, verdict) => {
    expect(worst(verdicts)).toBe(verdict);
  });
});
