import type { Socket } from "node:net";
import { u32 } from "../../guest/messages.ts";
import { canonicalHost } from "../../policy/canonical-host.ts";
import type { NetworkGrants } from "../../policy/grants.ts";
import type { Desk } from "../desk.ts";
import { type Answer, OVER } from "../door.ts";
import { numberIn, textIn } from "../fields.ts";
import { ByteSink } from "./byte-sink.ts";
import { ByteSource } from "./byte-source.ts";
import { canonicalAddress } from "./judge-addresses.ts";
import { judgeByAll, judgeOrAsk } from "./judge-or-ask.ts";
import { judgeConnection, judgeName, judgeNamed, judgeResolved, type SocketJudgement } from "./judge-socket.ts";
import { lookupFault, NameLookup } from "./name-lookup.ts";
import { keep, type NetworkDesk } from "./network-desk.ts";
import type { Operate } from "./network-door.ts";
import type { Resolution } from "./resolver.ts";
import { StandIns } from "./stand-ins.ts";
import { type Found, socketFault, TcpConnection } from "./tcp-connection.ts";

type SocketOperation = "resolveName" | "nextAddress" | "startConnect" | "finishConnect" | "shutdown";

/** What wasi:sockets asks for, of one run: an address is reachable only after a granted name has led to it. */
export function socketOperations(): Readonly<Record<SocketOperation, Operate>> {
  const namesOf = new Map<string, Set<string>>();
  const standIns = new StandIns();

  return {
    resolveName([field], world): Answer {
      const { desk } = world;
      const host = hostIn(textIn(field));
      if (host === undefined) return { refused: "invalid-argument" };
      if (host.literal) return lookUp(desk, async () => ({ addresses: [host.name] }));
      const { judged, grants } = judgeByAll(desk, (of) => judgeName(of, host.name), denialIn);
      const standIn = judged.denied?.hint && desk.asking && standIns.addressOf(host.name);
      // Nothing has happened yet, and nothing is said: whether it may is asked with the port.
      if (standIn !== undefined) return lookUp(desk, async () => ({ addresses: [standIn] }));
      if (!decide(world, "resolve", host.name, judged)) return DENIED;
      return lookUp(desk, (signal) => ask(host.name, grants, world, signal));
    },

    nextAddress([field], { desk }): Answer {
      const lookup = desk.handles.get(numberIn(field), NameLookup);
      if (lookup === undefined) return { refused: "invalid-state" };
      if (lookup.fault !== undefined) return { refused: lookup.fault };
      return { done: lookup.isReady() ? (lookup.next() ?? "\0") : "" };
    },

    async startConnect([addressField, portField], world): Promise<Answer> {
      const port = numberIn(portField);
      const address = canonicalAddress(textIn(addressField));
      if (address === undefined || port === 0 || port > 65_535) return { refused: "invalid-argument" };
      const name = standIns.nameOf(address);
      const names = namesOf.get(address) ?? new Set();
      const place = `tcp://${name ?? (address.includes(":") ? `[${address}]` : address)}:${port}`;
      const { judged, grants } = await judgeOrAsk(
        world.desk,
        { capability: "network", operation: "tcp-connect", argument: place },
        (of) => (name === undefined ? judgeConnection(of, address, port, names) : judgeNamed(of, name, port)),
        denialIn,
      );
      if (!decide(world, "connect", place, judged)) return DENIED;
      if (!world.desk.budget.spend("http-requests", 1)) return OVER;
      return connectTo(world, port, async (signal) =>
        name === undefined ? { addresses: [address] } : addressesFor(name, port, grants, world, signal),
      );
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
  async function ask(
    name: string,
    grants: NetworkGrants,
    world: NetworkDesk,
    signal: AbortSignal,
  ): Promise<Resolution> {
    const resolution = await resolved(name, world, signal);
    if ("code" in resolution) return resolution;
    const judgement = judgeResolved(grants, name, resolution.addresses);
    if (judgement !== undefined) {
      refuse(world, "resolve", name, judgement);
      return { code: "access-denied" };
    }
    for (const address of resolution.addresses) {
      namesOf.set(address, (namesOf.get(address) ?? new Set()).add(name));
    }
    return resolution;
  }
}

/** The addresses of a name that a connection was permitted to; all of them must be open. */
async function addressesFor(
  name: string,
  port: number,
  grants: NetworkGrants,
  world: NetworkDesk,
  signal: AbortSignal,
): Promise<Found> {
  const resolution = await resolved(name, world, signal);
  if ("code" in resolution) return { fault: lookupFault(resolution.code) };
  for (const address of resolution.addresses) {
    const judgement = judgeConnection(grants, address, port, new Set([name]));
    if (judgement.denied === undefined) continue;
    refuse(world, "connect", `tcp://${name}:${port}`, judgement);
    return { fault: "access-denied" };
  }
  return resolution;
}

async function resolved(name: string, world: NetworkDesk, signal: AbortSignal): Promise<Resolution> {
  const resolution = await world.resolve(name, AbortSignal.any([signal, world.desk.over]));
  if ("code" in resolution) return resolution;
  return { addresses: resolution.addresses.flatMap((address) => canonicalAddress(address) ?? []) };
}

function lookUp(desk: Desk, find: (signal: AbortSignal) => Promise<Resolution>): Answer {
  const number = keep(desk, new NameLookup(find));
  return number === undefined ? OVER : { done: u32(number) };
}

function connectTo(
  { desk, connect }: NetworkDesk,
  port: number,
  find: (signal: AbortSignal) => Promise<Found>,
): Answer {
  const number = keep(desk, new TcpConnection(find, port, connect, desk.over));
  return number === undefined ? OVER : { done: u32(number) };
}

function denialIn({ rule, denied }: SocketJudgement) {
  return denied && { rule, ...denied };
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
function refuse(world: NetworkDesk, operation: string, argument: string, judgement: SocketJudgement): void {
  try {
    decide(world, operation, argument, judgement);
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
