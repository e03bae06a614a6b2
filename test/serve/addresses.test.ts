import { describe, expect, test } from "vitest";
import { checkHosts, isAllowedHost } from "../../src/serve/host-header.ts";
import { parseListen } from "../../src/serve/listen-address.ts";

describe("--listen", () => {
  test.each([
    ["127.0.0.1:8080", "127.0.0.1", 8080],
    ["0.0.0.0:0", "0.0.0.0", 0],
    ["[::1]:80", "::1", 80],
    [":8080", "127.0.0.1", 8080],
    ["localhost:65535", "127.0.0.1", 65535],
    ["[0:0:0:0:0:0:0:1]:1", "::1", 1],
    ["[::ffff:127.0.0.1]:1", "127.0.0.1", 1],
    ["[0::0]:1", "::", 1],
  ])("%s", (text, host, port) => expect(parseListen(text)).toEqual({ host, port }));

  test.each([
    "",
    "8080",
    "127.0.0.1",
    "127.0.0.1:",
    "127.0.0.1:65536",
    "::1:80",
    "[127.0.0.1]:80",
    "example.com:80",
    "127.1:80",
    "[::1%lo]:80x",
  ])("%j is none", (text) => expect(() => parseListen(text)).toThrow("is no address and port"));
});

describe("a Host header", () => {
  const loopback = { host: "127.0.0.1", allowedHosts: ["Good.example"] };

  test.each(["localhost", "localhost:1", "127.0.0.1:8080", "[::1]:8080", "good.example:80"])(
    "%j is loopback's",
    (header) => expect(isAllowedHost(header, loopback)).toBe(true),
  );

  test.each([
    "",
    "evil.example",
    "localhost.evil.example",
    "127.0.0.1.evil.example",
    "good.example.evil.example",
    "127.0.0.2",
  ])("%j is not", (header) => expect(isAllowedHost(header, loopback)).toBe(false));

  test.each(["127.0.0.1", "::1", "127.0.0.2"])("of %s may be what is listened on, and nobody else's name", (host) => {
    const place = { host, allowedHosts: [] };
    for (const header of [host.includes(":") ? `[${host}]:8080` : host, "localhost", "127.0.0.1", "[::1]"]) {
      expect([header, isAllowedHost(header, place)]).toEqual([header, true]);
    }
    expect(isAllowedHost("evil.example", place)).toBe(false);
  });

  test("of a server that others reach is its address, or a name that was given", () => {
    for (const host of ["192.0.2.1", "0.0.0.0", "::"]) {
      expect(isAllowedHost("any.example", { host, allowedHosts: [] })).toBe(false);
      expect(isAllowedHost("localhost", { host, allowedHosts: ["own.example"] })).toBe(false);
      expect(isAllowedHost("own.example:80", { host, allowedHosts: ["own.example"] })).toBe(true);
      expect(isAllowedHost("[2001:db8::1]", { host, allowedHosts: ["[2001:db8::1]"] })).toBe(true);
    }
    expect(isAllowedHost("192.0.2.1:80", { host: "192.0.2.1", allowedHosts: [] })).toBe(true);
  });

  test.each(["0.0.0.0", "::"])("needs a name where %s is listened on", (host) => {
    expect(() => checkHosts({ host, allowedHosts: [] })).toThrow("every address of this machine");
    checkHosts({ host, allowedHosts: ["own.example"] });
    checkHosts({ host: "192.0.2.1", allowedHosts: [] });
  });
});
