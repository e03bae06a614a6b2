import { describe, expect, test } from "vitest";
import { EVERYTHING, network, online } from "./support/network.ts";
import { startHttp } from "./support/servers.ts";

describe("limits", () => {
  const limits = { httpBodyBytes: 1000, httpResponseBytes: 1000 };

  test.each([
    ["fits", 1000, "done"],
    ["is one byte too large", 1001, "limit"],
  ])("a response that %s, announced or in chunks of one byte", async (_, bytes, kind) => {
    const server = await startHttp((request, response) => {
      if (request.url === "/whole") return response.end("x".repeat(bytes));
      for (let index = 0; index < bytes; index += 1) response.write("x");
      return response.end();
    });
    for (const path of ["whole", "chunks"]) {
      const decision = await online(server.port, { limits }).get(`http://example.com/${path}`);
      expect(decision).toMatchObject(kind === "done" ? { value: "x".repeat(bytes) } : { kind, limit: "http-response" });
    }
  });

  test("a response that grows past the limit when replaced characters treble it", async () => {
    const server = await startHttp((_, response) => response.end(Buffer.alloc(400, 0xff)));
    const decision = await online(server.port, { limits }).get("http://example.com/");
    expect(decision).toMatchObject({ kind: "limit", limit: "http-response" });
  });

  test("an endless response is cut off, and its connection with it", async () => {
    const closed = Promise.withResolvers<void>();
    const server = await startHttp((_, response) => {
      const more = () => response.write(Buffer.alloc(65_536)) && setImmediate(more);
      response.on("drain", more).on("close", closed.resolve);
      more();
    });
    expect(await online(server.port).get("http://example.com/")).toMatchObject({
      kind: "limit",
      limit: "http-response",
    });
    await closed.promise;
  });

  test("a body that is too large is not sent", async () => {
    const server = await startHttp((_, response) => response.end());
    const decision = await online(server.port, { limits }).post("http://example.com/", "x".repeat(1001));
    expect(decision).toMatchObject({ kind: "limit", limit: "http-body" });
    expect(server.connections()).toBe(0);
  });

  test("0 means zero: an empty answer is all that fits", async () => {
    const server = await startHttp((request, response) => response.end(request.url?.slice(1)));
    const empty = { limits: { httpBodyBytes: 0, httpResponseBytes: 0 } };
    expect(await online(server.port, empty).get("http://example.com/")).toMatchObject({ kind: "done", value: "" });
    expect(await online(server.port, empty).get("http://example.com/x")).toMatchObject({ kind: "limit" });
  });

  test("a URL of 9000 characters is refused", async () => {
    const decision = await network(EVERYTHING).get(`http://example.com/${"a".repeat(9000)}`);
    expect(decision).toMatchObject({ kind: "denied", rule: "url" });
  });
});
