import type { Stop } from "./stop.ts";

/** How long the requests of one run may live. */
export interface Lifetime {
  /** Aborts at the end; every socket and DNS query hangs on it. */
  readonly signal: AbortSignal;
  /** Arms the deadline, the first time; a run without requests needs no timer. */
  begin(): void;
  /** Ends it now. The first call says why. */
  end(why: Stop): void;
  /** Why it has ended; undefined while it lasts. */
  ended(): Stop | undefined;
}

/** @param deadline in milliseconds on the clock of `performance.now()`. */
export function createLifetime(deadline: number): Lifetime {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let ended: Stop | undefined;
  function begin(): void {
    const left = deadline - performance.now();
    if (left <= 0) end(TIMEOUT);
    else timer ??= setTimeout(end, Math.min(left, LONGEST_TIMER), TIMEOUT).unref();
  }
  function end(why: Stop): void {
    if (ended !== undefined) return;
    ended = why;
    clearTimeout(timer);
    controller.abort(new Error("The run is over"));
  }
  return { signal: controller.signal, begin, end, ended: () => ended };
}

const TIMEOUT: Stop = { kind: "limit", limit: "timeout", reason: "the run's time is over" };

/** Node fires longer timers at once. */
const LONGEST_TIMER = 2 ** 31 - 1;
