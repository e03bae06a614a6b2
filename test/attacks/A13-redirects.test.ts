import type { RequestListener } from "node:http";
import { describe, expect, test } from "vitest";
import { FIXED_LIMITS } from "../../src/policy/limits.ts";
import { selfSigned } from "../broker/network/support/certificate.ts";
import {
  EVERYTHING,
  granting,
  named,
  network,
  OTHER_PUBLIC,
  PUBLIC,
  routed,
} from "../broker/network/support/network.ts";
import { startHttp, startHttps } from "../broker/network/support/servers.ts";

const { resolve } = named({
  "example.com": [PUBLIC],
  "other.com": [OTHER_PUBLIC],
  "rebound.com": [PUBLIC, "10.0.0.1"],
});

/** A redirect that says something itself, which the guest must not see. */
function redirectTo(location: string, status = 302): RequestListener {
  return (_, response) => response.writeHead(status, { location }).end("secret of the first server");
}

describe("A13: redirects", () => {
  test("an allowed host cannot redirect to a server on loopback", async () => {
    const inside = await startHttp((_, response) => response.end("secret of the inside"));
    const outside = await startHttp(redirectTo(`http://127.0.0.1:${inside.port}/admin?token=secret`));
    const { connect, dialled } = routed({ [PUBLIC]: outside.port });
    for (const grants of [EVERYTHING, granting("example.com")]) {
      const decision = await network(grants, { connect, resolve }).get("http://example.com/");
      expect(decision).toMatchObject({ kind: "denied", hint: `--allow-network=127.0.0.1:${inside.port}` });
      expect(JSON.stringify(decision)).not.toContain("secret");
    }
    expect(inside.connections()).toBe(0);
    expect(new Set(dialled)).toEqual(new Set([`${PUBLIC} 80`]));
  });

  test.each([
    ["metadata", "http://169.254.169.254/latest/meta-data/", "private-address"],
    ["metadata, as a number", "http://2852039166/", "private-address"],
    ["metadata, v4-mapped", "//[::ffff:169.254.169.254]/", "private-address"],
    ["localhost", "http://localhost/", "private-address"],
    ["a name with one private address", "http://rebound.com/", "private-address"],
    ["a local name", "http://metadata.google.internal/", "local-name"],
    ["a user name", "http://example.com@other.com/", "userinfo"],
    ["a file", "file:///etc/passwd", "scheme"],
    ["a data URL", "data:text/plain,hello", "scheme"],
    ["nowhere", "http://", "url"],
  ])("to %s is refused even under a plain --allow-network", async (_, location, rule) => {
    const server = await startHttp(redirectTo(location));
    const { connect, dialled } = routed({ [PUBLIC]: server.port });
    const decision = await network(EVERYTHING, { connect, resolve }).get("http://example.com/");
    expect(decision).toMatchObject({
      kind: "denied",
      rule,
      reason: expect.stringMatching(/^redirect to .* refused: /),
    });
    expect(JSON.stringify(decision)).not.toContain("secret");
    expect(dialled).toEqual([`${PUBLIC} 80`]);
  });

  test.each([
    ["another host", "http://other.com/"],
    ["another port", "http://example.com:8080/"],
    ["a subdomain", "//www.example.com/"],
    ["the same host by address", `http://${PUBLIC}/`],
  ])("to %s that is not granted is refused without a query or a connection", async (_, location) => {
    const server = await startHttp(redirectTo(location));
    const { connect, dialled } = routed({ [PUBLIC]: server.port, [OTHER_PUBLIC]: server.port });
    const names = named({ "example.com": [PUBLIC], "other.com": [OTHER_PUBLIC] });
    const decision = await network(granting("example.com"), { connect, resolve: names.resolve }).get(
      "http://example.com/",
    );
    expect(decision).toMatchObject({ kind: "denied", rule: "default-deny" });
    expect({ asked: names.asked, dialled }).toEqual({ asked: ["example.com"], dialled: [`${PUBLIC} 80`] });
  });

  test("a grant that pins https is not left for http", async () => {
    const certificate = selfSigned("example.com");
    const server = await startHttps(certificate, redirectTo("http://example.com/"));
    const { connect, dialled } = routed({ [PUBLIC]: server.port });
    const https = network(granting("https://example.com"), { connect, resolve, ca: certificate.cert });
    expect(await https.get("https://example.com/")).toMatchObject({ kind: "denied", rule: "default-deny" });
    expect(dialled).toEqual([`${PUBLIC} 443`]);
  });

  test("an allowed redirect is followed, relative or not, and each hop is announced and resolved once", async () => {
    const second = await startHttp((request, response) => response.end(`arrived at ${request.url}`));
    const first = await startHttp((request, response) =>
      redirectTo(request.url === "/" ? "../next?a=1#part" : "http://other.com/end?token=1")(request, response),
    );
    const { connect, dialled } = routed({ [PUBLIC]: first.port, [OTHER_PUBLIC]: second.port });
    const names = named({ "example.com": [PUBLIC], "other.com": [OTHER_PUBLIC] });
    const announced: string[] = [];
    const both = network(granting("example.com", "other.com"), { connect, resolve: names.resolve });
    const decision = await both.get("http://example.com/", (rule, url) => announced.push(`${rule} ${url}`));
    expect(decision).toMatchObject({
      kind: "done",
      value: "arrived at /end?token=1",
      rule: "--allow-network=other.com",
    });
    expect(announced).toEqual([
      "--allow-network=example.com http://example.com/",
      "--allow-network=example.com http://example.com/next",
      "--allow-network=other.com http://other.com/end",
    ]);
    expect(names.asked).toEqual(["example.com", "example.com", "other.com"]);
    expect(dialled).toEqual([`${PUBLIC} 80`, `${PUBLIC} 80`, `${OTHER_PUBLIC} 80`]);
  });

  test.each([
    [FIXED_LIMITS.httpRedirects, "done"],
    [FIXED_LIMITS.httpRedirects + 1, "failed"],
    [20, "failed"],
  ])("%i hops: %s", async (hops, kind) => {
    const server = await startHttp((request, response) => {
      const left = Number(request.url?.slice(1));
      if (left === 0) response.end("arrived");
      else redirectTo(`/${left - 1}`)(request, response);
    });
    const { connect } = routed({ [PUBLIC]: server.port });
    const decision = await network(EVERYTHING, { connect, resolve }).get(`http://example.com/${hops}`);
    expect(decision.kind).toBe(kind);
    expect(server.connections()).toBe(Math.min(hops, FIXED_LIMITS.httpRedirects) + 1);
  });

  test("a limit of 0 redirects means none", async () => {
    const server = await startHttp(redirectTo("/again"));
    const { connect } = routed({ [PUBLIC]: server.port });
    const limits = { ...FIXED_LIMITS, httpRedirects: 0 };
    const decision = await network(EVERYTHING, { connect, resolve, limits }).get("http://example.com/");
    expect(decision).toMatchObject({ kind: "failed" });
    expect(server.connections()).toBe(1);
  });
});
