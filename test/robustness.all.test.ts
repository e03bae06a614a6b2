import { expect, test } from "vitest";
import { manyRuns } from "./support/robustness.ts";

test.runIf(process.platform === "linux")(
  "1,000 runs, 8 at a time, good and hostile: nothing of them is left",
  async () => {
    expect(await manyRuns(1000)).toEqual({ unexpected: [], processes: [], leftovers: [], corrupt: [], escaped: [] });
  },
);
