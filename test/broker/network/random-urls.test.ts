import { BlockList, isIP, Socket } from "node:net";
import { expect, test } from "vitest";
import { EVERYTHING, network } from "./support/network.ts";
import { createRandom, type Random } from "./support/random.ts";

/** Written from IANA's special-purpose registries, independently of the code under test. */
const special = {
  ipv4: blockList("ipv4", [
    "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 168.63.129.16/32 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24",
    "192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4",
  ]),
  ipv6: blockList("ipv6", ["::/3 2001::/23 2001:db8::/32 2002::/16 3fff::/20 4000::/2 8000::/1"]),
};

/** One list for each family: Node holds IPv4 addresses against IPv6 prefixes too, as `::ffff:a.b.c.d`. */
function blockList(family: "ipv4" | "ipv6", lines: readonly string[]): BlockList {
  const list = new BlockList();
  for (const [address = "", bits] of lines
    .join(" ")
    .split(" ")
    .map((prefix) => prefix.split("/"))) {
    list.addSubnet(address, Number(bits), family);
  }
  return list;
}

function isPublic(address: string): boolean {
  if (isIP(address) === 4) return !special.ipv4.check(address, "ipv4");
  return isIP(address) === 6 && !special.ipv6.check(address, "ipv6");
}

test("no URL and no DNS answer leads to an address that is not public", async () => {
  const random = createRandom(20_260_101);
  const dialled: string[] = [];
  const online = network(EVERYTHING, {
    resolve: async () => ({ addresses: Array.from({ length: 1 + random.below(3) }, () => rawAddress(random)) }),
    connect: (address) => {
      dialled.push(address);
      return new Socket().destroy(new Error("recorded"));
    },
  });
  const kinds = { denied: 0, failed: 0, done: 0, limit: 0 };
  for (let count = 0; count < 5000; count += 1) kinds[(await online.get(randomUrl(random))).kind] += 1;
  expect(dialled.filter((address) => !isPublic(address))).toEqual([]);
  // Both outcomes are common, or this would prove nothing.
  expect(kinds).toMatchObject({ done: 0, limit: 0 });
  expect(Math.min(kinds.denied, kinds.failed, dialled.length)).toBeGreaterThan(250);
});

function randomUrl(random: Random): string {
  const scheme = random.pick("http://", "https://", "HTTP://", "http:\\\\", "http:/", "//", "ftp://");
  const userinfo = random.pick("", "", "", "", "", "user@", "8.8.8.8@", "8.8.8.8:80@");
  const port = random.pick("", "", ":80", ":8080", ":0", ":65536", `:${random.below(65_536)}`);
  return (
    scheme + userinfo + randomHost(random) + port + random.pick("", "/", "/a?b#c", "#@8.8.8.8/", "\\@8.8.8.8/", "?@x")
  );
}

function randomHost(random: Random): string {
  const ipv6 = () => `[${rawIpv6(random)}]`;
  return random.pick(numericIpv4, numericIpv4, ipv6, ipv6, randomName)(random) + random.pick("", "", "", ".");
}

function randomName(random: Random): string {
  return random.pick(
    "example.com",
    "EXAMPLE.com",
    "ｅxample.com",
    "127.0.0.1.nip.io",
    "localhost",
    "a.b",
    "x",
    "1.2.3.4.5",
  );
}

/** One IPv4 address in any of the spellings that URL parsers take. */
function numericIpv4(random: Random): string {
  const octets = rawIpv4(random).split(".").map(Number);
  const [a = 0, b = 0, c = 0, d = 0] = octets;
  const spelled = (value: number) =>
    random.pick(`${value}`, `0x${value.toString(16)}`, `0${value.toString(8)}`, `%3${value % 10}`);
  return random.pick(
    octets.join("."),
    octets.map(spelled).join("."),
    spelled(a * 2 ** 24 + b * 2 ** 16 + c * 256 + d),
    [a, b * 2 ** 16 + c * 256 + d].map(spelled).join("."),
    [a, b, c * 256 + d].map(spelled).join("."),
    octets.join("。"),
  );
}

function rawAddress(random: Random): string {
  return random.pick(rawIpv4, rawIpv6)(random);
}

function rawIpv4(random: Random): string {
  const octet = () => random.below(256);
  const anywhere = `${octet()}.${octet()}.${octet()}.${octet()}`;
  const inner = [`10.0.0.${octet()}`, `127.0.${octet()}.1`, `192.168.0.${octet()}`, `169.254.${octet()}.254`] as const;
  return random.pick(
    anywhere,
    anywhere,
    anywhere,
    `172.${octet()}.0.1`,
    `100.${octet()}.0.1`,
    "168.63.129.16",
    ...inner,
  );
}

function rawIpv6(random: Random): string {
  const group = () => random.below(0x10000).toString(16);
  const prefix = random.pick(
    "2606",
    "2a00",
    "2001:4860",
    "2002",
    "fe80",
    "fd00",
    "64:ff9b",
    "64:ff9b:1",
    "ff02",
    group(),
  );
  const embedding = random.pick("::", "::ffff:", "::FFFF:0:", "64:ff9b::", "2606:4700::", "0:0:0:0:0:ffff:");
  return random.pick(`${prefix}::${group()}`, `${prefix}:${group()}::`, "::1", "::", embedding + rawIpv4(random));
}
