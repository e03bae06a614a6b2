import { isForbidden } from "../../guest/network-messages.ts";
import type { HttpRequest } from "./http-request.ts";
import { denied, type Stop } from "./stop.ts";
import { authority } from "./target.ts";

export type Header = readonly [name: string, value: string];

/**
 * All headers that are sent: ours, then the guest's. The only place that lets a guest's header through; framing and
 * connection are never the guest's, or it could smuggle a second request past the checks.
 */
export function requestHeaders(request: HttpRequest): readonly Header[] | Stop {
  const bad = request.headers.find((header) => !isAllowed(header));
  if (bad !== undefined) return denied("header", `the header ${JSON.stringify(bad[0].slice(0, 64))} is not allowed`);
  const given = new Set(request.headers.map(([name]) => name.toLowerCase()));
  const defaults = defaultHeaders(request).filter(([name]) => !given.has(name.toLowerCase()));
  return [...ownHeaders(request), ...defaults, ...request.headers];
}

/** What the skill's requests cannot say either: its length is ours, and so is what its text may be packed in. */
const OURS = /^(content-length|accept-encoding)$/i;

function isAllowed(header: Header): boolean {
  return isWellFormed(header) && !OURS.test(header[0]) && !isForbidden(header[0]);
}

/** RFC 9110 section 5: a token, and visible characters, spaces and tabs. */
export function isWellFormed([name, value]: Header): boolean {
  return /^[!#$%&'*+.^_`|~0-9a-z-]+$/i.test(name) && /^[\t\x20-\x7e\x80-\xff]*$/.test(value);
}

/** `identity`: a compressed body could be far larger than the bytes that were counted. */
function ownHeaders({ permit, body }: HttpRequest): readonly Header[] {
  const host: Header = ["Host", authority(permit.target)];
  const length: readonly Header[] = body === undefined ? [] : [["Content-Length", String(body.length)]];
  return [host, ...length, ["Accept-Encoding", "identity"], ["Connection", "close"]];
}

function defaultHeaders({ body }: HttpRequest): readonly Header[] {
  const type: readonly Header[] = body === undefined ? [] : [["Content-Type", "text/plain;charset=UTF-8"]];
  return [["User-Agent", "wasm-sandbox"], ["Accept", "*/*"], ...type];
}
