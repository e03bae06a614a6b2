import { defineConfig } from "vitest/config";

// Two projects: `fixed` is the gate (samples, under two minutes); `all` adds every measured requirement.
const common = {
  testTimeout: 60_000,
  hookTimeout: 120_000,
  pool: "forks",
  globalSetup: "test/support/own-tmp.ts",
} as const;

/** Files that try more in the long tests. */
const SAMPLED = [
  "test/broker/files/walk.test.ts",
  "test/fuzz/targets.test.ts",
  "test/learn/learn.test.ts",
  "test/policy/{intersect,policy-file}.test.ts",
  "test/scanner/{go,ruby}/parser.test.ts",
  "test/scanner/javascript/steps.test.ts",
  "test/scanner/{parser-steps,shell-hostile}.test.ts",
  "test/scanner/markdown/hostile-markdown.test.ts",
  "test/wave/*.test.ts",
];

export default defineConfig({
  test: {
    // Much of the time is spent waiting for commands under test: two workers more than the cores of CI keep them busy.
    maxWorkers: 4,
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
