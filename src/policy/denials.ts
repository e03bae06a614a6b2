import type { DirGrant, HostGrant, TcpGrant } from "./grants.ts";
import { type Allowed, type Denied, EVERY_NAME, type NetworkRule, type PathRule, type Sourced } from "./layer.ts";
import { liesWithin } from "./path-tree.ts";

/**
 * What is left of the allowed when the denied is taken away, as far as whole rules go. A denial inside of what a rule
 * allows stays with the broker, which asks it first.
 */
export function withoutDenied(allow: Allowed, deny: Denied): Allowed {
  return {
    fsRead: allow.fsRead.filter(({ value }) => !isPathDenied(value, deny.fsRead)),
    fsWrite: allow.fsWrite.filter(({ value }) => !isPathDenied(value, deny.fsWrite)),
    network: allow.network.filter(({ value }) => !isNetworkDenied(value, deny.network)),
    env: allow.env.filter(({ value }) => !isNameDenied(value, deny.env)),
  };
}

/** A folder that may not be read is not there at all; one that may not be written is read-only. */
export function dirsWithoutDenied(dirs: readonly Sourced<DirGrant>[], deny: Denied): Sourced<DirGrant>[] {
  return dirs
    .filter(({ value }) => !isPathDenied(ruleOf(value), deny.fsRead))
    .map(({ value, source }) => {
      return { value: { ...value, readOnly: value.readOnly || isPathDenied(ruleOf(value), deny.fsWrite) }, source };
    });
}

/** Whether a denial covers every place that a grant opens. */
export function coversHost(
  denied: HostGrant,
  grant: Pick<HostGrant, "scheme" | "host" | "subdomains" | "port">,
): boolean {
  if (denied.scheme !== undefined && denied.scheme !== grant.scheme) return false;
  if (denied.port !== undefined && denied.port !== grant.port) return false;
  if (!denied.subdomains) return grant.host === denied.host && !grant.subdomains;
  return grant.host.endsWith(`.${denied.host}`) || (grant.subdomains && grant.host === denied.host);
}

function ruleOf({ host }: DirGrant): PathRule {
  return { path: host, ordinary: false };
}

function isPathDenied({ path }: PathRule, denied: readonly Sourced<PathRule>[]): boolean {
  return denied.some(({ value }) => value.path === undefined || (path !== undefined && liesWithin(path, value.path)));
}

function isNetworkDenied(rule: NetworkRule, denied: Denied["network"]): boolean {
  return denied.some(({ value }) => {
    if (value.kind === "all") return true;
    if (rule.kind === "all") return false;
    return coversHost(value.host, rule.kind === "host" ? rule.host : placeOf(rule.tcp));
  });
}

function placeOf({ host, port }: TcpGrant) {
  return { scheme: undefined, host, subdomains: false, port };
}

function isNameDenied(name: string, denied: readonly Sourced<string>[]): boolean {
  return denied.some(({ value }) => value === EVERY_NAME || value === name);
}
