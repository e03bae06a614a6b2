export interface CanonicalHost {
  /** Lower-case ASCII without brackets or trailing dot; an IPv4 address inside IPv6 (`::ffff:a.b.c.d`) as itself. */
  readonly name: string;
  /** An IP address, not a name. */
  readonly literal: boolean;
}

/**
 * The one spelling of a host that grants and requests are compared in; `undefined` when it is neither an IP address
 * nor a DNS name.
 *
 * @param hostname `hostname` of a WHATWG `http:` or `https:` URL, which has already turned numeric forms
 *   (`2130706433`, `0x7f.1`, `0177.0.0.1`, full-width digits) into dotted IPv4 and names into punycode.
 */
export function canonicalHost(hostname: string): CanonicalHost | undefined {
  if (hostname.startsWith("[")) return { name: withoutMapping(hostname.slice(1, -1)), literal: true };
  if (IPV4.test(hostname)) return { name: hostname, literal: true };
  const name = hostname.endsWith(".") ? hostname.slice(0, -1) : hostname;
  return isDnsName(name) ? { name, literal: false } : undefined;
}

// A URL parser fails on a host whose last label is numeric unless the whole is an IPv4 address: this shape suffices.
const IPV4 = /^\d+\.\d+\.\d+\.\d+$/;

const MAPPED = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/;

function withoutMapping(ipv6: string): string {
  const halves = MAPPED.exec(ipv6)
    ?.slice(1)
    .map((half) => Number.parseInt(half, 16));
  return halves?.flatMap((half) => [half >> 8, half & 0xff]).join(".") ?? ipv6;
}

/**
 * Stricter than WHATWG, which lets `$(reboot)` and quotes stand in a host: hosts appear in hints that people paste into
 * a shell. Lengths: RFC 1035 section 2.3.4. Underscores and outer hyphens are no host names but do resolve.
 */
function isDnsName(name: string): boolean {
  return name.length <= 253 && name.split(".").every((label) => /^[a-z0-9_-]{1,63}$/.test(label));
}
