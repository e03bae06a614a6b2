import { describe, expect, test } from "vitest";
import { describeGrants } from "../../src/policy/describe.ts";
import { type GrantFlags, resolveGrants } from "../../src/policy/resolve.ts";

const ENVIRONMENT = { HOME: "/home/me", TOKEN: "sk-live-0123456789", EMPTY: "" };
const resolved = (flags: GrantFlags) => resolveGrants(flags, "/work", ENVIRONMENT);

describe("resolveGrants", () => {
  test("nothing given is nothing allowed", () => {
    expect(resolved({})).toEqual({
      fsRead: { all: false, paths: [], denied: [] },
      fsWrite: { all: false, paths: [], denied: [] },
      dirs: [],
      network: { all: false, hosts: [], tcp: [], denied: [] },
      env: {},
      sources: {},
    });
  });

  test("paths are absolute and normalised, and remember how they were written", () => {
    const { fsRead, sources } = resolved({ fsRead: ["./data,/etc//hosts", "../x/"] });
    expect(fsRead.paths).toEqual(["/work/data", "/etc/hosts", "/x"]);
    expect(sources).toEqual({
      "--allow-fs-read=/work/data": "--allow-fs-read=./data",
      "--allow-fs-read=/etc/hosts": "--allow-fs-read=/etc//hosts",
      "--allow-fs-read=/x": "--allow-fs-read=../x/",
    });
  });

  test("a raw connection is a grant of its own kind", () => {
    const { network } = resolved({ network: ["tcp://DB.example.com:5432,example.com", "tcp://[::1]:5432"] });
    expect(network.tcp).toEqual([
      { text: "tcp://DB.example.com:5432", host: "db.example.com", port: 5432, literal: false },
      { text: "tcp://[::1]:5432", host: "::1", port: 5432, literal: true },
    ]);
    expect(network.hosts.map(({ text }) => text)).toEqual(["example.com"]);
  });

  test.each([
    ["tcp://db.example.com"],
    ["tcp://*.example.com:5432"],
    ["tcp://http://example.com:80"],
    ["tcp://localhost:5432"],
    ["tcp://user@db:5432"],
    ["tcp://db:5432/x"],
    ["tcp://127.1:5432"],
    ["tcp://"],
    ["udp://db:53"],
  ])("%s is no raw connection", (text) => {
    expect(() => resolved({ network: [text] })).toThrow(/Invalid --allow-network value/);
  });

  test("variables by name take the operator's value, and one that is missing is not set", () => {
    const { env } = resolved({ env: ["HOME,NOPE", "EMPTY"], envValues: ["A=1", "A=2", "HOME=/nowhere"] });
    expect(env).toEqual({ HOME: "/nowhere", EMPTY: "", A: "2" });
  });

  test.each(["constructor", "__proto__", "toString"])("%s is not found in the environment's prototype", (name) => {
    expect(Object.entries(resolved({ env: [name] }).env)).toEqual([]);
    expect(Object.entries(resolved({ envValues: [`${name}=x`] }).env)).toEqual([[name, "x"]]);
  });

  test.each([
    [{ env: [true] }, /needs the names/],
    [{ env: ["A,"] }, /empty value/],
    [{ env: ["A B"] }, /needs names/],
    [{ fsRead: [""] }, /empty value/],
    [{ fsWrite: ["a\0b"] }, /no file can have/],
    [{ deny: { fsRead: [","] } }, /--deny-fs-read has an empty value/],
    [{ deny: { network: ["http://"] } }, /Invalid --deny-network value/],
    [{ deny: { env: ["A=b"] } }, /--deny-env needs names/],
    [{ dirs: ["/a::/x", "/b::/x"] }, /same name inside/],
  ] as const)("%j is refused", (flags, message) => {
    expect(() => resolved(flags)).toThrow(message);
  });

  test("--allow-env=NAME=VALUE does not repeat what may be a secret", () => {
    expect(() => resolved({ env: ["TOKEN=sk-live-0123456789"] })).toThrow(/got a NAME=VALUE$/);
  });
});

describe("denials win", () => {
  test("a path that lies in what is denied is not granted; one around it is, with the denial beside it", () => {
    const { fsRead } = resolved({ fsRead: ["/data,/data/secret/x,/data-evil"], deny: { fsRead: ["/data/secret"] } });
    expect(fsRead).toEqual({ all: false, paths: ["/data", "/data-evil"], denied: ["/data/secret"] });
  });

  test("a bare denial takes the whole capability, however it was granted", () => {
    const everything: GrantFlags = {
      fsRead: [true, "/a"],
      fsWrite: [true, "/a"],
      network: [true, "example.com", "tcp://db:1"],
      env: ["HOME"],
      envValues: ["A=1"],
      dirs: ["/a::/in"],
    };
    const granted = resolved({
      ...everything,
      deny: { fsRead: [true], fsWrite: [true], network: [true], env: [true] },
    });
    expect(describeGrants(granted)).toEqual(describeGrants(resolved({})));
  });

  test("a folder that may not be read is not there; one that may not be written is read-only", () => {
    const dirs = ["/data/a::/a", "/data/b::/b"];
    expect(resolved({ dirs, deny: { fsRead: ["/data/a"] } }).dirs.map(({ guest }) => guest)).toEqual(["/b"]);
    expect(resolved({ dirs, deny: { fsWrite: ["/data/a"] } }).dirs.map(({ readOnly }) => readOnly)).toEqual([
      true,
      false,
    ]);
    expect(resolved({ dirs, deny: { fsWrite: [true] } }).dirs.every(({ readOnly }) => readOnly)).toBe(true);
  });

  test.each([
    ["example.com", ["example.com:8443", "https://example.com", "tcp://example.com:22"]],
    ["*.example.com", ["a.example.com", "*.a.example.com", "*.example.com"]],
    ["example.com:22", ["tcp://example.com:22", "example.com:22"]],
    ["https://example.com", ["https://example.com:8443"]],
    ["127.0.0.1", ["127.0.0.1:80"]],
  ])("--deny-network=%s takes %j", (denied, granted) => {
    const { network } = resolved({ network: granted, deny: { network: [denied] } });
    expect([...network.hosts, ...network.tcp]).toEqual([]);
    expect(network.denied.map(({ text }) => text)).toEqual([denied]);
  });

  test.each([
    ["example.com", ["*.example.com", "a.example.com", "evil-example.com"]],
    ["*.example.com", ["example.com", "notexample.com"]],
    ["example.com:22", ["example.com", "example.com:23"]],
    ["https://example.com", ["example.com", "http://example.com", "tcp://example.com:443"]],
  ])("--deny-network=%s leaves %j, and the broker what it covers of them", (denied, granted) => {
    const { network } = resolved({ network: granted, deny: { network: [denied] } });
    expect([...network.hosts, ...network.tcp].map(({ text }) => text)).toEqual(granted);
  });

  test("a variable that is denied is not set, whoever gives its value", () => {
    expect(resolved({ env: ["HOME"], envValues: ["TOKEN=x", "A=1"], deny: { env: ["HOME,TOKEN"] } }).env).toEqual({
      A: "1",
    });
  });
});

test("what is shown of grants holds no value of a variable", () => {
  const grants = resolved({ env: ["TOKEN"], envValues: ["OTHER=sk-live-0123456789"] });
  expect(grants.env["TOKEN"]).toBe("sk-live-0123456789");
  expect(JSON.stringify([describeGrants(grants), grants.sources])).not.toContain("sk-live");
  expect(describeGrants(grants).env).toEqual(["TOKEN", "OTHER"]);
});
