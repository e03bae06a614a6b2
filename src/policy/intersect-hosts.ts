import type { HostGrant } from "./grants.ts";
import type { NetworkRule, Sourced } from "./layer.ts";
import { hasLocalNames, isLocalName } from "./local-name.ts";

/** What two sets of network rules both allow. */
export function intersectNetwork(
  one: readonly Sourced<NetworkRule>[],
  other: readonly Sourced<NetworkRule>[],
): Sourced<NetworkRule>[] {
  return one.flatMap((mine) =>
    other.flatMap((theirs) => {
      const both = intersectRules(mine.value, theirs.value);
      if (both === undefined) return [];
      return { value: both, source: both === mine.value ? mine.source : `${mine.source}, within ${theirs.source}` };
    }),
  );
}

function intersectRules(one: NetworkRule, other: NetworkRule): NetworkRule | undefined {
  if (one.kind === "tcp" || other.kind === "tcp") return sameTcp(one, other) ? one : undefined;
  if (one.kind === "all" && other.kind === "all") return one;
  if (one.kind === "all") return publicPart(other);
  if (other.kind === "all") return publicPart(one);
  const host = intersectHosts(one.host, other.host);
  return host === one.host ? one : host && { kind: "host", host };
}

function sameTcp(one: NetworkRule, other: NetworkRule): boolean {
  if (one.kind !== "tcp" || other.kind !== "tcp") return false;
  return one.tcp.host === other.tcp.host && one.tcp.port === other.tcp.port;
}

/**
 * Of a named host what the public internet includes: no local name, and an address only as far as it is public. An
 * address that is not `literal` is judged like one that a name resolved to.
 */
function publicPart(rule: NetworkRule): NetworkRule | undefined {
  if (rule.kind !== "host") return undefined;
  const { host, literal, subdomains } = rule.host;
  if (literal) return { kind: "host", host: { ...rule.host, literal: false } };
  return (subdomains ? hasLocalNames(host) : isLocalName(host)) ? undefined : rule;
}

/** The places that both grants open, which is again what one grant can say. */
function intersectHosts(one: HostGrant, other: HostGrant): HostGrant | undefined {
  const narrower = narrowerName(one, other);
  const ports = portsOf(one).filter((port) => portsOf(other).includes(port));
  const schemesDiffer = one.scheme !== undefined && other.scheme !== undefined && one.scheme !== other.scheme;
  if (narrower === undefined || ports.length === 0 || schemesDiffer) return undefined;
  const scheme = one.scheme ?? other.scheme;
  const [only] = ports;
  const port = ports.length > 1 ? undefined : only;
  const literal = one.literal && other.literal;
  if (isSame(one, { ...narrower, scheme, port, literal })) return one;
  const { host, subdomains } = narrower;
  return { host, subdomains, scheme, port, literal, text: textOf({ host, subdomains, scheme, port }) };
}

/** Whether a grant opens just that already; without a port it means the port of its scheme. */
function isSame(grant: HostGrant, { host, subdomains, scheme, port, literal }: Omit<HostGrant, "text">): boolean {
  const samePorts = portsOf(grant).join() === portsOf({ scheme, port }).join();
  return (
    grant.host === host &&
    grant.subdomains === subdomains &&
    grant.scheme === scheme &&
    grant.literal === literal &&
    samePorts
  );
}

function narrowerName(one: HostGrant, other: HostGrant): HostGrant | undefined {
  if (one.host === other.host && one.subdomains === other.subdomains) return one;
  if (other.subdomains && one.host.endsWith(`.${other.host}`)) return one;
  return one.subdomains && other.host.endsWith(`.${one.host}`) ? other : undefined;
}

function portsOf({ scheme, port }: Pick<HostGrant, "scheme" | "port">): readonly number[] {
  if (port !== undefined) return [port];
  if (scheme === undefined) return [80, 443];
  return scheme === "http" ? [80] : [443];
}

function textOf({
  host,
  subdomains,
  scheme,
  port,
}: Pick<HostGrant, "host" | "subdomains" | "scheme" | "port">): string {
  const name = host.includes(":") ? `[${host}]` : host;
  const before = `${scheme === undefined ? "" : `${scheme}://`}${subdomains ? "*." : ""}`;
  return `${before}${name}${port === undefined ? "" : `:${port}`}`;
}
