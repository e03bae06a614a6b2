import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseHostGrant } from "../../src/policy/host-grant.ts";
import { intersectNetwork } from "../../src/policy/intersect-hosts.ts";
import { dirsWithin, intersectPaths } from "../../src/policy/intersect-paths.ts";
import { EVERY_FILE, type NetworkRule, NOTHING_ALLOWED, type PathRule, type Sourced } from "../../src/policy/layer.ts";
import { isLocalName } from "../../src/policy/local-name.ts";
import { isCredentialPlace } from "../../src/policy/protected-places.ts";
import { parseTcpGrant } from "../../src/policy/tcp-grant.ts";
import { amount } from "../support/amount.ts";

const sourced = <T>(values: readonly T[]): Sourced<T>[] => values.map((value) => ({ value, source: "here" }));

describe("what two sets of paths both allow", () => {
  const name = fc.constantFrom("a", "b", "ab", ".ssh", ".git");
  const path = fc.array(name, { maxLength: 4 }).map((names) => `/${names.join("/")}`);
  const rule: fc.Arbitrary<PathRule> = fc.oneof(
    { arbitrary: fc.record({ path, ordinary: fc.boolean() }), weight: 5 },
    { arbitrary: fc.constant(EVERY_FILE), weight: 1 },
  );
  const rules = fc.array(rule, { maxLength: 4 });

  /** Slow and plain: name by name from the root. */
  function allows(given: readonly PathRule[], file: string): boolean {
    const names = file.split("/").filter((each) => each !== "");
    return given.some(({ path: tree, ordinary }) => {
      if (ordinary && isCredentialPlace(file)) return false;
      const wanted = (tree ?? "/").split("/").filter((each) => each !== "");
      return wanted.length <= names.length && wanted.every((each, index) => each === names[index]);
    });
  }

  test("is what a slow decision says of each file", () => {
    fc.assert(
      fc.property(rules, rules, path, (one, other, file) => {
        const both = intersectPaths(sourced(one), sourced(other)).map(({ value }) => value);
        expect(allows(both, file)).toBe(allows(one, file) && allows(other, file));
      }),
      { numRuns: amount(500, 2000) },
    );
  });

  test("is judged by where the paths lead, when that is known", () => {
    const link = { path: "/data/link", real: "/etc", ordinary: false };
    const data = { path: "/data", real: "/mnt/data", ordinary: false };
    const inside = { path: "/data/x", real: "/mnt/data/x", ordinary: false };
    expect(intersectPaths(sourced([link]), sourced([data]))).toEqual([]);
    expect(intersectPaths(sourced([inside]), sourced([data])).map(({ value }) => value)).toEqual([inside]);
  });

  test("says where a rule comes from, and what it was narrowed by", () => {
    const one = [{ value: { path: "/data", ordinary: false }, source: "--allow-fs-read=/data" }];
    const other = [{ value: { path: "/data/public", ordinary: false }, source: "ceiling.yaml:3" }];
    expect(intersectPaths(one, other)[0]?.source).toBe("--allow-fs-read=/data, within ceiling.yaml:3");
    expect(intersectPaths(other, one)[0]?.source).toBe("ceiling.yaml:3");
  });
});

describe("folders within a ceiling", () => {
  const dir = (host: string, readOnly = false) => sourced([{ host, guest: "/in", readOnly }]);
  const pathOf = ({ host }: { host: string }) => ({ path: host });
  const tree = (path: string) => sourced([{ path, ordinary: false }]);

  test.each([
    ["outside of what may be read", "/srv", tree("/data"), tree("/data"), []],
    ["around what may be read", "/", tree("/data"), tree("/data"), []],
    ["where it may be read and written", "/data/x", tree("/data"), tree("/data"), [{ readOnly: false }]],
    ["where it may be read only", "/data/x", tree("/data"), tree("/data/y"), [{ readOnly: true }]],
    ["where nothing may be written", "/data/x", tree("/data"), [], [{ readOnly: true }]],
    ["where only ordinary files may be read", "/data", sourced([EVERY_FILE]), [], [{ readOnly: true, ordinary: true }]],
    ["that is a credential place", "/root/.ssh", sourced([EVERY_FILE]), sourced([EVERY_FILE]), []],
  ])("one %s", (_name, host, fsRead, fsWrite, expected) => {
    const left = dirsWithin(dir(host), { ...NOTHING_ALLOWED, fsRead, fsWrite }, pathOf);
    expect(left.map(({ value }) => value)).toEqual(expected.map((each) => ({ host, guest: "/in", ...each })));
  });
});

describe("what two sets of network rules both allow", () => {
  const host = fc.constantFrom(
    "example.com",
    "a.example.com",
    "com",
    "intranet",
    "x.local",
    "local",
    "home.arpa",
    "8.8.8.8",
    "10.0.0.1",
  );
  const rule: fc.Arbitrary<NetworkRule> = fc.oneof(
    { arbitrary: fc.constant<NetworkRule>({ kind: "all" }), weight: 1 },
    {
      arbitrary: fc
        .record({
          host,
          wild: fc.boolean(),
          scheme: fc.constantFrom("", "http://", "https://"),
          port: fc.constantFrom("", ":80", ":443", ":8443"),
        })
        .map(({ host: name, wild, scheme, port }): NetworkRule => {
          const star = wild && !/^\d/.test(name) ? "*." : "";
          return { kind: "host", host: parseHostGrant(`${scheme}${star}${name}${port}`) };
        }),
      weight: 6,
    },
    {
      arbitrary: fc
        .record({ host, port: fc.constantFrom(80, 443) })
        .map(
          ({ host: name, port }): NetworkRule => ({ kind: "tcp", tcp: parseTcpGrant(`tcp://${name}:${port}`, "x") }),
        ),
      weight: 1,
    },
  );
  const rules = fc.array(rule, { maxLength: 3 });
  const target = fc.record({
    kind: fc.constantFrom("http", "https", "tcp"),
    host: fc.oneof(host, fc.constantFrom("b.a.example.com", "y.x.local", "z.home.arpa", "q.com")),
    port: fc.constantFrom(80, 443, 8443, 22),
  });
  const isPublic = (name: string) => !name.startsWith("10.");

  /** Slow and plain: what the broker decides, address by address; a name stands for a public address. */
  function allows(
    given: readonly NetworkRule[],
    { kind, host: name, port }: { kind: string; host: string; port: number },
  ) {
    return given.some((each) => {
      if (each.kind === "tcp") return kind === "tcp" && each.tcp.host === name && each.tcp.port === port;
      if (kind === "tcp") return false;
      if (each.kind === "all") return isPublic(name) && !isLocalName(name);
      const { scheme, subdomains, literal } = each.host;
      if (scheme !== undefined && scheme !== kind) return false;
      const usual = scheme === undefined ? [80, 443] : scheme === "http" ? [80] : [443];
      if (!(each.host.port === undefined ? usual : [each.host.port]).includes(port)) return false;
      if (subdomains) return name.endsWith(`.${each.host.host}`);
      return name === each.host.host && (literal || isPublic(name));
    });
  }

  test("never allows what one side denies", () => {
    fc.assert(
      fc.property(rules, rules, target, (one, other, place) => {
        const both = intersectNetwork(sourced(one), sourced(other)).map(({ value }) => value);
        if (allows(both, place)) expect([allows(one, place), allows(other, place)]).toEqual([true, true]);
      }),
      { numRuns: amount(700, 3000) },
    );
  });

  /** Rules of which one names the place: hardly any two sets that are drawn without it both allow it. */
  function around({ kind, host: name, port }: { kind: string; host: string; port: number }) {
    const parent = /^\d|^[^.]+$/.test(name) ? name : `*.${name.slice(name.indexOf(".") + 1)}`;
    const naming: fc.Arbitrary<NetworkRule> =
      kind === "tcp"
        ? fc.constant({ kind: "tcp", tcp: parseTcpGrant(`tcp://${name}:${port}`, "x") })
        : fc
            .record({ grant: fc.constantFrom(name, parent), scheme: fc.constantFrom("", `${kind}://`) })
            .map(({ grant, scheme }) => ({ kind: "host", host: parseHostGrant(`${scheme}${grant}:${port}`) }));
    return fc.tuple(rules, naming, fc.boolean()).map(([some, one, first]) => (first ? [one, ...some] : [...some, one]));
  }

  test("allows what both sides allow, except a wildcard that has local names under the public internet", () => {
    const sides = target.chain((place) => fc.tuple(around(place), around(place), fc.constant(place)));
    fc.assert(
      fc.property(sides, ([one, other, place]) => {
        fc.pre(allows(one, place) && allows(other, place));
        const both = intersectNetwork(sourced(one), sourced(other)).map(({ value }) => value);
        const wide = [...one, ...other].some(
          (each) => each.kind === "host" && each.host.subdomains && /local|arpa/.test(each.host.host),
        );
        if (!wide) expect(allows(both, place)).toBe(true);
      }),
      { numRuns: amount(100, 500) },
    );
  });

  test.each([
    ["example.com", "example.com", ["example.com"]],
    ["a.example.com", "*.example.com", ["a.example.com"]],
    ["*.example.com", "*.a.example.com", ["*.a.example.com"]],
    ["*.example.com", "example.com", []],
    ["*.example.com", "notexample.com", []],
    ["https://example.com", "example.com", ["https://example.com"]],
    ["example.com", "https://example.com", ["https://example.com:443"]],
    ["example.com:8443", "example.com", []],
    ["example.com:80", "example.com", ["example.com:80"]],
    ["http://example.com", "https://example.com", []],
    ["[::1]:80", "[::1]", ["[::1]:80"]],
  ])("%s and %s", (one, other, expected) => {
    const rulesOf = (text: string) => sourced<NetworkRule>([{ kind: "host", host: parseHostGrant(text) }]);
    const both = intersectNetwork(rulesOf(one), rulesOf(other));
    expect(both.map(({ value }) => (value.kind === "host" ? value.host.text : value.kind))).toEqual(expected);
  });

  test("an address that meets the public internet opens no private network", () => {
    const literal = sourced<NetworkRule>([{ kind: "host", host: parseHostGrant("169.254.169.254") }]);
    const [both] = intersectNetwork(literal, sourced<NetworkRule>([{ kind: "all" }]));
    expect(both?.value).toMatchObject({ kind: "host", host: { literal: false } });
  });
});
