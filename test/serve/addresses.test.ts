import { describe, expect, test } from "vitest";
import { isAllowedHost } from "../../src/serve/host-header.ts";
import { parseListen } from "../../src/serve/listen-address.ts";

describe("--listen", () => {
  test.each([
    ["127.0.0.1:8080", "127.0.0.1", 8080],
    ["0.0.0.0:0", "0.0.0.0", 0],
    ["[::1]:80", "::1", 80],
    [":8080", "127.0.0.1", 8080],
    ["localhost:65535", "127.0.0.1", 65535],
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

  test("of a server that others reach is whatever it is, unless names are given", () => {
    expect(isAllowedHost("any.example", { host: "0.0.0.0", allowedHosts: [] })).toBe(true);
    expect(isAllowedHost("any.example", { host: "0.0.0.0", allowedHosts: ["own.example"] })).toBe(false);
    expect(isAllowedHost("own.example", { host: "0.0.0.0", allowedHosts: ["own.example"] })).toBe(true);
  });
});
