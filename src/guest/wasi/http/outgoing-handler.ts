import { FutureIncomingResponse } from "./future-incoming-response.ts";
import type { OutgoingRequest } from "./outgoing-request.ts";
import type { RequestOptions } from "./request-options.ts";

/** Redirects are not followed: their response is the guest's, and a new request is judged anew. */
export const outgoingHandler = {
  handle: (request: OutgoingRequest, options: RequestOptions | undefined) =>
    new FutureIncomingResponse(request.send(options)),
};
