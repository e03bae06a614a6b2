import { describe, expect, test } from "vitest";
import { raceOfTheBroker } from "./support/race.ts";

describe.runIf(process.platform === "linux")("names swapped for links while they are read", () => {
  test("lead nowhere in 51,000 reads and 4,250 writes", async () => {
    const { answers, outside } = await raceOfTheBroker(17_000);
    expect(answers.get("OUTSIDE")).toBeUndefined();
    expect(outside).toBe("OUTSIDE,OUTSIDE");
    expect(answers.get("inside")).toBeGreaterThan(1000);
    expect(answers.get("a symbolic link leads out of the grant")).toBeGreaterThan(100);
  });
});
