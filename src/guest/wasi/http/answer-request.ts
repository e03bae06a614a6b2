import { decodeIncomingHead } from "../../network-messages.ts";
import { askHttp } from "./faults.ts";
import { IncomingRequest } from "./incoming-request.ts";
import { ResponseOutparam } from "./response-outparam.ts";

/** Waits for the one request of this process and hands it to the component's handler. */
export function answerRequest(handle: (...args: readonly unknown[]) => unknown): void {
  const head = decodeIncomingHead(askHttp("takeRequest"));
  handle(new IncomingRequest(head), new ResponseOutparam());
}
