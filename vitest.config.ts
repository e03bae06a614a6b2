import { defineConfig } from "vitest/config";

// Two projects: `fixed` is the gate (samples, under two minutes); `all` adds every measured requirement.
const common = { testTimeout: 60_000, hookTimeout: 120_000, pool: "forks" } as const;

export default defineConfig({
  test: {
    // Half of the time is spent waiting for commands under test; by default one core would be left idle.
    maxWorkers: "100%",
    projects: [
      { test: { ...common, name: "fixed", include: ["test/**/*.test.ts"], exclude: ["test/**/*.all.test.ts"] } },
      { test: { ...common, name: "all", include: ["test/**/*.all.test.ts"], testTimeout: 600_000 } },
    ],
  },
});
