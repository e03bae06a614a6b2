import type { NetworkGrants } from "../../policy/grants.ts";
import type { Spending } from "../budget.ts";
import type { Decision } from "../decision.ts";
import { type ConnectOptions, open } from "./connect.ts";
import { exchange, type Reply } from "./exchange.ts";
import type { HttpRequest } from "./http-request.ts";
import type { Permit } from "./judge.ts";
import { type Addresses, judgeAddresses } from "./judge-addresses.ts";
import { redactUrl } from "./redact.ts";
import { redirected } from "./redirect.ts";
import { requestHeaders } from "./request-headers.ts";
import type { Resolver } from "./resolver.ts";
import { failed, failedBecause, isStop, type Stop } from "./stop.ts";

/**
 * Called with the deciding grant and the redacted URL of each hop that the grants allow, before its first packet. What it
 * throws, the request throws, and nothing is sent: the audit event is written here.
 */
export type Announce = (rule: string, url: string) => void;

export interface NetworkLimits {
  /** Of one request. */
  readonly httpBodyBytes: number;
  /** Of one response's body. */
  readonly httpResponseBytes: number;
  readonly httpRedirects: number;
}

/** All that a request needs of the world. */
export interface World extends ConnectOptions {
  readonly grants: NetworkGrants;
  readonly limits: NetworkLimits;
  readonly resolve: Resolver;
  readonly announce: Announce;
  readonly spend: Spend;
}

/** Takes something out of the run's budget; the limit that it does not fit into, when it does not. */
export type Spend = (what: Spending, amount: number) => Stop | undefined;

/** Carries a permitted request out, through its redirects, to the text that the guest gets. */
export async function follow(first: HttpRequest, world: World): Promise<Decision<string>> {
  let request = first;
  for (let redirects = 0; ; redirects += 1) {
    const reply = await takeHop(request, world);
    if (isStop(reply)) return redirects === 0 ? reply : explained(reply, request.permit.target.url.href);
    if (reply.location === undefined) return conclusion(reply, request.permit, world);
    if (redirects >= world.limits.httpRedirects) return failed(request.permit.rule, `more than ${redirects} redirects`);
    const next = redirected(world.grants, request, reply.status, reply.location);
    if (isStop(next)) return explained(next, reply.location, request.permit.target.url);
    request = next;
  }
}

async function takeHop(request: HttpRequest, world: World): Promise<Reply | Stop> {
  const headers = requestHeaders(request);
  if (isStop(headers)) return headers;
  const limit = world.spend("http-requests", 1) ?? world.spend("host-write", request.body?.length ?? 0);
  if (limit !== undefined) return limit;
  const addresses = await findAddresses(request, world);
  if (isStop(addresses)) return addresses;
  const socket = await open(request.permit.target, addresses.list, world);
  if ("stage" in socket) return failedBecause(request.permit.rule, `${socket.stage} failed`, socket.error);
  try {
    return await exchange(request, headers, socket, world.limits.httpResponseBytes);
  } finally {
    socket.destroy();
  }
}

/** The hop is announced before the DNS query, which already tells the world something. */
async function findAddresses({ permit }: HttpRequest, world: World): Promise<Addresses | Stop> {
  const { target, rule } = permit;
  const announce = () => world.announce(rule, redactUrl(target.url.href));
  if (target.literal) {
    const judged = judgeAddresses(world.grants, permit, [target.host]);
    if (!isStop(judged)) announce();
    return judged;
  }
  announce();
  const resolution = await world.resolve(target.host, world.signal);
  if ("code" in resolution) return failed(rule, `cannot resolve ${target.host} (${resolution.code})`);
  return judgeAddresses(world.grants, permit, resolution.addresses);
}

function conclusion({ status, text }: Reply, { rule }: Permit, { spend }: World): Decision<string> {
  if (text !== undefined) return spend("host-read", Buffer.byteLength(text)) ?? { kind: "done", value: text, rule };
  // Our words for the status, not the server's, which may hold anything.
  const meaning = process.getBuiltinModule("node:http").STATUS_CODES[status] ?? "";
  return failed(rule, `HTTP ${status} ${meaning}`.trimEnd());
}

/** The guest asked for another URL than the one that was refused, and so did the operator who reads the log. */
function explained(stop: Stop, location: string, base?: URL): Stop {
  if (stop.kind !== "denied") return stop;
  return { ...stop, reason: `redirect to ${redactUrl(location, base)} refused: ${stop.reason}` };
}
