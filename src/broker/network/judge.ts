import type { HostGrant, NetworkGrants } from "../../policy/grants.ts";
import { isLocalName as isLocal } from "../../policy/local-name.ts";
import { denied, isStop, type Stop } from "./stop.ts";
import { DEFAULT_PORTS, hostAndPort, parseTarget, type Target } from "./target.ts";

/** A target that the grants allow to be asked for, by name; its addresses are judged once they are known. */
export interface Permit {
  readonly target: Target;
  /** The grant that allows it, as the operator wrote it. */
  readonly rule: string;
}

/**
 * Whether the grants allow this URL. Touches nothing: a name that is denied here is never looked up.
 *
 * Every hop of a redirect passes through here too, with the URL that it left as `base`.
 */
export function judgeUrl(grants: NetworkGrants, text: string, base?: URL): Permit | Stop {
  const target = parseTarget(text, base);
  const denial = isStop(target) ? undefined : denialOf(grants, target, target.host);
  if (denial !== undefined) return denial;
  if (nothingGranted(grants)) {
    return denied("default-deny", "network capability not granted", isStop(target) ? undefined : flagFor(target));
  }
  return isStop(target) ? target : judgeTarget(grants, target);
}

/** `host` is a canonical name or address: the target's own, or one that it resolved to. */
export function covers(grant: HostGrant, { scheme, port }: Target, host: string): boolean {
  return coversHost(grant, host) && coversPort(grant, scheme, port);
}

/**
 * Why this host is shut whatever else is granted. A denial without port is one of every port.
 *
 * @param host the target's own name or address, or one that it resolved to
 */
export function denialOf(grants: NetworkGrants, { scheme, port }: Place, host: string): Stop | undefined {
  const found = grants.denied.find((denial) => {
    if (scheme !== undefined && denial.scheme !== undefined && denial.scheme !== scheme) return false;
    return coversHost(denial, host) && (portOf(denial, scheme) ?? port) === port;
  });
  if (found === undefined) return undefined;
  return denied(`--deny-network=${found.text}`, `network access to ${found.host} is shut by the operator`);
}

/** The only port that it shuts. A raw connection can speak any scheme: for it, a scheme means its port. */
function portOf(denial: HostGrant, scheme: Place["scheme"]): number | undefined {
  if (denial.port !== undefined || scheme !== undefined) return denial.port;
  return denial.scheme === undefined ? undefined : DEFAULT_PORTS[denial.scheme];
}

/** Where a connection leads; one without scheme is a raw one. */
type Place = Partial<Pick<Target, "scheme">> & Pick<Target, "port">;

/** The flag that would open one address: always with its port, for it opens a network that is not public. */
export function addressFlag(address: string, port: number): string {
  return `--allow-network=${hostAndPort(address, port)}`;
}

function nothingGranted(grants: NetworkGrants): boolean {
  return !grants.all && grants.hosts.length === 0;
}

function judgeTarget(grants: NetworkGrants, target: Target): Permit | Stop {
  const { host, port } = target;
  const flag = flagFor(target);
  if (isLocalhost(target)) return denied("private-address", "localhost is never looked up; ask for the address", flag);
  const grant = grants.hosts.find((each) => covers(each, target, host));
  if (grant !== undefined) return { target, rule: `--allow-network=${grant.text}` };
  if (!grants.all) return denied("default-deny", `${hostAndPort(host, port)} is not granted`, flag);
  if (isLocalName(target)) return denied("local-name", `${host} is a local name and not granted`, flag);
  return { target, rule: "--allow-network" };
}

function flagFor(target: Target): string {
  if (isLocalhost(target)) return addressFlag("127.0.0.1", target.port);
  const isDefaultPort = target.port === DEFAULT_PORTS.http || target.port === DEFAULT_PORTS.https;
  if (target.literal || !isDefaultPort) return addressFlag(target.host, target.port);
  return `--allow-network=${target.host}`;
}

function coversHost(grant: HostGrant, host: string): boolean {
  return grant.subdomains ? host.endsWith(`.${grant.host}`) : host === grant.host;
}

function coversPort(grant: HostGrant, scheme: Target["scheme"], port: number): boolean {
  if (grant.scheme !== undefined && grant.scheme !== scheme) return false;
  if (grant.port !== undefined) return grant.port === port;
  return grant.scheme === undefined
    ? port === DEFAULT_PORTS.http || port === DEFAULT_PORTS.https
    : port === DEFAULT_PORTS[grant.scheme];
}

/** RFC 6761 section 6.3: every name under localhost is loopback. */
function isLocalhost({ host }: Target): boolean {
  return host === "localhost" || host.endsWith(".localhost");
}

function isLocalName({ host, literal }: Target): boolean {
  return !literal && isLocal(host);
}
