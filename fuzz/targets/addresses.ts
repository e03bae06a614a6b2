import assert from "node:assert/strict";
import fc from "fast-check";
import { judgeUrl } from "../../src/broker/network/judge.ts";
import { judgeAddresses } from "../../src/broker/network/judge-addresses.ts";
import { whyNotPublic } from "../../src/broker/network/public-address.ts";
import { redirected } from "../../src/broker/network/redirect.ts";
import { isStop } from "../../src/broker/network/stop.ts";
import { authority, parseTarget } from "../../src/broker/network/target.ts";
import { canonicalHost } from "../../src/policy/canonical-host.ts";
import type { NetworkGrants } from "../../src/policy/grants.ts";
import { fromHex, hex } from "../bytes.ts";
import { defineTarget } from "../target.ts";
import { dotted, groupsOf, isSpecial, spellingsOfIpv4, spellingsOfIpv6 } from "./address-spellings.ts";

const PUBLIC_INTERNET: NetworkGrants = { all: true, hosts: [], tcp: [], denied: [] };

/** Prefixes that mean something, so that random addresses meet them. */
const prefixed = (prefixes: readonly string[], length: number) =>
  fc
    .tuple(fc.constantFrom("", "", ...prefixes), hex(fc.uint8Array({ minLength: length, maxLength: length })))
    .map(([prefix, rest]) => (prefix + rest).slice(0, length * 2));

const ipv4 = prefixed(
  ["0a", "7f", "a9fe", "ac10", "c0a8", "6440", "a83f8110", "e0", "ff", "00", "08080808", "c6336400"],
  4,
);
const ipv6 = prefixed(
  [
    "fe80",
    "fd00",
    "ff02",
    "2002",
    "0064ff9b0000",
    "0064ff9b0001",
    "00".repeat(12),
    `${"00".repeat(10)}ffff`,
    "00000000000000000000ffff7f",
    "2001",
    "20010db8",
    "2606470047",
  ],
  16,
);
const text = fc.oneof(
  fc.webUrl(),
  fc.string({ unit: "binary", maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        "http",
        "https",
        "://",
        ":",
        "/",
        "\\",
        "@",
        "[",
        "]",
        "%",
        ".",
        "0x",
        "127",
        "::1",
        "ffff",
        "a",
        "\t",
        "\0",
        "。",
        "①",
        "ß",
        "#",
        "?",
        "localhost",
      ),
      { maxLength: 14 },
    )
    .map((parts) => parts.join("")),
);

/** Hosts and addresses: every spelling is judged like its canonical form, and none makes a private address public. */
export const addresses = defineTarget({
  name: "addresses",
  inputs: fc.record({ ipv4, ipv6, spelling: fc.nat(0xffff_ffff), text }),
  gateRuns: 300,
  check(input) {
    const [four, six] = [fromHex(input.ipv4), fromHex(input.ipv6)];
    const canonical = mapped(six) ?? new URL(`http://[${groupsOf(six).join(":")}]/`).hostname.slice(1, -1);
    const special = isSpecial(mapped(six) === undefined ? six : six.subarray(12));
    checkAll(spellingsOfIpv4(four, input.spelling), dotted(four), isSpecial(four), input.spelling);
    checkAll(spellingsOfIpv6(six, input.spelling), canonical, special, input.spelling);
    checkText(input.text);
  },
});

function mapped(six: Buffer): string | undefined {
  return six.toString("hex", 0, 12) === `${"00".repeat(10)}ffff` ? dotted(six.subarray(12)) : undefined;
}

/** Every spelling as a URL's host; one of them also as a resolver's answer and in redirects, which costs more. */
function checkAll(hosts: readonly string[], canonical: string, special: boolean, choice: number): void {
  for (const host of hosts) checkSpelling(host, canonical, special);
  const chosen = hosts[choice % hosts.length] ?? canonical;
  checkAddress(chosen, canonical);
  checkRedirect(chosen, canonical);
}

/** @param host as it stands in a URL, with brackets around IPv6 */
function checkSpelling(host: string, canonical: string, special: boolean): void {
  const target = parseTarget(`http://${host}:8080/`);
  assert(!isStop(target), `${host} is not taken`);
  assert.deepEqual([target.host, target.literal, target.port], [canonical, true, 8080], host);
  assert.equal(parseTarget(`http://${authority(target)}/`, undefined)["host" as never], canonical);
  assert.deepEqual(canonicalHost(new URL(`http://${authority(target)}/`).hostname), { name: canonical, literal: true });
  if (special) assert.notEqual(whyNotPublic(canonical, []), undefined, `${canonical} is taken for public`);
}

/** The same from a resolver, which gives addresses without brackets; it may not spell IPv4 in short. */
function checkAddress(host: string, canonical: string): void {
  const permit = judgeUrl(PUBLIC_INTERNET, "http://example.com/");
  assert(!isStop(permit));
  const [spelled, plain] = [host.replace(/^\[|\]$/g, ""), canonical].map((address) =>
    judgeAddresses(PUBLIC_INTERNET, permit, [address]),
  );
  if (spelled && isStop(spelled) && spelled.kind === "failed") return;
  assert.deepEqual(spelled, plain, `${host} from a resolver`);
}

function checkRedirect(host: string, canonical: string): void {
  const permit = judgeUrl(PUBLIC_INTERNET, "https://example.com/a");
  assert(!isStop(permit));
  const from = { method: "GET", permit, headers: [["authorization", "x"]], body: undefined } as never;
  for (const location of [`//${host}/`, `http://${host}/`, `HTTPS:\\\\${host}\\x`]) {
    const next = redirected(PUBLIC_INTERNET, from, 302, location);
    assert(!isStop(next), location);
    assert.equal(next.permit.target.host, canonical, location);
    assert.deepEqual(next.headers, [], location);
  }
}

/** Any text is a target or a stop; printing a target and reading it again gives the same. */
function checkText(url: string): void {
  const target = parseTarget(url);
  judgeUrl(PUBLIC_INTERNET, url);
  if (isStop(target)) return;
  const again = parseTarget(`${target.scheme}://${authority(target)}/`);
  assert(!isStop(again), url);
  const facts = ({ scheme, host, port, literal }: typeof target) => ({ scheme, host, port, literal });
  assert.deepEqual(facts(again), facts(target), url);
  assert.deepEqual(facts(target), facts(parseTarget(target.url.href) as typeof target), url);
}
