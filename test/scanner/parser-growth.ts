import { amount } from "../support/amount.ts";
import type { Probe } from "./parser-probe.ts";
import { seededRandom } from "./seeded-random.ts";

/** Twice the input may take this much more work: linear, with room for what is counted once. */
const MOST_GROWTH = 2.2;
/** Below it what is counted once weighs too much. */
const FEWEST_STEPS = 2000;
const MIXTURES = amount(80, 300);

export interface Growing {
  readonly samples: readonly string[];
  readonly tokens: readonly string[];
  readonly newProbe: () => Probe;
  /** What every sample and token is tried within, beside standing alone. */
  readonly within: readonly (readonly [head: string, foot: string])[];
}

/** Pieces of which twice as many take more than about twice the work: samples, tokens and mixtures of these. */
export function growingTooFast({ samples, tokens, newProbe, within }: Growing): string[] {
  const grows = (unit: string, count: number, head = "", foot = "") => {
    const probe = newProbe();
    const stepsOf = (times: number) => probe.parse(head + unit.repeat(times * count) + foot).steps;
    const [once, twice] = [stepsOf(1), stepsOf(2)];
    if (once < FEWEST_STEPS || twice / once < MOST_GROWTH) return false;
    // Where a depth is reached between two lengths there is one such step; what grows too fast does so further on, too.
    return stepsOf(16) / stepsOf(8) >= MOST_GROWTH;
  };
  const times = (unit: string) => 3000 / unit.length + 100;
  const random = seededRandom(17);
  const mixtures = Array.from({ length: MIXTURES }, () =>
    Array.from({ length: 1 + random(6) }, () => tokens[random(tokens.length)]).join(""),
  );
  return [
    ...[...tokens, ...samples].filter((unit) =>
      [["", ""] as const, ...within].some(([head, foot]) => grows(unit, times(unit), head, foot)),
    ),
    ...mixtures.filter((unit) => grows(unit, 400)),
  ];
}
