import { describe, expect, test } from "vitest";
import { compareWithReference } from "./support/compare-with-reference.ts";
import { WAYS } from "./support/guest.ts";

describe.each(WAYS)("the walk, by %s", (_, way) => {
  test("gives the reference's answer for 40,000 random paths", async () => {
    const counts = await compareWithReference(way, 2024, 200, 200);
    expect(counts.get("value")).toBeGreaterThan(1000);
  });
});
