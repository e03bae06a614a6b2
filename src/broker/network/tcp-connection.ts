import type { Socket } from "node:net";
import type { Handle } from "../handles.ts";
import { Bell } from "./bell.ts";
import { type Connector, dial } from "./connect.ts";
import { CLOSED } from "./stop.ts";

/** Where a connection leads, or the error code of wasi:sockets that says why nowhere. */
export type Found = { readonly addresses: readonly string[] } | { readonly fault: string };

/** A raw connection to a place that was granted, from its first packet to its last. */
export class TcpConnection implements Handle {
  readonly #bell = new Bell();
  readonly #end = new AbortController();
  #outcome: Socket | string | undefined;

  /** @param find the addresses, judged and in canonical spelling, or why there are none; it does not reject */
  constructor(find: (signal: AbortSignal) => Promise<Found>, port: number, connect: Connector, over: AbortSignal) {
    const signal = AbortSignal.any([over, this.#end.signal]);
    void this.#connect(find, port, { connect, signal }).then((outcome) => {
      this.#outcome = outcome;
      this.#bell.ring();
    });
  }

  async #connect(
    find: (signal: AbortSignal) => Promise<Found>,
    port: number,
    how: Parameters<typeof dial>[2],
  ): Promise<Socket | string> {
    const found = await find(how.signal);
    if ("fault" in found) return found.fault;
    const socket = await dial(found.addresses, port, how);
    return "stage" in socket ? socketFault(socket.error) : socket;
  }

  /** The socket, or why there is none, in the words of wasi:sockets; undefined while it is not known. */
  get outcome(): Socket | string | undefined {
    return this.#outcome;
  }

  isReady(): boolean {
    return this.#outcome !== undefined;
  }

  whenReady(signal: AbortSignal): Promise<void> {
    return this.#bell.next(signal);
  }

  /** What was written is still sent. */
  close(): void {
    if (this.#outcome === undefined || typeof this.#outcome === "string") this.#end.abort(CLOSED);
    else this.#outcome.destroySoon();
  }
}

/** The error code of wasi:sockets for what happened to a connection. */
export function socketFault({ code }: NodeJS.ErrnoException): string {
  return FAULTS.get(code ?? "") ?? "unknown";
}

const FAULTS: ReadonlyMap<string, string> = new Map([
  ["ECONNREFUSED", "connection-refused"],
  ["ECONNRESET", "connection-reset"],
  ["EPIPE", "connection-reset"],
  ["ECONNABORTED", "connection-aborted"],
  ["ETIMEDOUT", "timeout"],
  ["EHOSTUNREACH", "remote-unreachable"],
  ["ENETUNREACH", "remote-unreachable"],
  ["EADDRNOTAVAIL", "remote-unreachable"],
  ["EMFILE", "new-socket-limit"],
]);
