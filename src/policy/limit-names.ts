import type { Limits } from "./limits.ts";
import { parseCount, parseDuration, parseSize } from "./units.ts";

export type LimitUnit = "duration" | "size" | "count";

interface LimitOption {
  readonly field: keyof Limits;
  readonly unit: LimitUnit;
  /** What a run that ends at it says of it. */
  readonly ends: string;
}

/** Every limit that an operator sets: its name in a policy file, which is its flag without dashes. */
export const LIMIT_NAMES = {
  timeout: { field: "timeoutMs", unit: "duration", ends: "timeout" },
  fuel: { field: "fuel", unit: "count", ends: "fuel" },
  "max-memory": { field: "maxMemoryBytes", unit: "size", ends: "memory" },
  "max-table-elements": { field: "maxTableElements", unit: "count", ends: "tables" },
  "max-output": { field: "maxOutputBytes", unit: "size", ends: "output" },
  "max-host-calls": { field: "maxHostCalls", unit: "count", ends: "host-calls" },
  "max-host-read": { field: "maxHostReadBytes", unit: "size", ends: "host-read" },
  "max-host-write": { field: "maxHostWriteBytes", unit: "size", ends: "host-write" },
  "max-open-files": { field: "maxOpenFiles", unit: "count", ends: "open-files" },
  "max-disk": { field: "maxDiskBytes", unit: "size", ends: "disk" },
  "max-http-requests": { field: "maxHttpRequests", unit: "count", ends: "http-requests" },
  "max-http-response": { field: "maxHttpResponseBytes", unit: "size", ends: "http-response" },
} as const satisfies Readonly<Record<string, LimitOption>>;

export type LimitName = keyof typeof LIMIT_NAMES;

/** Throws `SandboxError` for what is no such amount. */
export const PARSE_LIMIT: Readonly<Record<LimitUnit, (text: string, where: string) => number>> = {
  duration: parseDuration,
  size: parseSize,
  count: parseCount,
};

/** The flag that raises a limit at which a run ended, with what it takes; undefined where none does. */
export function flagOfLimit(ended: string): string | undefined {
  const found = Object.entries(LIMIT_NAMES).find(([, { ends }]) => ends === ended);
  return found === undefined ? undefined : `--${found[0]}=<${found[1].unit}>`;
}
