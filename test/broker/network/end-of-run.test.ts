import { createServer as createTcpServer } from "node:net";
import { describe, expect, test } from "vitest";
import { FIXED_LIMITS } from "../../../src/policy/limits.ts";
import { selfSigned } from "./support/certificate.ts";
import { EVERYTHING, named, network, online, PUBLIC, routed } from "./support/network.ts";
import { listen, startHttps, startSilent } from "./support/servers.ts";

describe("the end of the run", () => {
  const BIG = Buffer.alloc(FIXED_LIMITS.httpBodyBytes);

  test("ends a POST to a server that never reads, by the deadline", async () => {
    const server = await startSilent();
    const decision = await online(server.port, { deadline: performance.now() + 100 }).post("http://example.com/", BIG);
    expect(decision).toMatchObject({ kind: "limit", limit: "timeout" });
  });

  test("ends a TLS handshake that never comes, by the deadline", async () => {
    const server = await startSilent();
    const decision = await online(server.port, { deadline: performance.now() + 100 }).get("https://example.com/");
    expect(decision).toMatchObject({ kind: "limit", limit: "timeout" });
  });

  test("a deadline that has passed sends nothing", async () => {
    const server = await startSilent();
    const decision = await online(server.port, { deadline: 0 }).get("http://example.com/");
    expect(decision).toMatchObject({ kind: "limit", limit: "timeout" });
    expect(server.connections()).toBe(0);
  });

  test.each(["http", "https"])(
    "close() ends an open %s request at once and leaves no socket behind",
    async (scheme) => {
      const closed = Promise.withResolvers<void>();
      const tcp = createTcpServer((socket) => {
        socket.on("error", () => undefined).on("close", closed.resolve);
        socket.once("data", () => some.close());
      });
      const server = await listen(tcp);
      const some = online(server.port);
      expect(await some.post(`${scheme}://example.com/`, BIG)).toMatchObject({ kind: "failed", rule: "closed" });
      await closed.promise;
      expect(await some.get("http://example.com/")).toMatchObject({ kind: "failed", rule: "closed" });
      expect(server.connections()).toBe(1);
    },
  );

  test("close() ends an answer that never comes, over TLS too", async () => {
    const certificate = selfSigned("example.com");
    const closed = Promise.withResolvers<void>();
    const server = await startHttps(certificate, (request) => {
      request.socket.on("close", () => closed.resolve());
      some.close();
    });
    const some = online(server.port, { ca: certificate.cert });
    expect(await some.get("https://example.com/")).toMatchObject({ kind: "failed", rule: "closed" });
    await closed.promise;
  });

  test("after the end nothing is looked up, announced or dialled", async () => {
    const { connect, dialled } = routed({});
    const { resolve, asked } = named({ "example.com": [PUBLIC] });
    const late = network(EVERYTHING, { connect, resolve, deadline: 0 });
    const closed = network(EVERYTHING, { connect, resolve });
    closed.close();
    for (const some of [late, closed]) await some.get("http://example.com/", (_, url) => asked.push(url));
    expect({ asked, dialled }).toEqual({ asked: [], dialled: [] });
  });

  test("an end that comes with the answer of the name server prevents the connection", async () => {
    const { connect, dialled } = routed({});
    const some = network(EVERYTHING, {
      connect,
      resolve: async () => {
        some.close();
        return { addresses: [PUBLIC] };
      },
    });
    expect(await some.get("http://example.com/")).toMatchObject({ kind: "failed", rule: "closed" });
    expect(dialled).toEqual([]);
  });
});
