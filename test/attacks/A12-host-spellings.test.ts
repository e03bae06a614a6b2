import { describe, expect, test } from "vitest";
import {
  EVERYTHING,
  granting,
  named,
  network,
  OTHER_PUBLIC,
  PUBLIC,
  routed,
} from "../broker/network/support/network.ts";
import { startHttp } from "../broker/network/support/servers.ts";

describe("A12: one host, many spellings", () => {
  test.each([
    "2130706433",
    "0x7f000001",
    "0x7F.0.0.1",
    "0177.0.0.1",
    "017700000001",
    "127.1",
    "127.0.1",
    "127.0.0.1.",
    "%31%32%37.0.0.1",
    "１２７.0.0.1",
    "127。0。0。1",
    "[::ffff:127.0.0.1]",
    "[::FFFF:7F00:1]",
    "[0:0:0:0:0:ffff:7f00:0001]",
    "localhost",
    "localhost.",
    "LOCALHOST",
    "ｌｏｃａｌｈｏｓｔ",
    "foo.localhost",
    "0",
  ])("http://%s:PORT/ does not reach a server on loopback", async (host) => {
    const server = await startHttp((_, response) => response.end("inside"));
    for (const grants of [EVERYTHING, granting("example.com"), granting("127.0.0.1:1", "*.com")]) {
      const decision = await network(grants).get(`http://${host}:${server.port}/`);
      expect(decision).toMatchObject({
        kind: "denied",
        rule: expect.stringMatching(/^(private-address|default-deny)$/),
      });
    }
    expect(server.connections()).toBe(0);
  });

  test("every spelling of a literally granted address is that address", async () => {
    const server = await startHttp((_, response) => response.end("inside"));
    for (const host of ["2130706433", "0x7f.1", "127.0.0.1.", "[::ffff:127.0.0.1]"]) {
      const decision = await network(granting(`127.0.0.1:${server.port}`)).get(`http://${host}:${server.port}/`);
      expect(decision).toMatchObject({ kind: "done", value: "inside" });
    }
  });

  test.each([
    ["a user name that looks like the granted host", "http://example.com@evil.com/", "userinfo"],
    ["the same with a password", "http://example.com:80@evil.com/", "userinfo"],
    ["userinfo for the granted host itself", "http://user:secret@example.com/", "userinfo"],
    ["backslashes for slashes", "http://evil.com\\@example.com/", "default-deny"],
    ["the granted host as a prefix", "http://example.com.evil.com/", "default-deny"],
    ["the granted host as a suffix", "http://evil-example.com/", "default-deny"],
    ["the granted host behind a fragment", "http://evil.com#@example.com/", "default-deny"],
    ["another port", "http://example.com:8080/", "default-deny"],
    ["a homograph: Cyrillic e", "http://еxample.com/", "default-deny"],
    ["its punycode", "http://xn--xample-2of.com/", "default-deny"],
    ["a zone id", "http://[fe80::1%25eth0]/", "url"],
    ["a zone id, raw", "http://[::1%eth0]/", "url"],
    ["a NUL", "http://example.com%00.evil.com/", "url"],
    ["a space", "http://example.com%20.evil.com/", "url"],
    ["shell syntax", "http://$(reboot).example.com/", "url"],
    ["an empty label", "http://example..com/", "url"],
    ["port 0", "http://example.com:0/", "url"],
    ["port 65616, which is 80 in 16 bits", "http://example.com:65616/", "url"],
    ["another scheme", "ftp://example.com/", "scheme"],
    ["a file", "file:///etc/passwd", "scheme"],
    ["a data URL", "data:text/plain,hello", "scheme"],
    ["no scheme", "example.com/", "url"],
    ["no host", "http:///", "url"],
  ])("%s is not the granted host", async (_, url, rule) => {
    const { connect, dialled } = routed({});
    const { resolve, asked } = named({ "example.com": [PUBLIC], "evil.com": [OTHER_PUBLIC] });
    const decision = await network(granting("example.com"), { connect, resolve }).get(url);
    expect(decision).toMatchObject({ kind: "denied", rule });
    expect({ asked, dialled }).toEqual({ asked: [], dialled: [] });
  });

  test.each([
    "http://EXAMPLE.com/",
    "HTTP://example.COM.:80/",
    "http://ｅｘａｍｐｌｅ.com/",
    "http://ex\u00adample.com/",
    "\thttp://exam\nple.com/\r\n",
  ])("%j is the granted host, and the server is told its one name", async (url) => {
    const server = await startHttp((request, response) => response.end(request.headers.host));
    const { connect, dialled } = routed({ [PUBLIC]: server.port });
    const { resolve, asked } = named({ "example.com": [PUBLIC] });
    const decision = await network(granting("example.com"), { connect, resolve }).get(url);
    expect(decision).toMatchObject({ kind: "done", value: "example.com" });
    expect({ asked, dialled }).toEqual({ asked: ["example.com"], dialled: [`${PUBLIC} 80`] });
  });
});
