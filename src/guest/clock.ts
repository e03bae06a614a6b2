import { ask } from "./door.ts";
import { u64 } from "./messages.ts";

/** The time that a guest is told. */
export interface Clock {
  /** Nanoseconds since some moment. */
  monotonic(): bigint;
  /** Nanoseconds since 1970. */
  wall(): bigint;
  /** Waits that many nanoseconds, at the door. */
  sleep(nanoseconds: bigint): void;
  /** So much time is over that was spent waiting for something else, in vain. */
  passed(nanoseconds: bigint): void;
  /** In nanoseconds. */
  readonly monotonicResolution: bigint;
  /** In nanoseconds. */
  readonly wallResolution: bigint;
}

const realClock: Clock = {
  monotonic: () => process.hrtime.bigint(),
  wall: () => BigInt(Date.now()) * 1_000_000n,
  sleep: (nanoseconds) => void ask("sleep", u64(nanoseconds)),
  passed: () => {},
  monotonicResolution: 1n,
  wallResolution: 1_000_000n,
};

/**
 * A clock that shows no real time: it stands still between two looks but for one tick, and a sleep moves it on without
 * waiting. So the same program sees the same times in every run.
 */
export function virtualClock(): Clock {
  let now = 0n;
  const tick = () => {
    now += TICK;
    return now;
  };
  const advance = (nanoseconds: bigint) => {
    now += nanoseconds;
  };
  return {
    monotonic: tick,
    wall: () => tick() + EPOCH,
    sleep: advance,
    passed: advance,
    monotonicResolution: TICK,
    wallResolution: TICK,
  };
}

/** A guest that waits for the clock to move must see it move. */
const TICK = 1000n;

/** 2000-01-01T00:00:00Z: a plausible date that is plainly not today's. */
const EPOCH = 946_684_800_000_000_000n;

/** Set once, before any guest code runs. */
export let clock: Clock = realClock;

export function useClock(chosen: Clock): void {
  clock = chosen;
}
