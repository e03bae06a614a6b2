import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { onTestFinished } from "vitest";

/** Another program that swaps names in a folder as fast as it can, until the test ends. */
export async function startSwapping(swaps: readonly Swap[]): Promise<void> {
  const stop = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(SWAPPER, { eval: true, workerData: { swaps, stop } });
  const ended = once(worker, "exit");
  onTestFinished(async () => {
    // Asked, not terminated: a request to terminate was lost now and then in a thread that does nothing but wait and rename.
    Atomics.store(stop, 0, 1);
    await ended;
  });
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
const { parentPort, workerData: { swaps, stop } } = require("node:worker_threads");
const { renameSync } = require("node:fs");
const clock = new Int32Array(new SharedArrayBuffer(4));
parentPort.postMessage("ready");
while (Atomics.load(stop, 0) === 0) {
  for (const { name, real, trap } of swaps) {
    renameSync(name, real);
    renameSync(trap, name);
    Atomics.wait(clock, 0, 0, 0.05);
    renameSync(name, trap);
    renameSync(real, name);
    Atomics.wait(clock, 0, 0, 0.05);
  }
}`;
