import type { NetworkGrants } from "../../policy/grants.ts";
import { DEFAULT_LIMITS, FIXED_LIMITS } from "../../policy/limits.ts";
import type { Decision } from "../decision.ts";
import { type Connector, connectDirectly } from "./connect.ts";
import type { Announce, NetworkLimits, Spend, World } from "./follow.ts";
import type { HttpRequest } from "./http-request.ts";
import { judgeUrl } from "./judge.ts";
import { createLifetime } from "./lifetime.ts";
import { createResolver, type Resolver } from "./resolver.ts";
import { failed, isStop, type Stop } from "./stop.ts";

/** The network as one run may use it. Every request is judged anew, and so is every hop of a redirect. */
export interface Network {
  get(url: string, announce?: Announce): Promise<Decision<string>>;
  post(url: string, body: Uint8Array | string, announce?: Announce): Promise<Decision<string>>;
  /** Ends all requests at once: their sockets are gone, so nothing keeps the process alive. */
  close(): void;
}

/** What a test puts in place of the world. Only a program can pass these: no flag, no environment variable. */
export interface NetworkSeams {
  readonly resolve?: Resolver | undefined;
  readonly connect?: Connector | undefined;
  /** PEM certificates trusted instead of the built-in ones. */
  readonly ca?: string | undefined;
}

export interface NetworkOptions extends NetworkSeams {
  /** When the run ends, in milliseconds on the clock of `performance.now()`. */
  readonly deadline: number;
  readonly limits?: Partial<NetworkLimits> | undefined;
  /** Without it nothing is counted. */
  readonly spend?: Spend | undefined;
}

export function createNetwork(grants: NetworkGrants, options: NetworkOptions): Network {
  const lifetime = createLifetime(options.deadline);
  const world = createWorld(grants, options, lifetime.signal);
  async function perform(wish: Wish, announce: Announce = () => undefined): Promise<Decision<string>> {
    const permit = judgeUrl(grants, wish.url);
    if (isStop(permit)) return permit;
    if ((wish.body?.length ?? 0) > world.limits.httpBodyBytes) return bodyTooLarge(world.limits);
    lifetime.begin();
    const request: HttpRequest = { method: wish.method, permit, headers: [], body: wish.body };
    const decision = lifetime.ended() ?? (await send(request, { ...world, announce }));
    return decision.kind === "failed" ? (lifetime.ended() ?? decision) : decision;
  }
  return {
    get: (url, announce) => perform({ method: "GET", url, body: undefined }, announce),
    post: (url, body, announce) => perform({ method: "POST", url, body: Buffer.from(body) }, announce),
    close: () => lifetime.end(failed("closed", "the run is over")),
  };
}

interface Wish extends Pick<HttpRequest, "method" | "body"> {
  readonly url: string;
}

function createWorld(grants: NetworkGrants, options: NetworkOptions, signal: AbortSignal): Omit<World, "announce"> {
  return {
    grants,
    limits: { ...FIXED_LIMITS, httpResponseBytes: DEFAULT_LIMITS.maxHttpResponseBytes, ...options.limits },
    spend: options.spend ?? (() => undefined),
    resolve: options.resolve ?? createResolver(),
    connect: options.connect ?? connectDirectly,
    ca: options.ca,
    signal,
  };
}

/** Most runs ask for nothing, or for nothing that is granted: HTTP, TLS and address tables load with the first need. */
async function send(request: HttpRequest, world: World): Promise<Decision<string>> {
  const { follow } = await import("./follow.ts");
  return follow(request, world);
}

function bodyTooLarge({ httpBodyBytes }: NetworkLimits): Stop {
  return { kind: "limit", limit: "http-body", reason: `the request body is larger than ${httpBodyBytes} bytes` };
}
