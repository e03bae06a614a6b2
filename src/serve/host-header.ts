/**
 * Whether a request is meant for this server. A web page can make a name of its own lead to loopback (DNS rebinding),
 * and would then speak for the user to whatever listens there; but its name stands in the Host header.
 */
export function isAllowedHost(
  header: string,
  { host, allowedHosts }: { readonly host: string; readonly allowedHosts: readonly string[] },
): boolean {
  const name = header.replace(/:\d*$/, "").toLowerCase();
  if (allowedHosts.some((allowed) => allowed.toLowerCase() === name)) return true;
  return isLoopback(host) ? LOOPBACK_NAMES.has(name) : allowedHosts.length === 0;
}

/** Whether nobody but this machine reaches what listens there. */
export function isLoopback(host: string): boolean {
  return host === "::1" || /^127(\.\d+){3}$/.test(host);
}

const LOOPBACK_NAMES: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);
