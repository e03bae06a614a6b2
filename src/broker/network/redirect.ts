import type { NetworkGrants } from "../../policy/grants.ts";
import type { HttpRequest } from "./http-request.ts";
import { judgeUrl } from "./judge.ts";
import { denied, isStop, type Stop } from "./stop.ts";
import { sameOrigin } from "./target.ts";

/**
 * The request that a redirect asks for, judged like any other.
 *
 * 307 and 308 repeat the request; 301, 302 and 303 turn it into a GET, as browsers do. What the guest said to one origin
 * is not repeated to another: its headers are dropped there, and a body is never sent on.
 */
export function redirected(
  grants: NetworkGrants,
  from: HttpRequest,
  status: number,
  location: string,
): HttpRequest | Stop {
  const permit = judgeUrl(grants, location, from.permit.target.url);
  if (isStop(permit)) return permit;
  const stays = sameOrigin(from.permit.target, permit.target);
  const repeats = status === 307 || status === 308;
  if (repeats && !stays && from.body !== undefined) {
    return denied("redirect", "the request body would be sent on to another origin");
  }
  const headers = stays ? from.headers : [];
  return repeats
    ? { ...from, permit, headers }
    : { method: "GET", permit, headers: withoutContent(headers), body: undefined };
}

function withoutContent(headers: HttpRequest["headers"]): HttpRequest["headers"] {
  return headers.filter(([name]) => !/^content-/i.test(name));
}
