/** The addresses of a name, or the code of why there are none (`ENOTFOUND`). */
export type Resolution = { readonly addresses: readonly string[] } | { readonly code: string };

/** Asks once for all addresses of an absolute name. Must settle soon after `signal` aborts. */
export type Resolver = (host: string, signal: AbortSignal) => Promise<Resolution>;

/**
 * Asks the name servers themselves (c-ares), not `dns.lookup`, which is getaddrinfo:
 * - getaddrinfo runs on a thread that nothing can cancel, and a process cannot exit before it returns
 *   (https://github.com/libuv/libuv/issues/364); this resolver is cancelled with the run;
 * - getaddrinfo asks whatever nsswitch.conf lists (mDNS, LLMNR, NetBIOS, the machine's own name), which sends a name
 *   that a guest chose into the local network; here it is one question per address family to one server;
 * - no search domains: `resolve4` has none, and the trailing dot says so.
 *
 * The price: names that only /etc/hosts knows do not resolve. Those are the machine's own; grant their address.
 *
 * @param servers `address:port` of the name servers; without, the system's.
 */
export function createResolver(servers?: readonly string[]): Resolver {
  return async (host, signal) => {
    const resolver = new (process.getBuiltinModule("node:dns").promises.Resolver)();
    if (servers !== undefined) resolver.setServers(servers);
    const cancel = () => resolver.cancel();
    signal.addEventListener("abort", cancel, { once: true });
    const name = `${host}.`;
    const answers = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)]);
    signal.removeEventListener("abort", cancel);
    return combine(answers);
  };
}

/** IPv4 first: where IPv6 is half set up, connecting over it hangs, while a missing IPv4 route fails at once. */
function combine(answers: readonly PromiseSettledResult<readonly string[]>[]): Resolution {
  const addresses = answers.flatMap((answer) => (answer.status === "fulfilled" ? answer.value : []));
  if (addresses.length > 0) return { addresses };
  const codes = answers.flatMap((answer) => (answer.status === "rejected" ? String(answer.reason.code) : []));
  return { code: codes.find((code) => code !== "ENODATA") ?? "ENODATA" };
}
