import { BlockList } from "node:net";

/** An IPv4 address as everybody writes it. */
export function dotted(four: Uint8Array): string {
  return [...four].join(".");
}

/** The eight groups of an IPv6 address, in hex without leading zeros. */
export function groupsOf(six: Buffer): string[] {
  return Array.from({ length: 8 }, (_, index) => six.readUInt16BE(index * 2).toString(16));
}

/** Ways to write an IPv4 address in a URL that mean the same to WHATWG's parser. The choice picks bases and cases. */
export function spellingsOfIpv4(four: Buffer, choice: number): string[] {
  const [a = 0, b = 0, c = 0, d = 0] = four;
  const number = (value: number, place: number) => inBase(value, (choice >>> (place * 2)) & 3);
  const parts = [
    [a, b, c, d],
    [a, b, c * 256 + d],
    [a, (b * 256 + c) * 256 + d],
    [((a * 256 + b) * 256 + c) * 256 + d],
  ].map((values) => values.map(number));
  const joined = parts.map((values) => values.join("."));
  const odd = [parts[0]?.join("。") ?? "", fullWidth(dotted(four)), encoded(dotted(four))];
  return [dotted(four), ...joined, ...joined.map((host) => `${host}.`), ...odd];
}

/** Ways to write an IPv6 address in a URL, brackets around it. */
export function spellingsOfIpv6(six: Buffer, choice: number): string[] {
  const groups = groupsOf(six);
  const padded = groups.map((group) => group.padStart(4, "0"));
  const withIpv4 = [...groups.slice(0, 6), dotted(six.subarray(12))];
  const spelled = [
    groups.join(":"),
    padded.join(":"),
    withIpv4.join(":"),
    ...[groups, withIpv4].flatMap((all) => shortened(all, choice)),
  ];
  return spelled.flatMap((text) => [`[${text}]`, `[${text.toUpperCase()}]`]);
}

/** IANA's special-purpose registries, and what is not given out; one list a family, for Node maps between them. */
const SPECIAL = {
  ipv4: [
    ...[
      "0.0.0.0/8",
      "10.0.0.0/8",
      "100.64.0.0/10",
      "127.0.0.0/8",
      "168.63.129.16/32",
      "169.254.0.0/16",
      "172.16.0.0/12",
    ],
    ...["192.0.0.0/24", "192.0.2.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24"],
    ...["224.0.0.0/4", "240.0.0.0/4"],
  ],
  ipv6: ["::/3", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "4000::/2", "8000::/1"],
} as const;

const LISTS = { ipv4: blockList("ipv4"), ipv6: blockList("ipv6") };

/** Whether an address of 4 or 16 bytes is one that nobody on the public internet has. */
export function isSpecial(address: Buffer): boolean {
  if (address.length === 4) return LISTS.ipv4.check(dotted(address), "ipv4");
  return LISTS.ipv6.check(groupsOf(address).join(":"), "ipv6");
}

function blockList(family: keyof typeof SPECIAL): BlockList {
  const list = new BlockList();
  for (const prefix of SPECIAL[family]) {
    const [address = "", bits] = prefix.split("/");
    list.addSubnet(address, Number(bits), family);
  }
  return list;
}

function inBase(value: number, base: number): string {
  if (base === 1) return `0x${value.toString(16)}`;
  if (base === 2) return `0${value.toString(8)}`;
  return base === 3 ? `0X000${value.toString(16).toUpperCase()}` : String(value);
}

/** `::` in place of one stretch of zero groups, where there is one. */
function shortened(groups: readonly string[], choice: number): string[] {
  const zeros = groups.flatMap((group, index) => (group === "0" ? [index] : []));
  const start = zeros[choice % Math.max(zeros.length, 1)];
  if (start === undefined) return [];
  let end = start;
  while (groups[end] === "0") end += 1;
  return [`${groups.slice(0, start).join(":")}::${groups.slice(end).join(":")}`];
}

function fullWidth(text: string): string {
  return text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

function encoded(text: string): string {
  return text.replace(/\d/g, (digit) => `%3${digit}`);
}
