import { expect, test } from "vitest";
import { manyRuns } from "./support/robustness.ts";

test.runIf(process.platform === "linux")(
  "24 runs, 8 at a time, good and hostile: nothing of them is left",
  async () => {
    expect(await manyRuns(24)).toEqual({ unexpected: [], processes: [], leftovers: [], corrupt: [], escaped: [] });
  },
);
