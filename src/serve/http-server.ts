import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { ServeRequest } from "../serve.ts";
import { connectionsFor } from "./connections.ts";
import { refuse } from "./give-up.ts";
import { isAllowedHost } from "./host-header.ts";
import type { Pool } from "./pool.ts";

/** A client has so long for the head of a request, and for all of it, in milliseconds. */
const HEAD_MS = 10_000;
const REQUEST_MS = 60_000;

/** How long a connection is kept for another request, in milliseconds. */
const KEEP_ALIVE_MS = 5_000;

/** A socket may be silent for as long as a request may wait and a run may last, and a little longer. */
const MORE_SILENCE_MS = 10_000;

const MAX_HEADER_BYTES = 32 * 1024;

/** The socket's side of serving: whom it listens to, and for how long. */
export class HttpServer {
  readonly #request: ServeRequest;
  readonly #pool: Pool;
  readonly #server: Server;

  constructor(request: ServeRequest, pool: Pool) {
    this.#request = request;
    this.#pool = pool;
    this.#server = process.getBuiltinModule("node:http").createServer({
      headersTimeout: HEAD_MS,
      requestTimeout: REQUEST_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
      connectionsCheckingInterval: 1000,
      maxHeaderSize: MAX_HEADER_BYTES,
      insecureHTTPParser: false,
      requireHostHeader: true,
    });
    this.#server.maxConnections = connectionsFor(request.maxConcurrent);
    this.#server.timeout = 2 * request.limits.timeoutMs + MORE_SILENCE_MS;
    this.#server.on("connection", (socket) => socket.once("close", () => this.#pool.leave(socket)));
    this.#server.on("request", (incoming, response) => this.#take(incoming, response));
    // Without this, Node asks for the body before anybody has looked at the head.
    this.#server.on("checkContinue", (incoming, response) => this.#take(incoming, response, true));
  }

  /** @returns the port */
  listen(): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#server.once("error", reject);
      this.#server.listen(this.#request.port, this.#request.host, () => {
        resolve((this.#server.address() as AddressInfo).port);
      });
    });
  }

  async stop(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.#server.closeIdleConnections();
    this.#pool.close();
    const grace = setTimeout(() => {
      this.#pool.endAll();
      // What a killed guest's client is told takes a moment to be sent.
      setTimeout(() => this.#server.closeAllConnections(), FAREWELL_MS).unref();
    }, this.#request.graceMs);
    await closed;
    await this.#pool.settled();
    clearTimeout(grace);
  }

  #take(incoming: IncomingMessage, response: ServerResponse, waitsForWord = false): void {
    response.on("error", () => response.destroy());
    // Of a request that nobody has begun to read, Node throws the rest away once the response is out: nobody counts it.
    incoming.read(0);
    const refusal = this.#refusalOf(incoming);
    if (refusal !== undefined) refuse(response, refusal);
    else {
      if (waitsForWord) response.writeContinue();
      void this.#pool.answer(incoming, response);
    }
  }

  /** The status that says why this is no request to this server; undefined when it is one. */
  #refusalOf({ headers, rawHeaders, url = "" }: IncomingMessage): number | undefined {
    // Node takes the first of two; whoever stands before us may have taken the other (RFC 9112 section 3.2).
    const hosts = rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === "host");
    if (hosts.length !== 1 || !(url.startsWith("/") || url === "*")) return 400;
    if (!isAllowedHost(headers.host ?? "", this.#request)) return 403;
    return Number(headers["content-length"] ?? 0) > this.#request.maxRequestBodyBytes ? 413 : undefined;
  }
}

const FAREWELL_MS = 500;
