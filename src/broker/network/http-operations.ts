import type { ClientRequest, IncomingMessage, ServerResponse } from "node:http";
import { u32 } from "../../guest/messages.ts";
import { encodeHeaders, type HeaderEntry, isForbidden, joined } from "../../guest/network-messages.ts";
import type { Desk } from "../desk.ts";
import type { Answer } from "../door.ts";
import { ByteSink } from "./byte-sink.ts";
import { ByteSource } from "./byte-source.ts";
import { numberIn } from "./fields.ts";
import { HttpExchange } from "./http-exchange.ts";
import { bodyFault } from "./http-faults.ts";
import { milliseconds } from "./milliseconds.ts";
import { keep, type NetworkDesk, OVER } from "./network-desk.ts";
import type { Operate } from "./network-door.ts";
import type { Header } from "./request-headers.ts";
import { sendRequest } from "./send-request.ts";
import { refusedFor } from "./stream-fault.ts";
import { parseHeaders, type WasiRequest } from "./wasi-request.ts";

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
    const exchange = desk.handles.get(number, HttpExchange);
    const outcome = exchange?.take();
    if (exchange === undefined || outcome === undefined) return { done: "" };
    // What it held is the guest's from here on.
    desk.handles.close(number);
    return "tag" in outcome ? refusedFor(outcome) : handOver(outcome, exchange.request, desk);
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

/** Headers of a message as Node has them, name and value in turn, without those that concern one connection only. */
export function entriesOf(raw: readonly string[]): HeaderEntry[] {
  const entries: HeaderEntry[] = [];
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const [name = "", value = ""] = raw.slice(at, at + 2);
    if (!isForbidden(name)) entries.push([name, Buffer.from(value, "latin1")]);
  }
  return entries;
}

const GONE = refusedFor({ tag: "connection-terminated" });

function endWith(destination: ClientRequest | ServerResponse, trailers: readonly Header[]): void {
  // Where the length was announced there is no room for trailers, and Node leaves them out.
  if (trailers.length > 0) destination.addTrailers(trailers.map(([name, value]): [string, string] => [name, value]));
  destination.end();
}

function handOver(response: IncomingMessage, { method, timeouts }: WasiRequest, desk: Desk): Answer {
  const most = desk.limits.maxHttpResponseBytes;
  const tooMany = () => desk.limit("http-response", `a response of more than ${most} bytes`);
  if (Number(response.headers["content-length"] ?? 0) > most && method !== "HEAD") {
    response.destroy();
    tooMany();
    return OVER;
  }
  const source = new ByteSource(response, {
    faultOf: bodyFault,
    silence: timeouts.betweenBytes === undefined ? undefined : silenceOf(timeouts.betweenBytes),
    maxBytes: most,
    tooMany,
    trailers: () => response.rawTrailers,
  });
  const body = keep(desk, source);
  if (body === undefined) return OVER;
  const status = response.statusCode ?? 0;
  const head = joined([
    Uint8Array.of(status & 255, status >> 8),
    u32(body),
    encodeHeaders(entriesOf(response.rawHeaders)),
  ]);
  return desk.budget.spend("host-read", head.length) ? { done: head } : OVER;
}

function silenceOf(betweenBytes: bigint) {
  return { milliseconds: milliseconds(betweenBytes), fault: { tag: "connection-read-timeout" } };
}
