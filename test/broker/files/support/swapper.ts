import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { onTestFinished } from "vitest";

/** Another program that swaps names in a folder as fast as it can, until the test ends. */
export async function startSwapping(swaps: readonly Swap[]): Promise<void> {
  const worker = new Worker(SWAPPER, { eval: true, workerData: swaps });
  onTestFinished(async () => void (await worker.terminate()));
  await once(worker, "message");
}

/** `name` stands for the real thing and for the trap in turn; both wait beside it in between. */
export interface Swap {
  readonly name: string;
  readonly real: string;
  readonly trap: string;
}

/** It sleeps between two swaps, because a reader that gets no processor meets no swap either. */
const SWAPPER = `
const { parentPort, workerData } = require("node:worker_threads");
const { renameSync } = require("node:fs");
const clock = new Int32Array(new SharedArrayBuffer(4));
parentPort.postMessage("ready");
for (;;) {
  for (const { name, real, trap } of workerData) {
    renameSync(name, real);
    renameSync(trap, name);
    Atomics.wait(clock, 0, 0, 0.05);
    renameSync(name, trap);
    renameSync(real, name);
    Atomics.wait(clock, 0, 0, 0.05);
  }
}`;
