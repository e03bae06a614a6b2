import type { ServerResponse } from "node:http";
import { encodeIncomingHead } from "../../guest/network-messages.ts";
import { type Answer, OVER } from "../door.ts";
import { numberIn, textIn } from "../fields.ts";
import { ByteSink } from "./byte-sink.ts";
import { ByteSource } from "./byte-source.ts";
import { entriesOf } from "./header-entries.ts";
import type { Incoming } from "./incoming.ts";
import { keep } from "./network-desk.ts";
import type { Operate } from "./network-door.ts";
import { refusedFor } from "./stream-fault.ts";
import { parseHeaders, type WasiRequest } from "./wasi-request.ts";

type IncomingOperation = "takeRequest" | "sendResponse" | "refuseRequest";

/** What a server component asks for: its one request, and to send its one response. */
export function incomingOperations(incoming: Incoming): Readonly<Record<IncomingOperation, Operate>> {
  let taken = false;

  return {
    takeRequest(_fields, { desk }): Answer {
      const request = incoming.exchange?.request;
      if (request === undefined || taken) return NONE;
      taken = true;
      const most = incoming.maxBodyBytes;
      const source = new ByteSource(request, {
        faultOf: () => ({ tag: "connection-terminated" }),
        maxBytes: most,
        tooMany: () => desk.limit("request-body", `a request of more than ${most} bytes`),
        // The response goes the same way that the request came.
        drainsOnClose: true,
        trailers: () => request.rawTrailers,
      });
      const body = keep(desk, source);
      if (body === undefined) return OVER;
      const { method = "", url = "/" } = request;
      const head = {
        method,
        path: url,
        authority: request.headers.host ?? "",
        headers: entriesOf(request.rawHeaders),
        body,
      };
      const bytes = encodeIncomingHead(head);
      return desk.budget.spend("host-read", bytes.length) ? { done: bytes } : OVER;
    },

    sendResponse([status, headerBytes = new Uint8Array(), bodyField], { desk }): Answer {
      const response = incoming.exchange?.response;
      if (response === undefined || response.headersSent || response.destroyed) return NONE;
      const head = parseHeaders(headerBytes);
      if ("tag" in head) return refusedFor(head);
      const code = (status?.[0] ?? 0) | ((status?.[1] ?? 0) << 8);
      const number = numberIn(bodyField);
      const body = number === 0 ? undefined : desk.handles.get(number, ByteSink);
      if (code < 200 || code > 599 || (number !== 0 && body === undefined)) return NONE;
      // A response without a body may say how long the body would be, unless there can be none (RFC 9110 section 8.6).
      const isHeadOnly = response.req.method === "HEAD" || code === 204 || code === 304;
      if (body === undefined && !isHeadOnly && (head.length ?? 0) > 0) return refusedFor(OTHER_SIZE);
      if (!desk.budget.spend("host-write", headerBytes.length)) return OVER;
      send(response, code, head, body, isHeadOnly ? undefined : head.length);
      return { done: "" };
    },

    refuseRequest([code]): Answer {
      incoming.onRefused(textIn(code).slice(0, 64));
      return { done: "" };
    },
  };
}

const OTHER_SIZE = { tag: "HTTP-response-body-size" };
const NONE = refusedFor({ tag: "internal-error" });

function send(
  response: ServerResponse,
  status: number,
  { headers, length }: Pick<WasiRequest, "headers" | "length">,
  body: ByteSink | undefined,
  expected: number | undefined,
): void {
  const announced = length === undefined || status === 204 ? [] : ["Content-Length", String(length)];
  response.writeHead(status, [...headers.flat(), ...announced]);
  if (body === undefined) {
    response.end();
    return;
  }
  response.on("close", () => body.fail({ tag: "connection-terminated" }));
  response.on("error", () => body.fail({ tag: "connection-terminated" }));
  response.flushHeaders();
  body.attach(response, expected, OTHER_SIZE);
}
