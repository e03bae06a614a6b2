import { describe, expect, test } from "vitest";
import type { Header } from "../../src/broker/network/request-headers.ts";
import {
  EVERYTHING,
  granting,
  named,
  network,
  OTHER_PUBLIC,
  PUBLIC,
  routed,
  send,
} from "../broker/network/support/network.ts";
import { startRecorder } from "../broker/network/support/servers.ts";

const { resolve } = named({ "example.com": [PUBLIC], "other.com": [OTHER_PUBLIC] });
const OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

async function recorded(answer = OK) {
  const recorder = await startRecorder(answer);
  return { ...recorder, seams: { ...routed({ [PUBLIC]: recorder.port }), resolve } };
}

/** The first server redirects to `location` on the second; both keep what they hear. */
async function redirecting(status: number, location: string) {
  const first = await startRecorder(`HTTP/1.1 ${status} Moved\r\nLocation: ${location}\r\nContent-Length: 0\r\n\r\n`);
  const second = await startRecorder(OK);
  return { first, second, seams: { ...routed({ [PUBLIC]: first.port, [OTHER_PUBLIC]: second.port }), resolve } };
}

describe("A32: request smuggling", () => {
  test("a GET is these bytes and no others", async () => {
    const { heard, seams } = await recorded();
    await network(granting("example.com:8080"), seams).get("http://example.com:8080/a?b=c#d");
    expect(heard).toEqual([
      "GET /a?b=c HTTP/1.1\r\nHost: example.com:8080\r\nAccept-Encoding: identity\r\nConnection: close\r\n" +
        "User-Agent: wasm-sandbox\r\nAccept: */*\r\n\r\n",
    ]);
  });

  test("a POST is these bytes, whatever its body looks like", async () => {
    const { heard, seams } = await recorded();
    const body = "0\r\n\r\nGET /admin HTTP/1.1\r\nHost: other.com\r\n\r\n";
    await network(EVERYTHING, seams).post("http://example.com/", body);
    expect(heard).toEqual([
      `POST / HTTP/1.1\r\nHost: example.com\r\nContent-Length: ${body.length}\r\nAccept-Encoding: identity\r\n` +
        "Connection: close\r\nUser-Agent: wasm-sandbox\r\nAccept: */*\r\n" +
        `Content-Type: text/plain;charset=UTF-8\r\n\r\n${body}`,
    ]);
  });

  test("an empty POST says that it is empty", async () => {
    const { heard, seams } = await recorded();
    await network(EVERYTHING, seams).post("http://example.com/", new Uint8Array());
    expect(heard[0]).toContain("\r\nContent-Length: 0\r\n");
  });

  test.each([
    ["line breaks", "http://example.com/a\r\nX-Evil: 1\r\n\r\nGET /b HTTP/1.1\r\nHost: other.com\r\n\r\n"],
    ["line breaks in the query", "http://example.com/?a\r\nX-Evil: 1"],
    ["escaped line breaks", "http://example.com/%0d%0aX-Evil:%201%0d%0a%0d%0aGET%20/b%20HTTP/1.1"],
    ["a second version", "http://example.com/a HTTP/1.1"],
    ["other line separators", "http://example.com/\u2028X-Evil: 1\u0085\u560d\u560a"],
    ["NUL and escapes", "http://example.com/\u0000\u001b[2J"],
  ])("%s in a URL make no second line", async (_, url) => {
    const { heard, seams } = await recorded();
    expect(await network(EVERYTHING, seams).get(url)).toMatchObject({ kind: "done" });
    expect(heard).toHaveLength(1);
    expect(heard[0]?.match(/\r\n/g)).toHaveLength(7);
    expect(heard[0]).toMatch(/^GET [\x21-\x7e]+ HTTP\/1\.1\r\nHost: example\.com\r\n/);
  });

  test.each<Header>([
    ["Host", "other.com"],
    ["host", "other.com"],
    ["Content-Length", "5"],
    ["Transfer-Encoding", "chunked"],
    ["Connection", "keep-alive"],
    ["Keep-Alive", "timeout=5"],
    ["Upgrade", "websocket"],
    ["Expect", "100-continue"],
    ["TE", "trailers"],
    ["Trailer", "X"],
    ["HTTP2-Settings", "AAMAAABk"],
    ["Proxy-Authorization", "Basic eDp5"],
    ["Proxy-Connection", "keep-alive"],
    ["Accept-Encoding", "gzip"],
    ["Transfer-Encoding ", "chunked"],
    ["Transfer_Encoding\u0000", "chunked"],
    ["X\r\nHost", "other.com"],
    ["X-A", "1\r\nTransfer-Encoding: chunked"],
    ["X-A", "1\nHost: other.com"],
    ["X-A", "\u560d\u560aHost: other.com"],
    ["X-A", "\u0000"],
    ["", "1"],
    ["X:Y", "1"],
  ])("the guest's header %j: %j is refused before any connection", async (...header) => {
    const { connections, seams } = await recorded();
    const wish = { method: "POST", url: "http://example.com/", headers: [["X-Fine", "1"], header], body: "x" } as const;
    expect(await send(wish, EVERYTHING, seams)).toMatchObject({ kind: "denied", rule: "header" });
    expect(connections()).toBe(0);
  });

  test("an ordinary header is sent once", async () => {
    const { heard, seams } = await recorded();
    const headers: Header[] = [
      ["Authorization", "Bearer 1"],
      ["content-type", "application/json"],
    ];
    await send({ method: "POST", url: "http://example.com/", headers, body: "{}" }, EVERYTHING, seams);
    expect(heard[0]).toContain("\r\nAuthorization: Bearer 1\r\n");
    expect(heard[0]?.match(/content-type:[^\r]*/gi)).toEqual(["content-type: application/json"]);
  });

  test.each([307, 308])("%i does not send a body on to another origin", async (status) => {
    for (const location of ["http://other.com/", "http://example.com:8080/"]) {
      const { second, seams } = await redirecting(status, location);
      const decision = await network(EVERYTHING, seams).post("http://example.com/", "the secret");
      expect(decision).toMatchObject({ kind: "denied", rule: "redirect", hint: undefined });
      expect(second.connections()).toBe(0);
      expect(seams.dialled).toEqual([`${PUBLIC} 80`]);
    }
  });

  test.each([301, 302, 303])("%i sends neither body nor headers on to another origin", async (status) => {
    const { first, second, seams } = await redirecting(status, "http://other.com/");
    const headers: Header[] = [
      ["Authorization", "Bearer secret"],
      ["Cookie", "a=secret"],
      ["X-Api-Key", "secret"],
    ];
    const wish = { method: "POST", url: "http://example.com/", headers, body: "secret" } as const;
    expect(await send(wish, EVERYTHING, seams)).toMatchObject({ kind: "done" });
    expect(first.heard[0]).toContain("Bearer secret");
    expect(second.heard).toEqual([
      "GET / HTTP/1.1\r\nHost: other.com\r\nAccept-Encoding: identity\r\nConnection: close\r\n" +
        "User-Agent: wasm-sandbox\r\nAccept: */*\r\n\r\n",
    ]);
  });

  test("302 to the same origin becomes a GET that says nothing of a body", async () => {
    const { heard, seams } = await recorded("HTTP/1.1 302 Found\r\nLocation: /next\r\nContent-Length: 0\r\n\r\n");
    const headers: Header[] = [
      ["Authorization", "Bearer 1"],
      ["Content-Type", "text/csv"],
    ];
    await send({ method: "POST", url: "http://example.com/", headers, body: "once" }, EVERYTHING, seams);
    expect(heard[1]).toMatch(/^GET \/next HTTP\/1\.1\r\n/);
    expect(heard[1]).toContain("\r\nAuthorization: Bearer 1\r\n");
    expect(heard[1]).not.toMatch(/content-|once/i);
  });

  test("headers dropped at one origin do not come back at the first", async () => {
    const { first, seams } = await redirecting(302, "http://other.com/");
    const back = await startRecorder(
      "HTTP/1.1 302 Found\r\nLocation: http://example.com:81/\r\nContent-Length: 0\r\n\r\n",
    );
    const third = await startRecorder(OK);
    const ports: Record<string, number> = { [`${PUBLIC} 80`]: first.port, [`${OTHER_PUBLIC} 80`]: back.port };
    const connect: typeof seams.connect = (address, port) =>
      routed({ [address]: ports[`${address} ${port}`] ?? third.port }).connect(address, port);
    const headers: Header[] = [["Authorization", "Bearer secret"]];
    await send({ method: "GET", url: "http://example.com/", headers }, EVERYTHING, { connect, resolve });
    expect(third.heard).toHaveLength(1);
    expect([...back.heard, ...third.heard].join("")).not.toContain("secret");
  });

  test("307 to the same origin repeats the request", async () => {
    const { heard, seams } = await recorded("HTTP/1.1 307 Moved\r\nLocation: /next\r\nContent-Length: 0\r\n\r\n");
    const headers: Header[] = [["Authorization", "Bearer 1"]];
    await send({ method: "POST", url: "http://example.com/", headers, body: "again" }, EVERYTHING, seams);
    expect(heard[1]).toMatch(/^POST \/next HTTP\/1\.1\r\n/);
    expect(heard[1]).toContain("\r\nAuthorization: Bearer 1\r\n\r\nagain");
  });

  test.each([
    ["a second response behind the first", `${OK}HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nsecond`, "done"],
    [
      "length and chunks at once",
      "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
      "failed",
    ],
    ["two lengths", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 20\r\n\r\nok", "failed"],
    ["a bare line feed in a header", "HTTP/1.1 200 OK\nContent-Length: 2\n\nok", "failed"],
    ["a change of protocol", "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n", "failed"],
    ["a bomb of headers", `HTTP/1.1 200 OK\r\n${"X: y\r\n".repeat(10_000)}\r\n`, "failed"],
    ["something else", "SSH-2.0-OpenSSH_9.2\r\n", "failed"],
    ["nothing", "", "failed"],
  ])("a server that answers with %s", async (_, answer, kind) => {
    const { seams } = await recorded(answer);
    const decision = await network(EVERYTHING, seams).get("http://example.com/");
    expect(decision.kind).toBe(kind);
    if (decision.kind === "done") expect(decision.value).toBe("ok");
  });
});
