import ipaddr from "ipaddr.js";

/** Why an address is not on the public internet. */
export interface NotPublic {
  readonly rule: "private-address" | "own-network";
  /** Completes "the address is …". */
  readonly what: string;
}

/**
 * Why nobody may be sent to this address without naming it; `undefined` when it is public.
 *
 * @param canonical the address as `canonicalHost` spells it. Other spellings are not for ipaddr.js: it reads `::8.8.8.8`,
 *   which is IPv6 to everyone else, as the public IPv4 address inside.
 * @param ownPrefixes networks that this machine is part of, in CIDR form.
 */
export function whyNotPublic(canonical: string, ownPrefixes: readonly string[]): NotPublic | undefined {
  const address = ipaddr.parse(canonical);
  const range = address.range();
  if (range !== "unicast") return { rule: "private-address", what: words(range) };
  if (!isGlobal(address)) return { rule: "private-address", what: "reserved" };
  const own = ownPrefixes.some((prefix) => isIn(address, prefix));
  return own ? { rule: "own-network", what: "in a network of this machine" } : undefined;
}

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** IANA has given out global unicast from 2000::/3 only; outside lie ::a.b.c.d, NAT64 and mesh overlays. */
const GLOBAL_IPV6 = "2000::/3";

/** Azure's host agent: a public-looking address that answers inside every Azure machine. */
const AZURE_HOST = "168.63.129.16/32";

function isGlobal(address: Address): boolean {
  return address.kind() === "ipv6" ? isIn(address, GLOBAL_IPV6) : !isIn(address, AZURE_HOST);
}

function isIn(address: Address, prefix: string): boolean {
  const [network, bits] = ipaddr.parseCIDR(prefix);
  return address.kind() === network.kind() && address.match(network, bits);
}

function words(range: string): string {
  return range.replace(/([a-z])([A-Z])/g, "$1-$2").toLowerCase();
}
