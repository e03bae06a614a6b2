import { clock } from "../clock.ts";
import { Pollable } from "./io.ts";

export const clocks = {
  "wasi:clocks/monotonic-clock": {
    now: () => clock.monotonic(),
    resolution: () => clock.monotonicResolution,
    subscribeInstant: (at: bigint) => new Pollable({ at }),
    subscribeDuration: (duration: bigint) => new Pollable({ at: later(duration) }),
  },
  "wasi:clocks/wall-clock": {
    now: () => datetime(clock.wall()),
    resolution: () => datetime(clock.wallResolution),
  },
} as const;

/** An instant is an unsigned 64-bit number too. */
function later(duration: bigint): bigint {
  const at = clock.monotonic() + duration;
  return at > LAST_INSTANT ? LAST_INSTANT : at;
}

const LAST_INSTANT = 2n ** 64n - 1n;

function datetime(nanoseconds: bigint): { seconds: bigint; nanoseconds: number } {
  return { seconds: nanoseconds / 1_000_000_000n, nanoseconds: Number(nanoseconds % 1_000_000_000n) };
}
