import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "vitest/config";
import CommandsFirst from "./test/support/commands-first.ts";

// Two projects: `fixed` is the gate (samples, under two minutes); `all` adds every measured requirement.
const common = {
  testTimeout: 60_000,
  hookTimeout: 120_000,
  pool: "forks",
  globalSetup: "test/support/own-tmp.ts",
} as const;

/** Files that try more in the long tests than in the gate. */
const SAMPLED = globSync("test/**/*.test.ts", { cwd: import.meta.dirname }).filter((file) =>
  readFileSync(join(import.meta.dirname, file), "utf8").includes("support/amount.ts"),
);

export default defineConfig({
  test: {
    // Much of the time is spent waiting for commands under test: two workers more than the cores of CI keep them busy.
    maxWorkers: 4,
    sequence: { sequencer: CommandsFirst },
    projects: [
      {
        test: {
          ...common,
          name: "fixed",
          include: ["test/**/*.test.ts"],
          exclude: ["test/**/*.all.test.ts"],
          // Files share a worker's modules: loading them anew for each took a fifth of the gate. No test changes a module.
          isolate: false,
        },
      },
      {
        test: {
          ...common,
          name: "all",
          include: ["test/**/*.all.test.ts", "test/attacks/*.test.ts", ...SAMPLED],
          // What the gate tries in one way (test/support/steps-guest.ts) or by samples (amount.ts) is all tried here.
          env: { TEST_AMOUNT: "all" },
          testTimeout: 600_000,
        },
      },
    ],
  },
});
