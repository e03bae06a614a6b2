import { ask, Refused } from "../../door.ts";
import type { OperationName } from "../../messages.ts";
import type { HttpErrorCode } from "../../network-messages.ts";
import { StreamError } from "../io.ts";

/** An error of a stream that says which error code of wasi:http it is. */
class HttpStreamError extends StreamError {
  readonly code: HttpErrorCode;

  constructor(code: HttpErrorCode) {
    super(code.tag);
    this.code = code;
  }
}

export function httpErrorCode(error: unknown): HttpErrorCode | undefined {
  return error instanceof HttpStreamError ? error.code : undefined;
}

export function streamError(refusal: string): StreamError {
  return new HttpStreamError(codeIn(refusal));
}

/** Asks the broker; its refusal becomes an error code. */
export function askHttp(operation: OperationName, ...fields: readonly (string | Uint8Array)[]): Uint8Array {
  try {
    return ask(operation, ...fields);
  } catch (error) {
    if (error instanceof Refused) throw codeIn(error.message);
    throw error;
  }
}

/** For a code that came as the answer to a question, not as its failure. */
export function settled<T>(act: () => T): { tag: "ok"; val: T } | { tag: "err"; val: HttpErrorCode } {
  try {
    return { tag: "ok", val: act() };
  } catch (error) {
    if (error instanceof Error) throw error;
    return { tag: "err", val: error as HttpErrorCode };
  }
}

function codeIn(refusal: string): HttpErrorCode {
  if (!refusal.startsWith("{")) return { tag: "internal-error", val: refusal };
  const { tag, val } = JSON.parse(refusal) as HttpErrorCode;
  return SIZES.has(tag) && typeof val === "number" ? { tag, val: BigInt(val) } : { tag, val };
}

/** Their payload is 64 bits wide, which JSON has no word for. */
const SIZES: ReadonlySet<string> = new Set(["HTTP-request-body-size", "HTTP-response-body-size"]);
