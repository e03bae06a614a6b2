import { openQueue, type QueueAddress, type ScanJob } from "./backend.ts";

/** What became of a job. */
export type JobResult =
  | { readonly path: string; readonly state: "completed"; readonly result: unknown }
  | { readonly path: string; readonly state: "failed"; readonly error: string };

export interface JobCounts {
  readonly waiting: number;
  readonly active: number;
  readonly completed: number;
  readonly failed: number;
}

const PAGE = 200;

/** Every job that has ended, oldest first, a page at a time. */
export async function* jobResults(address: QueueAddress): AsyncGenerator<JobResult> {
  const { queue, close } = await openQueue(address);
  try {
    for (const state of ["completed", "failed"] as const) {
      for (let from = 0; ; from += PAGE) {
        const jobs = await queue.getJobs([state], from, from + PAGE - 1, true);
        for (const { data, returnvalue, failedReason } of jobs) yield resultOf(state, data, returnvalue, failedReason);
        if (jobs.length < PAGE) break;
      }
    }
  } finally {
    await close();
  }
}

function resultOf(state: "completed" | "failed", { path }: ScanJob, result: unknown, error: string): JobResult {
  return state === "completed" ? { path, state, result } : { path, state, error };
}

export async function jobCounts(address: QueueAddress): Promise<JobCounts> {
  const { queue, close } = await openQueue(address);
  try {
    const { waiting = 0, delayed = 0, active = 0, completed = 0, failed = 0 } = await queue.getJobCounts();
    return { waiting: waiting + delayed, active, completed, failed };
  } finally {
    await close();
  }
}
