import type { Limits } from "./limits.ts";
import { parseCount, parseDuration, parseSize } from "./units.ts";

export type LimitUnit = "duration" | "size" | "count";

/** Every limit that an operator sets: its name in a policy file, which is its flag without dashes. */
export const LIMIT_NAMES = {
  timeout: { field: "timeoutMs", unit: "duration" },
  fuel: { field: "fuel", unit: "count" },
  "max-memory": { field: "maxMemoryBytes", unit: "size" },
  "max-table-elements": { field: "maxTableElements", unit: "count" },
  "max-output": { field: "maxOutputBytes", unit: "size" },
  "max-host-calls": { field: "maxHostCalls", unit: "count" },
  "max-host-read": { field: "maxHostReadBytes", unit: "size" },
  "max-host-write": { field: "maxHostWriteBytes", unit: "size" },
  "max-open-files": { field: "maxOpenFiles", unit: "count" },
  "max-disk": { field: "maxDiskBytes", unit: "size" },
  "max-http-requests": { field: "maxHttpRequests", unit: "count" },
  "max-http-response": { field: "maxHttpResponseBytes", unit: "size" },
} as const satisfies Readonly<Record<string, { readonly field: keyof Limits; readonly unit: LimitUnit }>>;

export type LimitName = keyof typeof LIMIT_NAMES;

/** Throws `SandboxError` for what is no such amount. */
export const PARSE_LIMIT: Readonly<Record<LimitUnit, (text: string, where: string) => number>> = {
  duration: parseDuration,
  size: parseSize,
  count: parseCount,
};
