import type { Socket } from "node:net";
import { u32 } from "../../guest/messages.ts";
import { canonicalHost } from "../../policy/canonical-host.ts";
import { type Answer, OVER } from "../door.ts";
import { numberIn, textIn } from "../fields.ts";
import { ByteSink } from "./byte-sink.ts";
import { ByteSource } from "./byte-source.ts";
import { canonicalAddress } from "./judge-addresses.ts";
import { judgeConnection, judgeName, judgeResolved, type SocketJudgement } from "./judge-socket.ts";
import { NameLookup } from "./name-lookup.ts";
import { keep, type NetworkDesk } from "./network-desk.ts";
import type { Operate } from "./network-door.ts";
import type { Resolution } from "./resolver.ts";
import { socketFault, TcpConnection } from "./tcp-connection.ts";

type SocketOperation = "resolveName" | "nextAddress" | "startConnect" | "finishConnect" | "shutdown";

/** What wasi:sockets asks for, of one run: an address is reachable only after a granted name has led to it. */
export function socketOperations(): Readonly<Record<SocketOperation, Operate>> {
  const namesOf = new Map<string, Set<string>>();

  return {
    resolveName([field], world): Answer {
      const { desk } = world;
      const host = hostIn(textIn(field));
      if (host === undefined) return { refused: "invalid-argument" };
      const judgement = host.literal ? undefined : judgeName(desk.grants.network, host.name);
      if (judgement !== undefined && !decide(world, "resolve", host.name, judgement)) return DENIED;
      const number = keep(desk, new NameLookup((signal) => ask(host.name, host.literal, world, signal)));
      return number === undefined ? OVER : { done: u32(number) };
    },

    nextAddress([field], { desk }): Answer {
      const lookup = desk.handles.get(numberIn(field), NameLookup);
      if (lookup === undefined) return { refused: "invalid-state" };
      if (lookup.fault !== undefined) return { refused: lookup.fault };
      return { done: lookup.isReady() ? (lookup.next() ?? "\0") : "" };
    },

    startConnect([addressField, portField], world): Answer {
      const { desk, connect } = world;
      const port = numberIn(portField);
      const address = canonicalAddress(textIn(addressField));
      if (address === undefined || port === 0 || port > 65_535) return { refused: "invalid-argument" };
      const judgement = judgeConnection(desk.grants.network, address, port, namesOf.get(address) ?? new Set());
      const place = `tcp://${address.includes(":") ? `[${address}]` : address}:${port}`;
      if (!decide(world, "connect", place, judgement)) return DENIED;
      if (!desk.budget.spend("http-requests", 1)) return OVER;
      const number = keep(desk, new TcpConnection(address, port, connect, desk.over));
      return number === undefined ? OVER : { done: u32(number) };
    },

    finishConnect([field], { desk }): Answer {
      const outcome = desk.handles.get(numberIn(field), TcpConnection)?.outcome;
      if (typeof outcome === "string") return { refused: outcome };
      return outcome === undefined ? { done: "" } : handOver(outcome, { desk });
    },

    shutdown([field, ends], { desk }): Answer {
      const outcome = desk.handles.get(numberIn(field), TcpConnection)?.outcome;
      if (outcome === undefined || typeof outcome === "string") return { refused: "invalid-state" };
      if (((ends?.[0] ?? 0) & SENDING) !== 0) outcome.end();
      return { done: "" };
    },
  };

  /** Remembers which name led to an address. */
  async function ask(name: string, literal: boolean, world: NetworkDesk, signal: AbortSignal): Promise<Resolution> {
    if (literal) return { addresses: [name] };
    const resolution = await world.resolve(name, AbortSignal.any([signal, world.desk.over]));
    if ("code" in resolution) return resolution;
    const addresses = resolution.addresses.flatMap((address) => canonicalAddress(address) ?? []);
    const judgement = judgeResolved(world.desk.grants.network, name, addresses);
    if (judgement !== undefined) {
      refuse(world, name, judgement);
      return { code: "access-denied" };
    }
    for (const address of addresses) namesOf.set(address, (namesOf.get(address) ?? new Set()).add(name));
    return { addresses };
  }
}

const SENDING = 2;
const DENIED: Answer = { refused: "access-denied" };

/** Writes the event; true when it is allowed. */
function decide(
  { desk }: NetworkDesk,
  operation: string,
  argument: string,
  { rule, denied }: SocketJudgement,
): boolean {
  const use = { capability: "network", operation: `tcp-${operation}`, argument, rule };
  desk.decide({ ...use, allowed: denied === undefined, hint: denied?.hint });
  return denied === undefined;
}

/** While nobody waits for an answer: what goes wrong is told with the next one. */
function refuse(world: NetworkDesk, name: string, judgement: SocketJudgement): void {
  try {
    decide(world, "resolve", name, judgement);
  } catch (error) {
    world.fail(error);
  }
}

function hostIn(name: string): { name: string; literal: boolean } | undefined {
  if (name.length > LONGEST_NAME || !/^[^\s/\\?#@%:[\]]+$|^\[?[0-9a-f:.]+\]?$/i.test(name)) return undefined;
  const bare = name.replace(/^\[|\]$/g, "");
  const url = URL.parse(bare.includes(":") ? `http://[${bare}]/` : `http://${bare}/`);
  return url === null ? undefined : canonicalHost(url.hostname);
}

/** RFC 1035 section 2.3.4, and room for a dot and for names that are not ASCII. */
const LONGEST_NAME = 1024;

function handOver(socket: Socket, { desk }: Pick<NetworkDesk, "desk">): Answer {
  const source = new ByteSource(socket, { faultOf: socketFault, drainsOnClose: true });
  const sink = new ByteSink(true);
  socket.on("error", (error) => sink.fail(socketFault(error)));
  socket.on("close", () => sink.fail("connection-aborted"));
  sink.attach(socket);
  const reader = keep(desk, source);
  const writer = reader === undefined ? undefined : keep(desk, sink);
  if (reader === undefined || writer === undefined) return OVER;
  const connection = {
    reader,
    writer,
    local: [socket.localAddress ?? "", socket.localPort ?? 0],
    remote: [socket.remoteAddress ?? "", socket.remotePort ?? 0],
  };
  return { done: JSON.stringify(connection) };
}
