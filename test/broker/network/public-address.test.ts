import { expect, test } from "vitest";
import { whyNotPublic } from "../../../src/broker/network/public-address.ts";

test.each(["8.8.8.8", "1.1.1.1", "45.45.45.45", "172.32.0.1", "192.167.255.255", "2606:4700::1111", "2a00::1"])(
  "%s is public",
  (address) => expect(whyNotPublic(address, [])).toBeUndefined(),
);

// Both sides of each border: a prefix that is one bit too long or too short shows here.
test.each([
  ["9.255.255.255", "10.0.0.0", "10.255.255.255", "11.0.0.0"],
  ["100.63.255.255", "100.64.0.0", "100.127.255.255", "100.128.0.0"],
  ["126.255.255.255", "127.0.0.0", "127.255.255.255", "128.0.0.0"],
  ["169.253.255.255", "169.254.0.0", "169.254.255.255", "169.255.0.0"],
  ["172.15.255.255", "172.16.0.0", "172.31.255.255", "172.32.0.0"],
  ["192.167.255.255", "192.168.0.0", "192.168.255.255", "192.169.0.0"],
  ["198.17.255.255", "198.18.0.0", "198.19.255.255", "198.20.0.0"],
  ["168.63.129.15", "168.63.129.16", "168.63.129.16", "168.63.129.17"],
  ["2001:db7:ffff::", "2001:db8::", "2001:db8:ffff::", "2001:db9::"],
  ["2001:ffff::", "2002::", "2002:ffff::", "2003::"],
])("%s | %s ... %s | %s", (before, first, last, after) => {
  expect([before, first, last, after].map((address) => whyNotPublic(address, []) === undefined)).toEqual([
    true,
    false,
    false,
    true,
  ]);
});

test("an address of a network that this machine is in is refused, though public to others", () => {
  const prefixes = ["45.45.45.7/24", "2a00:1:2:3::7/64", "10.0.0.1/8"];
  const own = { rule: "own-network", what: "in a network of this machine" };
  expect(whyNotPublic("45.45.45.200", prefixes)).toEqual(own);
  expect(whyNotPublic("2a00:1:2:3:ffff::1", prefixes)).toEqual(own);
  expect(whyNotPublic("45.45.46.1", prefixes)).toBeUndefined();
  expect(whyNotPublic("2a00:1:2:4::1", prefixes)).toBeUndefined();
});
