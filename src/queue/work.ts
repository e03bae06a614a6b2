import { setTimeout as sleep } from "node:timers/promises";
import { type OpenQueue, openQueue, openWorker, type QueueAddress, type WorkerOptions } from "./backend.ts";

export interface Work extends WorkerOptions {
  readonly address: QueueAddress;
  /** The result is kept in the queue as JSON. A rejection means: try again, here or elsewhere. */
  readonly scan: (path: string) => Promise<unknown>;
  /** Ends when no job is waiting or being worked on anywhere; otherwise waits for more. */
  readonly untilEmpty: boolean;
  /** Ends the work after the jobs at hand. */
  readonly signal: AbortSignal;
}

const LOOK_MS = 200;

/** Takes jobs until there are none or the signal comes. Returns how many were finished here. */
export async function work({ address, scan, untilEmpty, signal, ...options }: Work): Promise<number> {
  const { queue, close } = await openQueue(address);
  const { worker, close: closeWorker } = await openWorker(address, options, scan);
  let finished = 0;
  worker.on("completed", () => finished++);
  try {
    while (!signal.aborted && !(untilEmpty && (await isEmpty(queue)))) await sleep(LOOK_MS);
    return finished;
  } finally {
    await closeWorker();
    await close();
  }
}

/** Also a job of a worker that is dead counts: it comes back when its lock has run out. */
async function isEmpty(queue: OpenQueue["queue"]): Promise<boolean> {
  const counts = await queue.getJobCounts("waiting", "active", "delayed", "prioritized");
  return Object.values(counts).every((count) => count === 0);
}
