import { sep } from "node:path";
import { canonicalHost } from "../policy/canonical-host.ts";
import { type Allowed, type Layer, NOTHING_ALLOWED, type Sourced } from "../policy/layer.ts";
import { isLocalName } from "../policy/local-name.ts";
import { foldPath, isCredentialPlace } from "../policy/protected-places.ts";
import { realPath } from "../policy/real-path.ts";
import { parseNetwork } from "../policy/values.ts";
import { dangers } from "../policy/warnings.ts";
import type { Entry, ProposalContext } from "./proposal.ts";

/**
 * Why a person has to take an entry in by hand; undefined for one that may stand.
 *
 * @param rule The decision that was observed.
 */
export function doubtOf(entry: Entry, rule: string, context: ProposalContext): string | undefined {
  if (entry.key === "network") {
    const found = dangerOf(entry, context.home);
    // What is bare under a wildcard is a domain of the internet; anywhere else it is a name of the local network.
    return (entry.value.includes("*.") ? found : undefined) ?? hostDoubt(entry.value, context) ?? found;
  }
  const path = entry.key === "dirs" ? entry.value.host : entry.value;
  const places = [path, realPath(path)];
  if (rule === "credential-places" || places.map(foldPath).some(isCredentialPlace)) return "a place for credentials";
  if (rule === "executed-later") return "what is written there may be executed later";
  const found = places.map((place) => dangerOf(at(entry, place), context.home));
  return found.find((doubt) => doubt !== undefined);
}

/** Why a variable that was granted is not taken over without a person. */
export function secretDoubt(name: string): string | undefined {
  return danger({ env: [sourced(name)] }, [], sep);
}

function at(entry: Exclude<Entry, { key: "network" }>, path: string): Entry {
  return entry.key === "dirs" ? { ...entry, value: { ...entry.value, host: path } } : { ...entry, value: path };
}

function dangerOf(entry: Entry, home: string): string | undefined {
  if (entry.key === "dirs") return danger({}, [sourced(entry.value)], home);
  if (entry.key === "network")
    return danger({ network: [sourced(parseNetwork("--allow-network", entry.value))] }, [], home);
  const rules = [sourced({ path: entry.value, ordinary: false })];
  return danger(entry.key === "fs-read" ? { fsRead: rules } : { fsWrite: rules }, [], home);
}

/** The first thing that `policy check` would warn of. */
function danger(allow: Partial<Allowed>, dirs: Layer["dirs"], home: string): string | undefined {
  return dangers({ allow: { ...NOTHING_ALLOWED, ...allow }, dirs }, home)[0]?.what;
}

function sourced<T>(value: T): Sourced<T> {
  return { value, source: "" };
}

function hostDoubt(value: string, { whyNotPublic }: ProposalContext): string | undefined {
  const rule = parseNetwork("--allow-network", value);
  if (rule.kind === "all") return undefined;
  const { host, literal } = rule.kind === "host" ? rule.host : rule.tcp;
  if (!literal) return isLocalName(host) ? "a name of the local network" : undefined;
  const problem = canonicalHost(host.includes(":") ? `[${host}]` : host) && whyNotPublic(host);
  return problem && `an address that is not public (${problem})`;
}
