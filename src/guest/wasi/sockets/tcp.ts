import { tell } from "../../door.ts";
import { readU32, u32 } from "../../messages.ts";
import type { Connection } from "../../network-messages.ts";
import { InputStream, OutputStream, Pollable } from "../io.ts";
import { RemoteSink, RemoteSource } from "../remote-streams.ts";
import { addressText, type Family, isMapped, isUnspecified, type SocketAddress, socketAddress } from "./addresses.ts";
import { askNetwork, askWhenThere, streamError } from "./faults.ts";
import { SocketOptions } from "./socket-options.ts";

type State =
  | { readonly kind: "new" | "closed" }
  | { readonly kind: "connecting"; readonly handle: number }
  | {
      readonly kind: "connected";
      readonly handle: number;
      readonly connection: Connection;
      readonly source: RemoteSource;
      readonly sink: RemoteSink;
    };

/** A socket that can connect to what was granted, and can do nothing else. */
export class TcpSocket extends SocketOptions {
  readonly #family: Family;
  #state: State = { kind: "new" };

  constructor(family: Family) {
    super();
    this.#family = family;
  }

  startBind(_network: unknown, local: SocketAddress): void {
    if (local.tag !== this.#family) throw "invalid-argument";
    throw "access-denied";
  }
  finishBind(): void {
    throw "not-in-progress";
  }
  startListen(): void {
    throw "access-denied";
  }
  finishListen(): void {
    throw "not-in-progress";
  }
  accept(): never {
    throw "invalid-state";
  }
  isListening(): boolean {
    return false;
  }
  setListenBacklogSize(value: bigint): void {
    throw value === 0n ? "invalid-argument" : "not-supported";
  }

  startConnect(_network: unknown, remote: SocketAddress): void {
    if (this.#state.kind === "connecting") throw "concurrency-conflict";
    if (this.#state.kind !== "new") throw "invalid-state";
    const { port } = remote.val;
    if (remote.tag !== this.#family || port === 0 || isUnspecified(remote) || isMapped(remote))
      throw "invalid-argument";
    const handle = readU32(askNetwork("startConnect", addressText(remote), u32(port)), 0);
    this.#state = { kind: "connecting", handle };
  }

  finishConnect(): [InputStream, OutputStream] {
    if (this.#state.kind !== "connecting") throw "not-in-progress";
    const { handle } = this.#state;
    const connection = this.#finish(handle);
    const source = new RemoteSource(connection.reader, streamError, true);
    const sink = new RemoteSink(connection.writer, streamError, true);
    this.#state = { kind: "connected", handle, connection, source, sink };
    return [new InputStream(source), new OutputStream(sink)];
  }

  localAddress(): SocketAddress {
    if (this.#state.kind !== "connected") throw "invalid-state";
    return socketAddress(this.#state.connection.local);
  }

  remoteAddress(): SocketAddress {
    if (this.#state.kind !== "connected") throw "invalid-state";
    return socketAddress(this.#state.connection.remote);
  }

  addressFamily(): Family {
    return this.#family;
  }

  subscribe(): Pollable {
    return new Pollable({ handle: () => (this.#state.kind === "connecting" ? this.#state.handle : undefined) });
  }

  shutdown(type: "receive" | "send" | "both"): void {
    if (this.#state.kind !== "connected") throw "invalid-state";
    const { handle, source, sink } = this.#state;
    if (type !== "send") source.end();
    if (type === "receive") return;
    sink.end();
    askNetwork("shutdown", u32(handle), Uint8Array.of(SENDING));
  }

  [Symbol.dispose](): void {
    if ("handle" in this.#state) tell("close", u32(this.#state.handle));
    this.#state = { kind: "closed" };
  }

  /** A connection that was refused leaves a socket that nothing can be done with. */
  #finish(handle: number): Connection {
    try {
      return JSON.parse(new TextDecoder().decode(askWhenThere("finishConnect", u32(handle)))) as Connection;
    } catch (error) {
      if (error !== "would-block") this[Symbol.dispose]();
      throw error;
    }
  }
}

const SENDING = 2;

export const tcpCreateSocket = { createTcpSocket: (family: Family) => new TcpSocket(family) };
