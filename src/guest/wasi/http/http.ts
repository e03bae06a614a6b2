import { httpErrorCode } from "./faults.ts";
import { Fields } from "./fields.ts";
import { FutureIncomingResponse } from "./future-incoming-response.ts";
import { FutureTrailers } from "./future-trailers.ts";
import { IncomingBody } from "./incoming-body.ts";
import { IncomingRequest } from "./incoming-request.ts";
import { IncomingResponse } from "./incoming-response.ts";
import { OutgoingBody } from "./outgoing-body.ts";
import { outgoingHandler } from "./outgoing-handler.ts";
import { OutgoingRequest } from "./outgoing-request.ts";
import { OutgoingResponse } from "./outgoing-response.ts";
import { RequestOptions } from "./request-options.ts";
import { ResponseOutparam } from "./response-outparam.ts";

export const http = {
  "wasi:http/types": {
    Fields,
    FutureIncomingResponse,
    FutureTrailers,
    IncomingBody,
    IncomingRequest,
    IncomingResponse,
    OutgoingBody,
    OutgoingRequest,
    OutgoingResponse,
    RequestOptions,
    ResponseOutparam,
    httpErrorCode,
  },
  "wasi:http/outgoing-handler": outgoingHandler,
} as const;
