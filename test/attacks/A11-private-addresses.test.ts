import os, { networkInterfaces } from "node:os";
import { describe, expect, onTestFinished, test } from "vitest";
import { createResolver } from "../../src/broker/network/resolver.ts";
import { parseHostGrant } from "../../src/policy/host-grant.ts";
import { startDnsServer } from "../broker/network/support/dns-server.ts";
import { EVERYTHING, granting, named, network, PUBLIC, routed } from "../broker/network/support/network.ts";
import { startHttp } from "../broker/network/support/servers.ts";

const FORBIDDEN = {
  "cloud metadata": "169.254.169.254",
  "cloud metadata, IPv6": "[fd00:ec2::254]",
  "Azure host agent": "168.63.129.16",
  "Alibaba metadata in the shared range": "100.100.100.200",
  "Oracle metadata": "192.0.0.192",
  loopback: "127.0.0.1",
  "loopback, further on": "127.255.255.254",
  "loopback, IPv6": "[::1]",
  "this host": "0.0.0.0",
  "this host, IPv6": "[::]",
  "private, 10/8": "10.0.0.1",
  "private, 172.16/12": "172.31.255.255",
  "private, 192.168/16": "192.168.1.1",
  "unique local": "[fdff::1]",
  "link-local, IPv6": "[fe80::1]",
  "site-local": "[fec0::1]",
  "v4-mapped loopback": "[::ffff:127.0.0.1]",
  "v4-mapped private, in hex": "[::ffff:a00:1]",
  "v4-compatible": "[::127.0.0.1]",
  "v4-compatible, of a public address": "[::8.8.8.8]",
  "translated (RFC 6145)": "[::ffff:0:127.0.0.1]",
  NAT64: "[64:ff9b::127.0.0.1]",
  "NAT64, of a public address": "[64:ff9b::8.8.8.8]",
  "local NAT64": "[64:ff9b:1::10.0.0.1]",
  "6to4": "[2002:7f00:1::]",
  Teredo: "[2001:0:4136:e378:8000:63bf:3fff:fdd2]",
  "documentation, IPv6": "[2001:db8::1]",
  "documentation, 192.0.2/24": "192.0.2.1",
  "documentation, 198.51.100/24": "198.51.100.1",
  "documentation, 203.0.113/24": "203.0.113.1",
  benchmarking: "198.18.0.1",
  multicast: "224.0.0.1",
  "multicast, IPv6": "[ff02::1]",
  broadcast: "255.255.255.255",
  reserved: "240.0.0.1",
  "outside of global unicast (mesh overlay)": "[200::1]",
};

describe("A11: addresses that are not public", () => {
  test.each(Object.entries(FORBIDDEN))("%s is refused under a plain --allow-network", async (_, host) => {
    const { connect, dialled } = routed({});
    const decision = await network(EVERYTHING, { connect }).get(`http://${host}:8080/latest/meta-data/`);
    expect(decision).toMatchObject({ kind: "denied", rule: "private-address" });
    expect(decision).toHaveProperty("hint", expect.stringMatching(/^--allow-network=\S+:8080$/));
    expect(dialled).toEqual([]);
  });

  test.each(Object.entries(FORBIDDEN))("%s is refused as the address of a granted name", async (_, host) => {
    const { connect, dialled } = routed({});
    const { resolve } = named({ "example.com": [PUBLIC, host.replace(/[[\]]/g, "")] });
    const decision = await network(granting("example.com"), { connect, resolve }).get("http://example.com/");
    expect(decision).toMatchObject({ kind: "denied", rule: "private-address" });
    expect(dialled).toEqual([]);
  });

  test("a server on loopback hears nothing, and everything once its very address and port are granted", async () => {
    const server = await startHttp((_, response) => response.end("inside"));
    const url = `http://127.0.0.1:${server.port}/`;
    for (const grants of [EVERYTHING, granting("127.0.0.1"), granting(`127.0.0.2:${server.port}`), granting(`*.com`)]) {
      expect(await network(grants).get(url)).toMatchObject({ kind: "denied" });
    }
    expect(server.connections()).toBe(0);
    const denial = await network(EVERYTHING).get(url);
    expect(denial).toHaveProperty("hint", `--allow-network=127.0.0.1:${server.port}`);
    const granted = await network(granting(`127.0.0.1:${server.port}`)).get(url);
    expect(granted).toEqual({ kind: "done", value: "inside", rule: `--allow-network=127.0.0.1:${server.port}` });
  });

  test("a grant that is not marked as an address opens none", async () => {
    const server = await startHttp((_, response) => response.end("inside"));
    const hosts = [{ ...parseHostGrant(`127.0.0.1:${server.port}`), literal: false }];
    const decision = await network({ all: false, hosts, tcp: [], denied: [] }).get(`http://127.0.0.1:${server.port}/`);
    expect(decision).toMatchObject({ kind: "denied", rule: "private-address" });
    expect(server.connections()).toBe(0);
  });

  test("a public address of this machine's own networks is refused, by the prefixes of its interfaces", async () => {
    const own = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
    for (const { address, family, internal } of own) {
      if (internal) continue;
      const host = family === "IPv6" ? `[${address}]` : address;
      const decision = await network(EVERYTHING).get(`http://${host}:9/`);
      expect(decision).toMatchObject({
        kind: "denied",
        rule: expect.stringMatching(/^(own-network|private-address)$/),
      });
    }
  });

  test("a network that an interface of this machine is in is refused, by address and as what a name leads to", async () => {
    const cidrs = ["45.45.45.7/24", "2001:4860::7/64"];
    const interfaces = { tun0: cidrs.map((cidr) => ({ cidr, internal: false })) };
    const { networkInterfaces: real } = os;
    os.networkInterfaces = () => interfaces as unknown as ReturnType<typeof real>;
    onTestFinished(() => {
      os.networkInterfaces = real;
    });
    const { connect, dialled } = routed({});
    for (const host of [PUBLIC, "2001:4860::9"]) {
      const { resolve } = named({ "example.com": [host] });
      const here = network({ ...EVERYTHING, ...granting("example.com"), all: true }, { connect, resolve });
      for (const url of [`http://${host.includes(":") ? `[${host}]` : host}/`, "http://example.com/"]) {
        expect(await here.get(url)).toMatchObject({ kind: "denied", rule: "own-network" });
      }
    }
    expect(dialled).toEqual([]);
  });

  test("the guest does not learn which private address a name has; the operator's hint does", async () => {
    const { resolve } = named({ "intranet.example.com": ["10.1.2.3"] });
    const decision = await network(granting("*.example.com"), { resolve }).get("http://intranet.example.com/");
    expect(decision).toMatchObject({ kind: "denied", hint: "--allow-network=10.1.2.3:80" });
    expect(decision).toHaveProperty("reason", expect.not.stringContaining("10.1.2.3"));
  });

  test("a denied name causes no DNS query; a granted one is asked for", async () => {
    const dns = await startDnsServer(() => []);
    const resolve = createResolver([dns.server]);
    const some = network(granting("example.com", "*.example.org"), { resolve });
    for (const host of ["evil.com", "example.com.evil.com", "evil-example.com", "example.org", "www.example.com"]) {
      expect(await some.get(`http://${host}/`)).toMatchObject({ kind: "denied", rule: "default-deny" });
    }
    const all = network(EVERYTHING, { resolve });
    for (const host of ["localhost", "a.localhost", "intranet", "printer.local", "metadata.google.internal"]) {
      expect(await all.get(`http://${host}/`)).toMatchObject({ kind: "denied" });
    }
    expect(await network(granting(), { resolve }).get("http://example.com/")).toMatchObject({ kind: "denied" });
    expect(dns.questions).toEqual([]);
    expect(await some.get("http://example.com/")).toMatchObject({ kind: "failed" });
    expect(new Set(dns.questions.map(({ name }) => name))).toEqual(new Set(["example.com"]));
  });
});
