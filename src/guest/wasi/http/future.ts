import { tell } from "../../door.ts";
import { u32 } from "../../messages.ts";
import type { HttpErrorCode } from "../../network-messages.ts";
import { Pollable } from "../io.ts";
import { askHttp, settled } from "./faults.ts";

export type Result<T, E> = { readonly tag: "ok"; readonly val: T } | { readonly tag: "err"; readonly val?: E };

/** Something that a handle of the broker's will have to say once. */
export abstract class Future<T> {
  readonly #handle: number;
  #taken = false;

  constructor(handle: number) {
    this.#handle = handle;
  }

  subscribe(): Pollable {
    return new Pollable({ handle: () => (this.#taken ? undefined : this.#handle) });
  }

  [Symbol.dispose](): void {
    if (!this.#taken) tell("close", u32(this.#handle));
  }

  /** Undefined until there is an answer; after it was taken, an error. */
  protected take(
    operation: "takeResponse" | "takeTrailers",
    read: (answer: Uint8Array) => T,
  ): Result<Result<T, HttpErrorCode>, undefined> | undefined {
    if (this.#taken) return { tag: "err", val: undefined };
    const answer = settled(() => askHttp(operation, u32(this.#handle)));
    if (answer.tag === "ok" && answer.val.length === 0) return undefined;
    this.#taken = true;
    this.taken(this.#handle);
    return { tag: "ok", val: answer.tag === "err" ? answer : { tag: "ok", val: read(answer.val) } };
  }

  /** Called once, when the answer has come. */
  protected taken(_handle: number): void {}
}
