import type { ClientRequest, IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import { HEADER_BOUNDS, type HeaderEntry, type HttpErrorCode } from "../../guest/network-messages.ts";
import type { Handle } from "../handles.ts";
import { answerTo } from "./answer-to.ts";
import { Bell } from "./bell.ts";
import type { ByteSink } from "./byte-sink.ts";
import type { ByteSource } from "./byte-source.ts";
import { type ConnectOptions, open } from "./connect.ts";
import { entriesOf } from "./header-entries.ts";
import { connectFault, responseFault, tlsFault } from "./http-faults.ts";
import type { Permit } from "./judge.ts";
import { milliseconds } from "./milliseconds.ts";
import { CLOSED } from "./stop.ts";
import { authority } from "./target.ts";
import type { WasiRequest } from "./wasi-request.ts";

export interface Order {
  readonly request: WasiRequest;
  readonly permit: Permit;
  readonly body: ByteSink | undefined;
  /** The judged addresses; called once, and what it throws is handed to `onFailure`. */
  readonly addresses: (signal: AbortSignal) => Promise<readonly string[] | HttpErrorCode>;
  readonly connection: Omit<ConnectOptions, "signal">;
  /** Aborts at the end of the run. */
  readonly over: AbortSignal;
  /** Looks after the response's body from its first moment on. */
  readonly receive: (response: IncomingMessage) => ByteSource | HttpErrorCode;
  /** Something that is not the world's doing went wrong: an event could not be written. */
  readonly onFailure: (error: unknown) => void;
}

/** A response whose headers are there. */
export interface Reply {
  readonly status: number;
  readonly headers: readonly HeaderEntry[];
  readonly body: ByteSource;
}

/** Most bytes of a response's headers; longer ones are an error of their own. */
const HEADER_BYTES = 64 * 1024;

/** One request that a guest has sent, until it has taken the response. */
export class HttpExchange implements Handle {
  readonly #order: Order;
  readonly #bell = new Bell();
  readonly #end = new AbortController();
  #outcome: Reply | HttpErrorCode | undefined;
  #taken = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(order: Order) {
    this.#order = order;
    this.#carryOut().then(
      (outcome) => this.#settle(outcome),
      (error) => {
        order.onFailure(error);
        this.#settle({ tag: "internal-error" });
      },
    );
  }

  isReady(): boolean {
    return this.#outcome !== undefined;
  }

  whenReady(signal: AbortSignal): Promise<void> {
    return this.#bell.next(signal);
  }

  /** The response, whose body is the taker's from now on; undefined while there is none. */
  take(): Reply | HttpErrorCode | undefined {
    this.#taken ||= this.#outcome !== undefined;
    return this.#outcome;
  }

  close(): void {
    if (this.#taken) return;
    if (this.#outcome !== undefined && "body" in this.#outcome) this.#outcome.body.close();
    this.#abort({ tag: "connection-terminated" });
  }

  async #carryOut(): Promise<Reply | HttpErrorCode> {
    const { request, over } = this.#order;
    const signal = AbortSignal.any([over, this.#end.signal]);
    this.#limit(request.timeouts.connect, { tag: "connection-timeout" });
    const socket = await this.#connect(signal);
    if ("tag" in socket) return socket;
    this.#limit(request.timeouts.firstByte, { tag: "connection-read-timeout" });
    const outgoing = this.#send(socket);
    const response = await answerTo(outgoing);
    clearTimeout(this.#timer);
    return response instanceof Error ? faultOf(this.#order.body, response) : this.#receive(response);
  }

  async #connect(signal: AbortSignal): Promise<Socket | HttpErrorCode> {
    const { permit, addresses, connection } = this.#order;
    const list = await addresses(signal);
    if ("tag" in list) return list;
    const socket = await open(permit.target, list, { ...connection, signal });
    if (!("stage" in socket)) return socket;
    return socket.stage === "TLS" ? tlsFault(socket.error) : connectFault(socket.error);
  }

  #send(socket: Socket): ClientRequest {
    const { request, permit, body } = this.#order;
    const outgoing = process.getBuiltinModule("node:http").request({
      createConnection: () => socket,
      method: request.method,
      path: request.path,
      headers: [["Host", authority(permit.target)], ...framing(request, body), ...request.headers].flat(),
      setDefaultHeaders: false,
      insecureHTTPParser: false,
      maxHeaderSize: HEADER_BYTES,
    });
    // Before there is a response, its failure is the outcome of all.
    outgoing.once("response", () => {
      outgoing.on("error", (error) => body?.fail(responseFault(error)));
      outgoing.on("close", () => body?.fail({ tag: "connection-terminated" }));
    });
    if (body === undefined) outgoing.end();
    else {
      outgoing.flushHeaders();
      body.attach(outgoing, request.length, { tag: "HTTP-request-body-size" });
    }
    return outgoing;
  }

  #receive(response: IncomingMessage): Reply | HttpErrorCode {
    const body = this.#order.receive(response);
    const headers = entriesOf(response.rawHeaders);
    if ("tag" in body) return body;
    if (headers.length <= HEADER_BOUNDS.entries) return { status: response.statusCode ?? 0, headers, body };
    body.close();
    return { tag: "HTTP-response-header-section-size" };
  }

  #limit(nanoseconds: bigint | undefined, fault: HttpErrorCode): void {
    clearTimeout(this.#timer);
    if (nanoseconds !== undefined)
      this.#timer = setTimeout(() => this.#abort(fault), milliseconds(nanoseconds)).unref();
  }

  #abort(fault: HttpErrorCode): void {
    this.#settle(fault);
    this.#end.abort(CLOSED);
  }

  /** The first outcome counts: what comes of an abort is no news. */
  #settle(outcome: Reply | HttpErrorCode): void {
    clearTimeout(this.#timer);
    if (this.#outcome === undefined) this.#outcome = outcome;
    else if (!("tag" in outcome)) outcome.body.close();
    if ("tag" in outcome) this.#order.body?.discard();
    this.#bell.ring();
  }
}

/** Framing is ours: the guest's word for a length is checked, and written by us. One connection for each request. */
function framing({ method, length }: WasiRequest, body: unknown): [string, string][] {
  const size = body === undefined ? (/^(POST|PUT|PATCH)$/.test(method) ? 0 : undefined) : length;
  const frame: [string, string][] =
    size !== undefined
      ? [["Content-Length", String(size)]]
      : body === undefined
        ? []
        : [["Transfer-Encoding", "chunked"]];
  return [...frame, ["Connection", "close"]];
}

/** A body that breaks off is why its request does. */
function faultOf(body: ByteSink | undefined, error: Error): HttpErrorCode {
  return typeof body?.fault === "object" ? body.fault : responseFault(error);
}
