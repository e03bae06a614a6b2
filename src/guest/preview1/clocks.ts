import { type Clock, clock } from "../clock.ts";
import { Failure } from "./errno.ts";
import type { Host } from "./host.ts";

/** The clocks of this host. Processor time is not among them: it would tell one guest about others. */
export const CLOCK = { realtime: 0, monotonic: 1 } as const;

export function clocks({ memory }: Host) {
  return {
    clock_res_get: (id: number, out: number) => memory.setU64(out, lookAt(id).resolution(clock)),
    clock_time_get: (id: number, _precision: bigint, out: number) => memory.setU64(out, timeOf(id)),
  };
}

/** @throws Failure `inval` for a clock that this host does not have */
export function timeOf(id: number): bigint {
  return lookAt(id).time(clock);
}

interface Dial {
  time(from: Clock): bigint;
  resolution(from: Clock): bigint;
}

const DIALS: Readonly<Record<number, Dial>> = {
  [CLOCK.realtime]: { time: (from) => from.wall(), resolution: (from) => from.wallResolution },
  [CLOCK.monotonic]: { time: (from) => from.monotonic(), resolution: (from) => from.monotonicResolution },
};

function lookAt(id: number): Dial {
  const dial = DIALS[id];
  if (dial === undefined) throw new Failure("inval");
  return dial;
}
