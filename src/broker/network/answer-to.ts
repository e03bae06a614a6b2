import type { ClientRequest, IncomingMessage } from "node:http";
import { CLOSED } from "./stop.ts";

/**
 * Node closes a request without an error when the server changes the protocol (101). An error after the response
 * began also ends the response, where it is seen by whoever reads it.
 */
export function answerTo(outgoing: ClientRequest): Promise<IncomingMessage | Error> {
  return new Promise((resolve) => {
    outgoing.once("response", resolve);
    outgoing.on("error", resolve);
    outgoing.once("close", () => resolve(CLOSED));
  });
}
