import { expect, test } from "vitest";
import { type Handle, Handles } from "../../src/broker/handles.ts";
import { wait } from "../../src/broker/wait.ts";
import { u32 } from "../../src/guest/messages.ts";

class Bell implements Handle {
  #rung = false;
  #listeners = new Set<() => void>();
  waiting = 0;
  ring(): void {
    this.#rung = true;
    for (const listener of this.#listeners) listener();
  }
  isReady(): boolean {
    return this.#rung;
  }
  async whenReady(signal: AbortSignal): Promise<void> {
    this.waiting++;
    await new Promise<void>((resolve) => {
      this.#listeners.add(resolve);
      signal.addEventListener("abort", () => resolve(), { once: true });
    });
    this.waiting--;
  }
  close(): void {}
}

const never = new AbortController().signal;

function bells(count: number): { handles: Handles; bells: Bell[]; numbers: Uint8Array } {
  const handles = new Handles(10);
  const made = Array.from({ length: count }, () => new Bell());
  return { handles, bells: made, numbers: Buffer.concat(made.map((bell) => u32(handles.put(bell) ?? 0))) };
}

test("says which have something to say, and waits for the first", async () => {
  const {
    handles,
    bells: [first, second],
    numbers,
  } = bells(2);
  const waiting = wait(handles, numbers, 60_000, never);
  second?.ring();
  expect(await waiting).toEqual(Uint8Array.of(0, 1));
  await new Promise((done) => setImmediate(done));
  expect(first?.waiting).toBe(0);
});

test("ends with the time, and with the run", async () => {
  const { handles, numbers } = bells(1);
  expect(await wait(handles, numbers, 1, never)).toEqual(Uint8Array.of(0));
  expect(await wait(handles, numbers, 0, never)).toEqual(Uint8Array.of(0));
  const over = new AbortController();
  const waiting = wait(handles, numbers, 60_000, over.signal);
  over.abort();
  expect(await waiting).toEqual(Uint8Array.of(0));
});

test("a number that names nothing is ready, so that nobody waits for it without end", async () => {
  expect(await wait(new Handles(1), Buffer.concat([u32(7), u32(0)]), 60_000, never)).toEqual(Uint8Array.of(1, 1));
});
