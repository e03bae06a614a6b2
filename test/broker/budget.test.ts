import { expect, test } from "vitest";
import { createBudget } from "../../src/broker/budget.ts";
import { DEFAULT_LIMITS } from "../../src/policy/limits.ts";

test.each([
  ["host-calls", "maxHostCalls"],
  ["host-read", "maxHostReadBytes"],
  ["host-write", "maxHostWriteBytes"],
  ["http-requests", "maxHttpRequests"],
  ["disk", "maxDiskBytes"],
] as const)("%s: as much as the limit, and not one more", (what, limit) => {
  const told: string[] = [];
  const budget = createBudget({ ...DEFAULT_LIMITS, [limit]: 3 }, (name) => void told.push(name));
  expect([budget.spend(what, 2), budget.spend(what, 2), budget.spend(what, 1), budget.spend(what, 1)]).toEqual([
    true,
    false,
    true,
    false,
  ]);
  expect(told).toEqual([what, what]);
  expect(budget.spent(what)).toBe(3);
});

test("0 is zero", () => {
  const budget = createBudget({ ...DEFAULT_LIMITS, maxHostCalls: 0 }, () => {});
  expect(budget.spend("host-calls", 1)).toBe(false);
});
