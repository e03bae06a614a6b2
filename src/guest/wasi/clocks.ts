import { Pollable } from "./io.ts";

export const clocks = {
  "wasi:clocks/monotonic-clock": {
    now: () => process.hrtime.bigint(),
    resolution: () => 1n,
    subscribeInstant: (at: bigint) => new Pollable(at),
    subscribeDuration: (duration: bigint) => new Pollable(process.hrtime.bigint() + duration),
  },
  "wasi:clocks/wall-clock": {
    now: () => wallClock(Date.now()),
    resolution: () => ({ seconds: 0n, nanoseconds: 1e6 }),
  },
} as const;

function wallClock(milliseconds: number): { seconds: bigint; nanoseconds: number } {
  return { seconds: BigInt(Math.floor(milliseconds / 1000)), nanoseconds: (milliseconds % 1000) * 1e6 };
}
