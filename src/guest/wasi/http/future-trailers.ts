import { tell } from "../../door.ts";
import { u32 } from "../../messages.ts";
import { decodeHeaders } from "../../network-messages.ts";
import { Fields } from "./fields.ts";
import { Future } from "./future.ts";

/** Its handle is that of the body that the trailers come behind. */
export class FutureTrailers extends Future<Fields | undefined> {
  get() {
    return this.take("takeTrailers", trailersIn);
  }

  /** Nothing comes behind them. */
  protected override taken(handle: number): void {
    tell("close", u32(handle));
  }
}

function trailersIn(answer: Uint8Array): Fields | undefined {
  return answer[0] === 1 ? Fields.immutable(decodeHeaders(answer.subarray(1)) ?? []) : undefined;
}
