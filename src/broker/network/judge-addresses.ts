import { canonicalHost } from "../../policy/canonical-host.ts";
import type { NetworkGrants } from "../../policy/grants.ts";
import { addressFlag, covers, denialOf, type Permit } from "./judge.ts";
import { ownPrefixes } from "./own-prefixes.ts";
import { type NotPublic, whyNotPublic } from "./public-address.ts";
import { denied, failed, type Stop } from "./stop.ts";
import type { Target } from "./target.ts";

/** Addresses that a connection is allowed to, in canonical spelling. */
export interface Addresses {
  readonly list: readonly string[];
}

/**
 * Whether a connection to these addresses is allowed: all of them, since a name that mixes public and private addresses
 * is how rebinding looks. An address that is not public is opened only by a grant of that very address and port.
 */
export function judgeAddresses(grants: NetworkGrants, permit: Permit, addresses: readonly string[]): Addresses | Stop {
  const prefixes = ownPrefixes();
  const list = addresses.map(canonicalAddress);
  for (const address of list) {
    if (address === undefined) return failed(permit.rule, `${permit.target.host} resolves to what is no IP address`);
    const problem = isNamed(grants, permit.target, address) ? undefined : whyNotPublic(address, prefixes);
    if (problem !== undefined) return refusal(permit.target, address, problem);
    const denial = denialOf(grants, permit.target, address);
    if (denial !== undefined) return denial;
  }
  return { list: list.filter((address) => address !== undefined) };
}

/** Undefined when it is no IP address. What is judged is what is dialled: an IPv4 address inside IPv6 is both as IPv4, a scoped address is neither. */
export function canonicalAddress(address: string): string | undefined {
  if (!/^[0-9a-f.:]+$/i.test(address)) return undefined;
  const url = URL.parse(address.includes(":") ? `http://[${address}]/` : `http://${address}/`);
  const host = url === null ? undefined : canonicalHost(url.hostname);
  return host?.literal === true ? host.name : undefined;
}

function isNamed(grants: NetworkGrants, target: Target, address: string): boolean {
  return grants.hosts.some((grant) => grant.literal && covers(grant, target, address));
}

/** The guest learns no address that it did not write: what a private name resolves to is the operator's business. */
function refusal({ host, literal, port }: Target, address: string, { rule, what }: NotPublic): Stop {
  const subject = literal ? `${host} is` : `${host} resolves to an address that is`;
  return denied(rule, `${subject} not public (${what})`, addressFlag(address, port));
}
