import { describe, expect, test } from "vitest";
import { compareWithReference } from "./support/compare-with-reference.ts";
import { WAYS } from "./support/guest.ts";

describe.each(WAYS)("the walk, by %s", (_, way) => {
  test("gives the reference's answer for random paths, and the kernel's content", async () => {
    const counts = await compareWithReference(way, 7, 18, 100);
    const common = [
      "value",
      "default-deny",
      "link-leaves-grant",
      "no such file or folder",
      "is a folder",
      "not a folder",
    ];
    for (const answer of common)
      expect([answer, counts.get(answer) ?? 0]).toEqual([answer, expect.toSatisfy((n) => n > 50)]);
  });
});
