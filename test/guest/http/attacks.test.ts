import { describe, expect, test } from "vitest";
import { EVERYTHING, granting, named, PUBLIC, routed } from "../../broker/network/support/network.ts";
import { startHttp, startRecorder } from "../../broker/network/support/servers.ts";
import { guestProgram } from "../support/guest-program.ts";

/** Rows of attacks.md, tried through wasi:http. */

const denied = { err: { tag: "HTTP-request-denied", val: null } };
const OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

describe("A11, A12: addresses that are not public", () => {
  test("are denied under a plain --allow-network, and nothing is asked or dialled", async () => {
    const { connect, dialled } = routed({});
    const { resolve, asked } = named({});
    const hosts = [
      "169.254.169.254",
      "[fd00:ec2::254]",
      "[::ffff:169.254.169.254]",
      "[64:ff9b::a9fe:a9fe]",
      "127.0.0.1",
      "10.1.2.3",
      "168.63.129.16",
      "2130706433",
      "0x7f000001",
      "0177.0.0.1",
      "127.1",
      "localhost",
      "LOCALHOST.",
    ];
    const { said, decisions } = await guestProgram(
      `for (const host of ${JSON.stringify(hosts)}) {
         const request = requestTo("http://x/");
         request.setAuthority(host);
         say([host, thrown(() => handle(request, undefined))]);
       }`,
      { network: EVERYTHING, seams: { connect, resolve } },
    );
    expect(said).toEqual(hosts.map((host) => [host, denied]));
    expect({ asked, dialled }).toEqual({ asked: [], dialled: [] });
    expect(decisions).toHaveLength(hosts.length);
    for (const { allowed, hint } of decisions)
      expect([allowed, hint]).toEqual([false, expect.stringContaining("--allow-network=")]);
  });

  test("a denied name causes no DNS query", async () => {
    const { resolve, asked } = named({});
    const { said } = await guestProgram(`say(thrown(() => fetched("http://evil.example/")));`, {
      network: granting("good.example"),
      seams: { resolve },
    });
    expect(said).toEqual([denied]);
    expect(asked).toEqual([]);
  });

  test("an allowed request is in the log, without its query, before its name is looked up", async () => {
    const order: string[] = [];
    const resolve = async (host: string) => {
      order.push(`asked for ${host}`);
      return { addresses: [PUBLIC] };
    };
    await guestProgram(`say(fetched("http://good.example/path?token=secret"));`, {
      network: granting("good.example"),
      seams: { resolve, connect: routed({}).connect },
      onDecision: ({ operation, argument, rule }) => void order.push(`${operation} ${argument} by ${rule}`),
    });
    expect(order).toEqual([
      "http-get http://good.example/path by --allow-network=good.example",
      "asked for good.example",
    ]);
  });

  test("--deny-network wins over what is granted, by name, by address and by what a name leads to", async () => {
    const { connect, dialled } = routed({});
    const { resolve } = named({ "good.example": [PUBLIC] });
    const network = { ...EVERYTHING, denied: granting("evil.example", "*.evil.example", PUBLIC).hosts };
    const { said, decisions } = await guestProgram(
      `for (const host of ["evil.example", "evil.example:8080", "a.evil.example", "${PUBLIC}"]) say(thrown(() => fetched("http://" + host + "/")));
       say(fetched("http://good.example/"));`,
      { network, seams: { connect, resolve } },
    );
    expect(said).toEqual([denied, denied, denied, denied, { tag: "destination-IP-prohibited", val: null }]);
    expect(dialled).toEqual([]);
    expect(decisions.filter(({ allowed }) => !allowed).map(({ rule }) => rule)).toContain(`--deny-network=${PUBLIC}`);
  });
});

describe("A13, A14: names that lead elsewhere", () => {
  test("what a name leads to is judged, all of it", async () => {
    const { connect, dialled } = routed({});
    const { resolve } = named({ "private.example": ["10.0.0.1"], "mixed.example": [PUBLIC, "127.0.0.1"] });
    const { said } = await guestProgram(`say(fetched("http://private.example/"), fetched("http://mixed.example/"));`, {
      network: EVERYTHING,
      seams: { connect, resolve },
    });
    expect(said).toEqual(Array(2).fill({ tag: "destination-IP-prohibited", val: null }));
    expect(dialled).toEqual([]);
  });

  test("a name is resolved once, and exactly that address is dialled", async () => {
    const server = await startHttp((request, response) => response.end(request.headers.host));
    const { connect, dialled } = routed({ [PUBLIC]: server.port });
    let asked = 0;
    const resolve = async () => ({ addresses: asked++ === 0 ? [PUBLIC] : ["127.0.0.1"] });
    const { said } = await guestProgram(`say(fetched("http://rebinding.example/"));`, {
      network: EVERYTHING,
      seams: { connect, resolve },
    });
    expect(said).toEqual([{ status: 200, text: "rebinding.example" }]);
    expect({ asked, dialled }).toEqual({ asked: 1, dialled: [`${PUBLIC} 80`] });
  });
});

describe("A32: request smuggling", () => {
  test("a request is these bytes and no others", async () => {
    const { heard, port } = await startRecorder(OK);
    await guestProgram(
      `const request = requestTo("http://127.0.0.1:${port}/", { method: "post", headers: [["X-A", "1"], ["content-length", "4"], ["Authorization", "Bearer x"]] });
       request.setPathWithQuery("/a/../b?c=%0d%0a");
       const body = request.body();
       body.write().blockingWriteAndFlush(utf8("body"));
       OutgoingBody.finish(body, undefined);
       say(readAll(settle(handle(request, undefined)).val.consume().stream()));`,
      { network: granting(`127.0.0.1:${port}`) },
    );
    expect(heard).toEqual([
      `POST /a/../b?c=%0d%0a HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Length: 4\r\nConnection: close\r\n` +
        "X-A: 1\r\nAuthorization: Bearer x\r\n\r\nbody",
    ]);
  });

  /** What a guest process could say whose own checks are gone: straight through the door. */
  test("what is no plain request is refused by the broker, and no server hears of it", async () => {
    const { heard, port } = await startRecorder(OK);
    const cases = [
      ["a line break in the path", ["GET", "http", "HOST", "/a\r\nX: 1"], []],
      ["a second version", ["GET", "http", "HOST", "/a HTTP/1.1"], []],
      ["a line break in the method", ["GET / HTTP/1.1\r\nX: 1\r\n\r\nGET", "http", "HOST", "/"], []],
      ["a user name", ["GET", "http", "user:password@HOST", "/"], []],
      ["another host in the path", ["GET", "http", "HOST", "@evil.example/"], []],
      ["another scheme", ["GET", "file", "HOST", "/"], []],
      ["a host of its own", ["GET", "http", "HOST", "/"], [["Host", "evil.example"]]],
      ["a framing of its own", ["GET", "http", "HOST", "/"], [["Transfer-Encoding", "chunked"]]],
      [
        "two lengths",
        ["GET", "http", "HOST", "/"],
        [
          ["Content-Length", "1"],
          ["content-length", "2"],
        ],
      ],
      ["a length that is none", ["GET", "http", "HOST", "/"], [["Content-Length", "+1"]]],
      ["a protocol of its own", ["GET", "http", "HOST", "/"], [["Upgrade", "websocket"]]],
      ["an expectation", ["GET", "http", "HOST", "/"], [["Expect", "100-continue"]]],
      ["a line break in a header", ["GET", "http", "HOST", "/"], [["X", "1\r\nHost: evil.example"]]],
      ["a line break in a name", ["GET", "http", "HOST", "/"], [["X: 1\r\nHost", "evil.example"]]],
      ["a tunnel", ["CONNECT", "http", "HOST", "/"], []],
    ];
    const { said } = await guestProgram(
      `for (const [name, parts, headers] of ${JSON.stringify(cases)}) {
         const texts = parts.map((part) => part.replace("HOST", "127.0.0.1:${port}"));
         const entries = headers.map(([name, value]) => [name, utf8(value)]);
         try { ask("sendRequest", ...texts, encodeHeaders(entries), new Uint8Array(4), encodeTimeouts({})); say([name, "sent"]); }
         catch (refusal) { say([name, "refused"]); }
       }`,
      { network: granting(`127.0.0.1:${port}`) },
    );
    expect(said).toEqual(cases.map(([name]) => [name, "refused"]));
    expect(heard).toEqual([]);
  });
});
