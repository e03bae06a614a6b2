import { connect as connectTcp } from "node:net";
import { onTestFinished } from "vitest";
import type { Connector } from "../../../../src/broker/network/connect.ts";
import { follow } from "../../../../src/broker/network/follow.ts";
import { judgeUrl } from "../../../../src/broker/network/judge.ts";
import { createNetwork, type Network, type NetworkOptions } from "../../../../src/broker/network/network.ts";
import type { Header } from "../../../../src/broker/network/request-headers.ts";
import type { Resolver } from "../../../../src/broker/network/resolver.ts";
import { isStop } from "../../../../src/broker/network/stop.ts";
import type { NetworkGrants } from "../../../../src/policy/grants.ts";
import { parseHostGrant } from "../../../../src/policy/host-grant.ts";
import { FIXED_LIMITS } from "../../../../src/policy/limits.ts";

/** A hang guard, not a measure. */
export const GENEROUS_MS = 20_000;

/** Public addresses that stand for servers on loopback. No packet ever goes there: `routed` dials loopback instead. */
export const PUBLIC = "45.45.45.45";
export const OTHER_PUBLIC = "46.46.46.46";

export const EVERYTHING: NetworkGrants = { all: true, hosts: [], tcp: [], denied: [] };

export function granting(...texts: readonly string[]): NetworkGrants {
  return { all: false, hosts: texts.map(parseHostGrant), tcp: [], denied: [] };
}

export function network(grants: NetworkGrants, options: Partial<NetworkOptions> = {}): Network {
  const created = createNetwork(grants, { deadline: performance.now() + GENEROUS_MS, ...options });
  onTestFinished(() => created.close());
  return created;
}

/** A connector that leads public addresses to ports on loopback, and any other address nowhere. */
export function routed(routes: Readonly<Record<string, number>>): { connect: Connector; dialled: string[] } {
  const dialled: string[] = [];
  function connect(address: string, port: number) {
    dialled.push(`${address} ${port}`);
    const local = routes[address];
    // Port 1 of loopback is refused at once by any ordinary machine.
    return connectTcp({ host: "127.0.0.1", port: local ?? 1 });
  }
  return { connect, dialled };
}

/** A resolver that answers from a table and remembers what it was asked. */
export function named(table: Readonly<Record<string, readonly string[]>>): { resolve: Resolver; asked: string[] } {
  const asked: string[] = [];
  async function resolve(host: string) {
    asked.push(host);
    const addresses = table[host];
    return addresses === undefined ? { code: "ENOTFOUND" } : { addresses };
  }
  return { resolve, asked };
}

/** A network that may reach `example.com`, which is the server on this port of loopback. */
export function online(port: number, extra: Partial<NetworkOptions> = {}): Network {
  const { connect } = routed({ [PUBLIC]: port });
  return network(granting("example.com"), { connect, resolve: named({ "example.com": [PUBLIC] }).resolve, ...extra });
}

export interface Wish {
  readonly method: "GET" | "POST";
  readonly url: string;
  readonly headers: readonly Header[];
  readonly body?: string;
}

/** As `Network` does, but with headers of the guest's own, which today's WIT has no way to say. */
export async function send(wish: Wish, grants: NetworkGrants, seams: { connect: Connector; resolve: Resolver }) {
  const permit = judgeUrl(grants, wish.url);
  if (isStop(permit)) return permit;
  const body = wish.body === undefined ? undefined : Buffer.from(wish.body);
  const { signal } = new AbortController();
  const limits = { ...FIXED_LIMITS, httpResponseBytes: FIXED_LIMITS.httpBodyBytes };
  const world = { ...seams, grants, limits, ca: undefined, signal, announce: () => undefined, spend: () => undefined };
  return follow({ method: wish.method, permit, headers: wish.headers, body }, world);
}
