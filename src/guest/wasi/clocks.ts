import { Pollable } from "./io.ts";

export const clocks = {
  "wasi:clocks/monotonic-clock": {
    now: () => process.hrtime.bigint(),
    resolution: () => 1n,
    subscribeInstant: (at: bigint) => new Pollable(at),
    subscribeDuration: (duration: bigint) => new Pollable(process.hrtime.bigint() + duration),
  },
  "wasi:clocks/wall-clock": {
    now: () => ({ seconds: BigInt(Math.floor(Date.now() / 1000)), nanoseconds: (Date.now() % 1000) * 1e6 }),
    resolution: () => ({ seconds: 0n, nanoseconds: 1e6 }),
  },
} as const;
