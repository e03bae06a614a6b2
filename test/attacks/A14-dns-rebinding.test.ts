import { describe, expect, test } from "vitest";
import { createResolver } from "../../src/broker/network/resolver.ts";
import { startDnsServer } from "../broker/network/support/dns-server.ts";
import { EVERYTHING, granting, network, PUBLIC, routed } from "../broker/network/support/network.ts";
import { startHttp } from "../broker/network/support/servers.ts";

const ONE_RESOLUTION = [
  { name: "rebind.com", type: "A" },
  { name: "rebind.com", type: "AAAA" },
];

describe("A14: DNS rebinding", () => {
  test("public at the first answer, private at the second: one resolution, and that address is dialled", async () => {
    const server = await startHttp((request, response) => response.end(`public, asked as ${request.headers.host}`));
    const dns = await startDnsServer((_, nth) => [nth === 1 ? PUBLIC : "127.0.0.1"]);
    const { connect, dialled } = routed({ [PUBLIC]: server.port });
    const online = network(granting("rebind.com"), { connect, resolve: createResolver([dns.server]) });
    const decision = await online.get("http://rebind.com/");
    expect(decision).toMatchObject({ kind: "done", value: "public, asked as rebind.com" });
    expect(dns.questions).toEqual(expect.arrayContaining(ONE_RESOLUTION));
    expect(dns.questions).toHaveLength(ONE_RESOLUTION.length);
    expect(dialled).toEqual([`${PUBLIC} 80`]);
    expect(await online.get("http://rebind.com/")).toMatchObject({ kind: "denied", rule: "private-address" });
    expect(dialled).toHaveLength(1);
  });

  test("a redirect to itself is resolved and judged again", async () => {
    const server = await startHttp((_, response) => response.writeHead(302, { location: "/again" }).end());
    const dns = await startDnsServer((_, nth) => [nth === 1 ? PUBLIC : "169.254.169.254"]);
    const { connect, dialled } = routed({ [PUBLIC]: server.port });
    const decision = await network(EVERYTHING, { connect, resolve: createResolver([dns.server]) }).get(
      "http://rebind.com/",
    );
    expect(decision).toMatchObject({ kind: "denied", rule: "private-address" });
    expect(dns.questions).toHaveLength(2 * ONE_RESOLUTION.length);
    expect(dialled).toEqual([`${PUBLIC} 80`]);
  });

  test("public and private in one answer: refused, in any order", async () => {
    const dns = await startDnsServer((_, nth) => (nth === 1 ? [PUBLIC, "127.0.0.1"] : ["127.0.0.1", PUBLIC]));
    const { connect, dialled } = routed({});
    const online = network(EVERYTHING, { connect, resolve: createResolver([dns.server]) });
    for (const _ of ["public first", "private first"]) {
      expect(await online.get("http://rebind.com/")).toMatchObject({ kind: "denied", rule: "private-address" });
    }
    expect(dialled).toEqual([]);
  });

  test("the listening server on loopback that the name points to sees no connection", async () => {
    const server = await startHttp((_, response) => response.end("inside"));
    const dns = await startDnsServer(() => ["127.0.0.1"]);
    const online = network(EVERYTHING, { resolve: createResolver([dns.server]) });
    expect(await online.get(`http://rebind.com:${server.port}/`)).toMatchObject({ kind: "denied" });
    expect(server.connections()).toBe(0);
  });
});
