import { seededRandom } from "./seeded-random.ts";
import type { ShellProbe } from "./shell-probe.ts";

/** Twice the input may take this much more work: linear, with room for what is counted once. */
export const MOST_GROWTH = 2.2;
/** Below this many steps constant costs show. */
const FEWEST_STEPS = 2000;

/** Steps for a doubled input over steps for the input. */
export function growth(
  probe: ShellProbe,
  unit: string,
  count: number,
  [head, foot]: readonly [string, string],
): number {
  const once = probe.parse(head + unit.repeat(count) + foot).steps;
  const twice = probe.parse(head + unit.repeat(2 * count) + foot).steps;
  return once < FEWEST_STEPS ? 0 : twice / once;
}

/** The largest growth for random sequences of pieces, and the sequence. */
export function worstGrowth(
  probe: ShellProbe,
  pieces: readonly string[],
  seed: number,
  count: number,
): { growth: number; unit: string } {
  const random = seededRandom(seed);
  const worst = { growth: 0, unit: "" };
  for (let i = 0; i < count; i++) {
    const unit = Array.from({ length: 1 + random(6) }, () => pieces[random(pieces.length)]).join("");
    const found = growth(probe, unit, 500, ["", ""]);
    if (found > worst.growth) Object.assign(worst, { growth: found, unit });
  }
  return worst;
}
