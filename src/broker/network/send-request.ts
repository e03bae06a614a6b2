import type { IncomingMessage } from "node:http";
import { u32 } from "../../guest/messages.ts";
import type { HttpErrorCode } from "../../guest/network-messages.ts";
import type { NetworkGrants } from "../../policy/grants.ts";
import type { Desk } from "../desk.ts";
import { type Answer, OVER } from "../door.ts";
import { numberIn } from "../fields.ts";
import { ByteSink } from "./byte-sink.ts";
import { ByteSource } from "./byte-source.ts";
import { HttpExchange } from "./http-exchange.ts";
import { bodyFault, lookupFault } from "./http-faults.ts";
import { judgeUrl, type Permit } from "./judge.ts";
import { judgeAddresses } from "./judge-addresses.ts";
import { judgeOrAsk } from "./judge-or-ask.ts";
import { milliseconds } from "./milliseconds.ts";
import { keep, type NetworkDesk } from "./network-desk.ts";
import { redactUrl } from "./redact.ts";
import { denied, isStop, type Stop } from "./stop.ts";
import { refusedFor } from "./stream-fault.ts";
import { parseRequest, type WasiRequest } from "./wasi-request.ts";

/** Starts a request that the grants allow. The event is written before its first packet, which is the DNS query. */
export async function sendRequest(fields: readonly Uint8Array[], world: NetworkDesk): Promise<Answer> {
  const { desk } = world;
  const request = parseRequest(fields);
  if ("tag" in request) return refusedFor(request);
  const use = { capability: "network", operation: operationOf(request.method), argument: redactUrl(request.url) };
  const deny = ({ rule, hint }: Extract<Stop, { kind: "denied" }>) =>
    desk.decide({ ...use, rule, allowed: false, hint });
  const { judged: permit, grants } = await judgeOrAsk(desk, use, (of) => permitOf(request, of), denialIn);
  if (isStop(permit)) {
    if (permit.kind === "denied") deny(permit);
    return refusedFor({ tag: permit.kind === "denied" ? "HTTP-request-denied" : "HTTP-request-URI-invalid" });
  }
  const bodyNumber = numberIn(fields[5]);
  const body = bodyNumber === 0 ? undefined : desk.handles.get(bodyNumber, ByteSink);
  if (body === undefined ? bodyNumber !== 0 || (request.length ?? 0) > 0 : body.isAttached) {
    return refusedFor({ tag: "HTTP-request-body-size", val: request.length });
  }
  if (!desk.budget.spend("http-requests", 1)) return OVER;
  desk.decide({ ...use, rule: permit.rule, allowed: true, hint: undefined });
  const exchange = new HttpExchange({
    request,
    permit,
    body,
    addresses: (signal) => addressesOf(permit, grants, world, signal, deny),
    receive: (response) => bodyOf(response, request, desk),
    connection: { connect: world.connect, ca: world.ca },
    over: desk.over,
    onFailure: world.fail,
  });
  const number = keep(desk, exchange);
  return number === undefined ? OVER : { done: u32(number) };
}

/** The address of a literal is known, and judged, before anything is announced. */
function permitOf({ method, url }: WasiRequest, network: NetworkGrants): Permit | Stop {
  if (REFUSED_METHODS.test(method)) return denied("method", `the method ${method} is not allowed`);
  const permit = judgeUrl(network, url);
  if (isStop(permit) || !permit.target.literal) return permit;
  const judged = judgeAddresses(network, permit, [permit.target.host]);
  return isStop(judged) ? judged : permit;
}

function denialIn(permit: Permit | Stop) {
  return isStop(permit) && permit.kind === "denied" ? permit : undefined;
}

/** They turn a request into a tunnel, or send what it holds back to whoever asks. */
const REFUSED_METHODS = /^(CONNECT|TRACE|TRACK)$/i;

async function addressesOf(
  { target, rule }: Permit,
  grants: NetworkGrants,
  { resolve }: NetworkDesk,
  signal: AbortSignal,
  deny: (stop: Extract<Stop, { kind: "denied" }>) => void,
): Promise<readonly string[] | HttpErrorCode> {
  if (target.literal) return [target.host];
  const resolution = await resolve(target.host, signal);
  if ("code" in resolution) return lookupFault(resolution.code);
  const judged = judgeAddresses(grants, { target, rule }, resolution.addresses);
  if (!isStop(judged)) return judged.list;
  if (judged.kind !== "denied") return { tag: "destination-unavailable" };
  deny(judged);
  return { tag: "destination-IP-prohibited" };
}

/** The body of a response, unless it says of itself that it is too long: then the run is over. */
function bodyOf(response: IncomingMessage, { method, timeouts }: WasiRequest, desk: Desk): ByteSource | HttpErrorCode {
  const most = desk.limits.maxHttpResponseBytes;
  const tooMany = () => desk.limit("http-response", `a response of more than ${most} bytes`);
  const { betweenBytes } = timeouts;
  const source = new ByteSource(response, {
    faultOf: bodyFault,
    silence: betweenBytes === undefined ? undefined : { milliseconds: milliseconds(betweenBytes), fault: SILENCE },
    maxBytes: most,
    tooMany,
    trailers: () => response.rawTrailers,
  });
  if (method === "HEAD" || Number(response.headers["content-length"] ?? 0) <= most) return source;
  source.close();
  tooMany();
  return { tag: "HTTP-response-body-size" };
}

const SILENCE: HttpErrorCode = { tag: "connection-read-timeout" };

function operationOf(method: string): string {
  return /^(GET|HEAD|POST|PUT|DELETE|OPTIONS|PATCH)$/.test(method) ? `http-${method.toLowerCase()}` : "http-request";
}
