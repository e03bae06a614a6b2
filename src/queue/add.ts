import { createHash } from "node:crypto";
import { openQueue, type QueueAddress } from "./backend.ts";

/** Jobs that are sent at a time. */
const BATCH = 1_000;
/** A scan that failed is tried again: the machine, not the skill, is then to blame. */
const ATTEMPTS = 3;

/** Adds a job for each path. One that is in the queue already, in whatever state, is not added twice. Returns how many were sent. */
export async function addJobs(address: QueueAddress, paths: AsyncIterable<string>): Promise<number> {
  const { queue, close } = await openQueue(address);
  try {
    let sent = 0;
    for await (const batch of batches(paths)) {
      await queue.addBulk(batch.map((path) => ({ name: "scan", data: { path }, opts: optionsOf(path) })));
      sent += batch.length;
    }
    return sent;
  } finally {
    await close();
  }
}

/** A job's id may hold no colon, and a path may. */
function optionsOf(path: string) {
  return { jobId: createHash("sha256").update(path).digest("hex"), attempts: ATTEMPTS };
}

async function* batches(paths: AsyncIterable<string>): AsyncGenerator<string[]> {
  let batch: string[] = [];
  for await (const path of paths) {
    batch.push(path);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
