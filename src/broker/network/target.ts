import { canonicalHost } from "../../policy/canonical-host.ts";
import { denied, type Stop } from "./stop.ts";

/** Where a request wants to go, in the spelling that grants are compared in. */
export interface Target {
  readonly url: URL;
  readonly scheme: "http" | "https";
  readonly host: string;
  /** `host` is an IP address. */
  readonly literal: boolean;
  readonly port: number;
}

export const DEFAULT_PORTS = { http: 80, https: 443 } as const;

/** Longest URL taken, in characters; RFC 9110 section 4.1 asks everyone to support 8000 octets. */
const LONGEST_URL = 8192;

/** @param base what a relative `Location` is relative to; a guest's URL has none. */
export function parseTarget(text: string, base?: URL): Target | Stop {
  if (text.length > LONGEST_URL) return denied("url", `the URL is longer than ${LONGEST_URL} characters`);
  const url = URL.parse(text, base);
  if (url === null) return denied("url", "not a valid URL");
  const scheme = schemeOf(url);
  if (scheme === undefined) return denied("scheme", "only http and https URLs are allowed");
  if (url.username !== "" || url.password !== "") return denied("userinfo", "a URL with a user name or password");
  const host = canonicalHost(url.hostname);
  const port = url.port === "" ? DEFAULT_PORTS[scheme] : Number(url.port);
  if (host === undefined || port === 0) return denied("url", "not a valid host or port");
  return { url, scheme, host: host.name, literal: host.literal, port };
}

/** `host[:port]` as it stands in a URL and in the Host header: brackets around IPv6, no default port. */
export function authority(target: Target): string {
  return target.port === DEFAULT_PORTS[target.scheme] ? bracketed(target.host) : hostAndPort(target.host, target.port);
}

export function hostAndPort(host: string, port: number): string {
  return `${bracketed(host)}:${port}`;
}

export function sameOrigin(one: Target, other: Target): boolean {
  return one.scheme === other.scheme && one.host === other.host && one.port === other.port;
}

function schemeOf(url: URL): Target["scheme"] | undefined {
  if (url.protocol === "http:") return "http";
  return url.protocol === "https:" ? "https" : undefined;
}

function bracketed(host: string): string {
  return host.includes(":") ? `[${host}]` : host;
}
