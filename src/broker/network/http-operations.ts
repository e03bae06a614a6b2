import type { ClientRequest, ServerResponse } from "node:http";
import { u32 } from "../../guest/messages.ts";
import { encodeHeaders, joined } from "../../guest/network-messages.ts";
import type { Desk } from "../desk.ts";
import { type Answer, OVER } from "../door.ts";
import { numberIn } from "../fields.ts";
import { ByteSink } from "./byte-sink.ts";
import { ByteSource } from "./byte-source.ts";
import { entriesOf } from "./header-entries.ts";
import { HttpExchange, type Reply } from "./http-exchange.ts";
import { keep, type NetworkDesk } from "./network-desk.ts";
import type { Operate } from "./network-door.ts";
import type { Header } from "./request-headers.ts";
import { sendRequest } from "./send-request.ts";
import { refusedFor } from "./stream-fault.ts";
import { parseHeaders } from "./wasi-request.ts";

type HttpOperation = "openBody" | "finishBody" | "sendRequest" | "takeResponse" | "finishReading" | "takeTrailers";

/** What wasi:http asks for. A refusal is one of its error codes. */
export const httpOperations: Readonly<Record<HttpOperation, Operate>> = {
  sendRequest,

  openBody(_fields, { desk }): Answer {
    const number = keep(desk, new ByteSink());
    return number === undefined ? OVER : { done: u32(number) };
  },

  finishBody([body, trailerBytes = new Uint8Array()], { desk }): Answer {
    const sink = desk.handles.get(numberIn(body), ByteSink);
    if (sink === undefined) return GONE;
    const trailers = parseHeaders(trailerBytes);
    if ("tag" in trailers) return refusedFor(trailers);
    const fault = sink.finish((destination) =>
      endWith(destination as ClientRequest | ServerResponse, trailers.headers),
    );
    return fault === undefined ? { done: "" } : refusedFor(fault);
  },

  takeResponse([field], { desk }: NetworkDesk): Answer {
    const number = numberIn(field);
    const outcome = desk.handles.get(number, HttpExchange)?.take();
    if (outcome === undefined) return { done: "" };
    // What it held is the guest's from here on.
    desk.handles.close(number);
    return "tag" in outcome ? refusedFor(outcome) : handOver(outcome, desk);
  },

  finishReading([body], { desk }): Answer {
    desk.handles.get(numberIn(body), ByteSource)?.discard();
    return { done: "" };
  },

  takeTrailers([body], { desk }): Answer {
    const source = desk.handles.get(numberIn(body), ByteSource);
    if (source === undefined) return GONE;
    if (source.fault !== undefined) return refusedFor(source.fault);
    if (!source.ended) return { done: "" };
    const trailers = entriesOf(source.trailers);
    return { done: joined([Uint8Array.of(trailers.length > 0 ? 1 : 0), encodeHeaders(trailers)]) };
  },
};

const GONE = refusedFor({ tag: "connection-terminated" });

function endWith(destination: ClientRequest | ServerResponse, trailers: readonly Header[]): void {
  // Where the length was announced there is no room for trailers, and Node leaves them out.
  if (trailers.length > 0) destination.addTrailers(trailers.map(([name, value]): [string, string] => [name, value]));
  destination.end();
}

function handOver({ status, headers, body }: Reply, desk: Desk): Answer {
  const number = keep(desk, body);
  if (number === undefined) return OVER;
  const head = joined([Uint8Array.of(status & 255, status >> 8), u32(number), encodeHeaders(headers)]);
  return desk.budget.spend("host-read", head.length) ? { done: head } : OVER;
}
