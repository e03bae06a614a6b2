import type { Limits } from "../policy/limits.ts";

/** What a guest uses up at the door. Each is counted against the limit of the same name. */
export type Spending = "host-calls" | "host-read" | "host-write" | "http-requests" | "disk";

/** What is left of a run's limits. The first one that is used up ends the run. */
export interface Budget {
  /** False when it is more than what is left: then the effect must not happen. */
  spend(what: Spending, amount: number): boolean;
  spent(what: Spending): number;
}

/** @param onLimit told once for each amount that was refused */
export function createBudget(limits: Limits, onLimit: (limit: string, reason: string) => void): Budget {
  const used = { "host-calls": 0, "host-read": 0, "host-write": 0, "http-requests": 0, disk: 0 };
  return {
    spend(what, amount) {
      const { max, unit } = limitOf(limits, what);
      if (used[what] + amount > max) {
        onLimit(what, `more than ${max} ${unit}`);
        return false;
      }
      used[what] += amount;
      return true;
    },
    spent: (what) => used[what],
  };
}

function limitOf(limits: Limits, what: Spending): { max: number; unit: string } {
  switch (what) {
    case "host-calls":
      return { max: limits.maxHostCalls, unit: "requests to the host" };
    case "host-read":
      return { max: limits.maxHostReadBytes, unit: "bytes read from the host" };
    case "host-write":
      return { max: limits.maxHostWriteBytes, unit: "bytes handed to the host" };
    case "http-requests":
      return { max: limits.maxHttpRequests, unit: "requests to the network" };
    case "disk":
      return { max: limits.maxDiskBytes, unit: "bytes of disk" };
  }
}
