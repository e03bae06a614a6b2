import { readU32 } from "../../messages.ts";
import { decodeHeaders } from "../../network-messages.ts";
import { Future } from "./future.ts";
import { IncomingResponse } from "./incoming-response.ts";

export class FutureIncomingResponse extends Future<IncomingResponse> {
  get() {
    return this.take("takeResponse", responseIn);
  }
}

function responseIn(answer: Uint8Array): IncomingResponse {
  const status = (answer[0] ?? 0) | ((answer[1] ?? 0) << 8);
  return new IncomingResponse(status, decodeHeaders(answer.subarray(6)) ?? [], readU32(answer, 2));
}
