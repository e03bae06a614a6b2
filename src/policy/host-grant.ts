import { SandboxError } from "../errors.ts";
import { type CanonicalHost, canonicalHost } from "./canonical-host.ts";
import type { HostGrant } from "./grants.ts";

/**
 * One `--allow-network` value: `[http[s]://][*.]HOST[:PORT]`, where HOST is a name, an IPv4 address or an IPv6 address
 * in brackets.
 *
 * @throws SandboxError `policy` on anything else, with a hint that says what to write.
 */
export function parseHostGrant(text: string): HostGrant {
  return parseHostAt("--allow-network", text);
}

/** The same, where `where` names the flag or the place in a file that holds the value, for messages. */
export function parseHostAt(where: string, text: string): HostGrant {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    const message = `Invalid ${where} value ${JSON.stringify(text)}: ${error.message}`;
    throw new SandboxError("policy", message, { hint: error.hint });
  }
}

function parse(text: string): HostGrant {
  const [, scheme, rest = text] = /^([a-z][a-z0-9+.-]*):\/\/(.*)$/is.exec(text) ?? [];
  const problem = PROBLEMS.find(({ pattern }) => pattern.test(rest));
  if (problem !== undefined) refuse(problem.what, problem.hint);
  const [, wildcard, host = "", port] = /^(\*\.)?(\[.*\]|[^:]*)(?::(.*))?$/s.exec(rest) ?? [];
  const { name, literal } = parseHost(text, host);
  if (literal && wildcard !== undefined) refuse("an address has no subdomains", "Write the address alone");
  return {
    text,
    scheme: parseScheme(scheme),
    host: name,
    subdomains: wildcard !== undefined,
    port: parsePort(port),
    literal,
  };
}

interface Problem {
  readonly pattern: RegExp;
  readonly what: string;
  readonly hint: string;
}

/** Tried in order on the text behind the scheme: the first that matches is what the operator is told. */
const PROBLEMS: readonly Problem[] = [
  { pattern: /^$/, what: "no host", hint: "Write --allow-network alone to grant the public internet" },
  { pattern: /@/, what: "a user name or password", hint: "Write only the host, for example example.com" },
  { pattern: /[/\\?#]/, what: "a path or query", hint: "Grants are by host: write example.com or example.com:8443" },
  {
    pattern: /[\s\p{C}%,;"'`]/u,
    what: "a character that no host has",
    hint: "Write one host, for example example.com",
  },
  { pattern: /^\*$/, what: "a wildcard alone", hint: "Write --allow-network alone to grant the public internet" },
  { pattern: /^.+\*|^\*[^.]/s, what: "a wildcard inside a name", hint: "Write *.example.com for every subdomain" },
  { pattern: /^[^[]*:[^[]*:/, what: "an IPv6 address without brackets", hint: "Write it as [::1] or [::1]:8080" },
];

/** What is wrong with a value, before it is known where the value stands. */
class Invalid extends Error {
  readonly hint: string;

  constructor(what: string, hint: string) {
    super(what);
    this.hint = hint;
  }
}

function refuse(what: string, hint: string): never {
  throw new Invalid(what, hint);
}

function parseHost(text: string, host: string): CanonicalHost {
  const url = `http://${host}/`;
  const canonical = URL.canParse(url) ? canonicalHost(new URL(url).hostname) : undefined;
  if (canonical === undefined) refuse("not a host name or address", "Write one host, for example example.com");
  if (/^(.*\.)?localhost$/.test(canonical.name)) refuseLocalhost(text);
  refuseShorthand(host, canonical);
  return canonical;
}

function refuseLocalhost(text: string): never {
  const port = /:(\d+)$/.exec(text)?.[1] ?? "PORT";
  refuse("localhost is a name that anyone may answer for", `Write the address: --allow-network=127.0.0.1:${port}`);
}

/** `127.1` and `2130706433` are addresses to a URL parser; who writes a grant must see which one. */
function refuseShorthand(host: string, canonical: CanonicalHost): void {
  if (!canonical.literal || host.startsWith("[") || host === canonical.name) return;
  refuse("an address in short form", `Write it in full: --allow-network=${canonical.name}`);
}

function parseScheme(scheme: string | undefined): HostGrant["scheme"] {
  const lower = scheme?.toLowerCase();
  if (lower === undefined || lower === "http" || lower === "https") return lower;
  return refuse(`the scheme ${lower}`, "Write http:// or https://, or no scheme for both");
}

function parsePort(port: string | undefined): number | undefined {
  if (port === undefined) return undefined;
  if (/^[1-9]\d{0,4}$/.test(port) && Number(port) <= 65_535) return Number(port);
  return refuse("a port that is not 1 to 65535", "Write for example example.com:8443");
}
