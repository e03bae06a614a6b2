import { tell } from "../../door.ts";
import { u32 } from "../../messages.ts";
import { decodeHeaders, type HttpErrorCode } from "../../network-messages.ts";
import { Pollable } from "../io.ts";
import { askHttp, settled } from "./faults.ts";
import { Fields } from "./fields.ts";

type Result<T, E> = { readonly tag: "ok"; readonly val: T } | { readonly tag: "err"; readonly val?: E };

export class FutureTrailers {
  readonly #handle: number;
  #taken = false;

  /** @param handle of the body that they come behind */
  constructor(handle: number) {
    this.#handle = handle;
  }

  subscribe(): Pollable {
    return new Pollable({ handle: () => (this.#taken ? undefined : this.#handle) });
  }

  get(): Result<Result<Fields | undefined, HttpErrorCode>, undefined> | undefined {
    if (this.#taken) return { tag: "err", val: undefined };
    const answer = settled(() => askHttp("takeTrailers", u32(this.#handle)));
    if (answer.tag === "ok" && answer.val.length === 0) return undefined;
    this.#taken = true;
    tell("close", u32(this.#handle));
    return { tag: "ok", val: answer.tag === "err" ? answer : { tag: "ok", val: trailersIn(answer.val) } };
  }

  [Symbol.dispose](): void {
    if (!this.#taken) tell("close", u32(this.#handle));
  }
}

function trailersIn(answer: Uint8Array): Fields | undefined {
  return answer[0] === 1 ? Fields.immutable(decodeHeaders(answer.subarray(1)) ?? []) : undefined;
}
