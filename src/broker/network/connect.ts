import type { Socket } from "node:net";
import type { TLSSocket } from "node:tls";
import { CLOSED } from "./stop.ts";
import type { Target } from "./target.ts";

/** Starts a TCP connection to exactly this IP address. */
export type Connector = (address: string, port: number) => Socket;

export const connectDirectly: Connector = (address, port) => {
  return process.getBuiltinModule("node:net").connect({ host: address, port });
};

export interface ConnectOptions {
  readonly connect: Connector;
  /** PEM certificates trusted instead of the built-in ones. */
  readonly ca: string | undefined;
  readonly signal: AbortSignal;
}

/** Why there is no connection. */
export interface NoConnection {
  readonly stage: "connection" | "TLS";
  readonly error: NodeJS.ErrnoException;
}

/**
 * A connection that is ready for HTTP, to the first of these addresses that takes it; they have all been judged.
 * It dies with the signal, whoever holds it.
 */
export async function open(
  target: Target,
  addresses: readonly string[],
  options: ConnectOptions,
): Promise<Socket | NoConnection> {
  const socket = await dial(addresses, target.port, options);
  return "stage" in socket || target.scheme === "http" ? socket : secure(target, socket, options);
}

/** A bare connection to the first of these addresses that takes it. */
export async function dial(
  addresses: readonly string[],
  port: number,
  { connect, signal }: Pick<ConnectOptions, "connect" | "signal">,
): Promise<Socket | NoConnection> {
  let problem: Error = CLOSED;
  for (const address of addresses) {
    if (signal.aborted) break;
    const socket = tie(connect(address, port), signal);
    const error = await readiness(socket, "connect");
    if (error === undefined) return socket;
    problem = error;
  }
  return { stage: "connection", error: problem };
}

function tie(socket: Socket, signal: AbortSignal): Socket {
  const destroy = () => socket.destroy(signal.reason);
  signal.addEventListener("abort", destroy, { once: true });
  socket.once("close", () => signal.removeEventListener("abort", destroy));
  return socket;
}

/** The error that came instead of `event`. The listener stays: later errors reach whoever then reads the socket. */
function readiness(socket: Socket, event: "connect" | "secureConnect"): Promise<Error | undefined> {
  return new Promise((resolve) => {
    socket.once(event, () => resolve(undefined));
    socket.on("error", resolve);
    socket.once("close", () => resolve(CLOSED));
  });
}

async function secure(target: Target, socket: Socket, options: ConnectOptions): Promise<Socket | NoConnection> {
  const secured = startTls(target, socket, options.ca);
  const error = await readiness(secured, "secureConnect");
  return error === undefined ? secured : { stage: "TLS", error };
}

/** Everything that decides about trust is written out, so that no NODE_TLS_* variable or flag of Node can loosen it. */
function startTls(target: Target, socket: Socket, ca: string | undefined): TLSSocket {
  return process.getBuiltinModule("node:tls").connect({
    socket,
    // The name that the certificate must carry. SNI cannot name an address (RFC 6066 section 3).
    host: target.host,
    servername: target.literal ? "" : target.host,
    rejectUnauthorized: true,
    minVersion: "TLSv1.2",
    ALPNProtocols: ["http/1.1"],
    ...(ca === undefined ? {} : { ca }),
  });
}
