/** Addresses as wasi:sockets has them. */
export type IpAddress =
  | { readonly tag: "ipv4"; readonly val: readonly number[] }
  | { readonly tag: "ipv6"; readonly val: readonly number[] };

export type Family = IpAddress["tag"];

export type SocketAddress =
  | { readonly tag: "ipv4"; readonly val: { readonly port: number; readonly address: readonly number[] } }
  | {
      readonly tag: "ipv6";
      readonly val: {
        readonly port: number;
        readonly flowInfo: number;
        readonly address: readonly number[];
        readonly scopeId: number;
      };
    };

export function addressText({ tag, val }: SocketAddress): string {
  return tag === "ipv4" ? val.address.join(".") : val.address.map((group) => group.toString(16)).join(":");
}

/** The specification wants an address inside IPv6 written as the IPv4 address that it is. */
export function isMapped({ tag, val }: SocketAddress): boolean {
  return tag === "ipv6" && val.address.slice(0, 5).every((group) => group === 0) && val.address[5] === 0xffff;
}

export function isUnspecified({ val }: SocketAddress): boolean {
  return val.address.every((part) => part === 0);
}

/** @param text an address in canonical spelling */
export function addressIn(text: string): IpAddress {
  return text.includes(":") ? { tag: "ipv6", val: groupsIn(text) } : { tag: "ipv4", val: text.split(".").map(Number) };
}

export function socketAddress([text, port]: readonly [address: string, port: number]): SocketAddress {
  const { tag, val: address } = addressIn(text);
  return tag === "ipv4" ? { tag, val: { port, address } } : { tag, val: { port, flowInfo: 0, address, scopeId: 0 } };
}

/** The eight groups of an IPv6 address; `::` stands for as many zeroes as are missing. */
function groupsIn(text: string): number[] {
  const [head = "", tail] = text.replace(/%.*$/, "").split("::");
  const [before, behind] = [numbersIn(head), numbersIn(tail ?? "")];
  const missing = tail === undefined ? 0 : 8 - before.length - behind.length;
  return [...before, ...new Array<number>(Math.max(0, missing)).fill(0), ...behind];
}

/** Groups in hex, the last of which may be an IPv4 address. */
function numbersIn(text: string): number[] {
  const groups = text === "" ? [] : text.split(":");
  return groups.flatMap((group) => {
    if (!group.includes(".")) return Number.parseInt(group, 16);
    const [a = 0, b = 0, c = 0, d = 0] = group.split(".").map(Number);
    return [a * 256 + b, c * 256 + d];
  });
}
