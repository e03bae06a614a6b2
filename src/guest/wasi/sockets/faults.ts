import { ask, Refused } from "../../door.ts";
import type { OperationName } from "../../messages.ts";
import { StreamError } from "../io.ts";

/** Asks the broker; its refusal is the name of an error code of wasi:sockets. */
export function askNetwork(operation: OperationName, ...fields: readonly (string | Uint8Array)[]): Uint8Array {
  try {
    return ask(operation, ...fields);
  } catch (error) {
    if (error instanceof Refused) throw codeIn(error.message);
    throw error;
  }
}

/** Asks for what may not be there yet. */
export function askWhenThere(operation: OperationName, ...fields: readonly (string | Uint8Array)[]): Uint8Array {
  const answer = askNetwork(operation, ...fields);
  if (answer.length === 0) throw "would-block";
  return answer;
}

export function streamError(refusal: string): StreamError {
  return new SocketStreamError(codeIn(refusal));
}

export function networkErrorCode(error: unknown): string | undefined {
  return error instanceof SocketStreamError ? error.message : undefined;
}

class SocketStreamError extends StreamError {}

/** What the broker says otherwise (the run is over) has no name here. */
function codeIn(refusal: string): string {
  return /^[a-z-]+$/.test(refusal) ? refusal : "unknown";
}
