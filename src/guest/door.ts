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
  return readExactly(readU32(readExactly(4), 0));
}

/** Waits for the broker to kill this process. */
export function waitForTheEnd(): never {
  for (;;) readExactly(1);
}

function readExactly(length: number): Uint8Array {
  // Filled by what is read before anybody sees it: zeroing it first is a quarter of a large component's start.
  const bytes = Buffer.allocUnsafeSlow(length);
  for (let got = 0; got < length; ) {
    const count = whenReady(() => readSync(DOOR, bytes, got, length - got, null));
    // The broker is gone: nobody is left to ask and nobody waits for a result.
    if (count === 0) process.exit(1);
    got += count;
  }
  return bytes;
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
