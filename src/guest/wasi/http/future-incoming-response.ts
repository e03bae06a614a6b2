import { tell } from "../../door.ts";
import { readU32, u32 } from "../../messages.ts";
import { decodeHeaders, type HttpErrorCode } from "../../network-messages.ts";
import { Pollable } from "../io.ts";
import { askHttp, settled } from "./faults.ts";
import { IncomingResponse } from "./incoming-response.ts";

type Result<T, E> = { readonly tag: "ok"; readonly val: T } | { readonly tag: "err"; readonly val?: E };

export class FutureIncomingResponse {
  readonly #handle: number;
  #taken = false;

  constructor(handle: number) {
    this.#handle = handle;
  }

  subscribe(): Pollable {
    return new Pollable({ handle: () => (this.#taken ? undefined : this.#handle) });
  }

  /** Undefined until there is one; after it was taken, an error. */
  get(): Result<Result<IncomingResponse, HttpErrorCode>, undefined> | undefined {
    if (this.#taken) return { tag: "err", val: undefined };
    const answer = settled(() => askHttp("takeResponse", u32(this.#handle)));
    if (answer.tag === "ok" && answer.val.length === 0) return undefined;
    this.#taken = true;
    return { tag: "ok", val: answer.tag === "err" ? answer : { tag: "ok", val: responseIn(answer.val) } };
  }

  [Symbol.dispose](): void {
    if (!this.#taken) tell("close", u32(this.#handle));
  }
}

function responseIn(answer: Uint8Array): IncomingResponse {
  const status = (answer[0] ?? 0) | ((answer[1] ?? 0) << 8);
  return new IncomingResponse(status, decodeHeaders(answer.subarray(6)) ?? [], readU32(answer, 2));
}
