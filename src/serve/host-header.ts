import { SandboxError } from "../errors.ts";

/** What is listened on, an address in its one spelling, and the names that it is reached by beside that. */
interface Place {
  readonly host: string;
  readonly allowedHosts: readonly string[];
}

/**
 * Whether a request is meant for this server. A web page can make a name of its own lead here (DNS rebinding), and would
 * then speak for the user to whatever listens; but its name stands in the Host header.
 */
export function isAllowedHost(header: string, { host, allowedHosts }: Place): boolean {
  const name = nameIn(header.replace(/:\d*$/, ""));
  return name === host || allowedHosts.map(nameIn).includes(name) || (isLoopback(host) && LOOPBACK_NAMES.has(name));
}

/** @throws SandboxError when nobody could know by which name the server is reached */
export function checkHosts({ host, allowedHosts }: Place): void {
  if (allowedHosts.length > 0 || !WILDCARDS.has(host)) return;
  throw new SandboxError("usage", `${host} is every address of this machine, and no name of it`, {
    hint: "add --allow-host NAME for each name or address that clients reach it by",
  });
}

/** Whether nobody but this machine reaches what listens there. */
function isLoopback(host: string): boolean {
  return host === "::1" || /^127(\.\d+){3}$/.test(host);
}

function nameIn(host: string): string {
  return host.replace(/^\[(.*)\]$/, "$1").toLowerCase();
}

const LOOPBACK_NAMES: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "::1"]);
const WILDCARDS: ReadonlySet<string> = new Set(["0.0.0.0", "::"]);
