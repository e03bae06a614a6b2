import type { CapabilityDecision } from "../broker/broker.ts";

/** One rule or request that a run came back to, and how often. */
export interface Observation {
  readonly decision: CapabilityDecision;
  readonly times: number;
}

export interface Observations {
  /** Counts a decision. */
  add(decision: CapabilityDecision): void;
  all(): readonly Observation[];
  /** Different requests that were not kept. */
  omitted(): number;
}

/** More than anybody signs off. What a guest can make us remember is bounded by it. */
const MAX_KEPT = 1000;

/** Remembers what a run asked for: what was allowed by the grant that allowed it, what was denied by what it was. */
export function observe(): Observations {
  const kept = new Map<string, { decision: CapabilityDecision; times: number }>();
  let omitted = 0;
  return {
    add(decision) {
      const key = keyOf(decision);
      const known = kept.get(key);
      if (known !== undefined) known.times++;
      else if (kept.size < MAX_KEPT) kept.set(key, { decision, times: 1 });
      else omitted++;
    },
    all: () => [...kept.values()],
    omitted: () => omitted,
  };
}

function keyOf({ capability, allowed, rule, hint, argument }: CapabilityDecision): string {
  const subject = allowed && rule.includes("=") ? "" : (hint ?? argument);
  return JSON.stringify([capability, allowed, rule, subject]);
}
