import { describe, expect, test } from "vitest";
import { namesLeak, raceOfTheBroker } from "./support/race.ts";

describe.runIf(process.platform === "linux")("names swapped for links while they are read", () => {
  test("lead nowhere in 2,100 reads and 175 writes", async () => {
    const { answers, outside } = await raceOfTheBroker(700);
    expect(answers.get("OUTSIDE")).toBeUndefined();
    expect(outside).toBe("OUTSIDE,OUTSIDE");
    expect(answers.get("inside")).toBeGreaterThan(0);
    expect(answers.get("a symbolic link leads out of the grant")).toBeGreaterThan(0);
  });

  test("do lead out where only names are checked: the race is a real one", async () => {
    expect(await namesLeak(1_000_000)).toBe(true);
  });
});
