import { describe, expect, it } from "vitest";
import { Quota } from "../../src/scanner/quota.ts";

describe("Quota", () => {
  it("has room for each severity, whatever the others take", () => {
    const quota = new Quota();
    const taken = Array.from({ length: 10_000 }, (_, n) => quota.take("low", `rule-${n}`)).filter((took) => took);
    expect(taken).toHaveLength(2_500);
    expect(quota.take("low", "late")).toBe(false);
    expect(quota.take("critical", "late")).toBe(true);
  });

  it("has room for each rule, whatever the others of its severity take", () => {
    const quota = new Quota();
    const taken = Array.from({ length: 10_000 }, () => quota.take("medium", "flood")).filter((took) => took);
    expect(taken).toHaveLength(500);
    expect(quota.take("medium", "late")).toBe(true);
    expect(quota.take("high", "flood")).toBe(true);
  });
});
