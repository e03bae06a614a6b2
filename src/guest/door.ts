import { readSync, writeSync } from "node:fs";
import { encodeRequest, type OperationName, readU32, STATUS } from "./messages.ts";

/** The descriptor that the launcher leaves open: the guest's only way out. */
const DOOR = 3;

/** The broker said no, or the world did. `message` is what the guest may know. */
export class Refused extends Error {}

/** Asks the broker and waits for its answer. */
export function ask(operation: OperationName, ...fields: readonly (string | Uint8Array)[]): Uint8Array {
  tell(operation, ...fields);
  const body = receive();
  const answer = body.subarray(1);
  if (body[0] === STATUS.done) return answer;
  throw new Refused(new TextDecoder().decode(answer));
}

/** Tells the broker something that has no answer. */
export function tell(operation: OperationName, ...fields: readonly (string | Uint8Array)[]): void {
  const frame = encodeRequest(operation, ...fields);
  for (let sent = 0; sent < frame.length; ) sent += whenReady(() => writeSync(DOOR, frame, sent));
}

/** The next frame from the broker, without its length. */
export function receive(): Uint8Array {
  const got = readAtLeast(inbox, 4);
  const length = readU32(inbox, 0);
  if (length <= INBOX_BYTES - 4) {
    const end = got >= 4 + length ? got : got + readAtLeast(inbox.subarray(got, 4 + length), 4 + length - got);
    return inbox.slice(4, Math.min(end, 4 + length));
  }
  // Filled by what is read before anybody sees it: zeroing it first is a quarter of a large component's start.
  const body = Buffer.allocUnsafeSlow(length);
  body.set(inbox.subarray(4, got));
  readAtLeast(body.subarray(got - 4), length - (got - 4));
  return body;
}

/** Waits for the broker to kill this process. */
export function waitForTheEnd(): never {
  for (;;) readAtLeast(inbox, 1);
}

/** Most answers are small, and come whole with one call of the system. Nothing ever follows an answer unasked. */
const INBOX_BYTES = 65_536;
const inbox = new Uint8Array(INBOX_BYTES);

/** Reads at least so many bytes, and at most what `into` holds; returns how many. */
function readAtLeast(into: Uint8Array, wanted: number): number {
  let got = 0;
  while (got < wanted) {
    const count = whenReady(() => readSync(DOOR, into, got, into.length - got, null));
    // The broker is gone: nobody is left to ask and nobody waits for a result.
    if (count === 0) process.exit(1);
    got += count;
  }
  return got;
}

const never = new Int32Array(new SharedArrayBuffer(4));

/** The socket is made non-blocking by the parent's end of it on some systems: wait a little, and try again. */
function whenReady(transfer: () => number): number {
  for (;;) {
    try {
      return transfer();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error;
      Atomics.wait(never, 0, 0, 1);
    }
  }
}
