import type { Finding } from "./check.ts";
import type { ProbeResult } from "./probe.ts";

/** What a probe says of a promise that nothing of what it tries may work. */
export function judged(result: ProbeResult | string, fix: string): Finding {
  if (typeof result === "string") return { state: "absent", detail: result, fix };
  const { escapes, tried } = result;
  if (escapes.length === 0) return { state: "holds", detail: `${tried} attempts, none worked` };
  return { state: "weaker", detail: `${escapes.length} of ${tried} attempts worked: ${escapes.join(", ")}`, fix };
}
