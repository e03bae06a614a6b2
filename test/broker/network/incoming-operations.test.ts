import type { IncomingMessage, ServerResponse } from "node:http";
import { expect, test } from "vitest";
import { incomingOperations } from "../../../src/broker/network/incoming-operations.ts";
import type { NetworkDesk } from "../../../src/broker/network/network-desk.ts";
import { u32 } from "../../../src/guest/messages.ts";
import { encodeHeaders } from "../../../src/guest/network-messages.ts";

/** What our own code in the guest process refuses too; one that was taken over may send anything. */
test.each([
  ["Connection", "upgrade"],
  ["transfer-encoding", "chunked"],
  ["Keep-Alive", "timeout=5"],
  ["Upgrade", "websocket"],
  ["TE", "trailers"],
  ["Trailer", "X"],
  ["Proxy-Authenticate", "Basic"],
  ["Host", "evil.example"],
  ["X", "1\r\nSet-Cookie: a=b"],
  ["X\r\nSet-Cookie", "a=b"],
])("a response with %j: %j is not sent", async (name, value) => {
  const sent: unknown[] = [];
  const response = {
    req: { method: "GET" },
    headersSent: false,
    destroyed: false,
    writeHead: (...head: unknown[]) => void sent.push(head),
    end: () => void sent.push("end"),
  } as unknown as ServerResponse;
  const exchange = { request: {} as IncomingMessage, response };
  const { sendResponse } = incomingOperations({ exchange, maxBodyBytes: 0, onRefused: () => {} });
  const world = { desk: { budget: { spend: () => true } } } as unknown as NetworkDesk;
  const respond = (headers: [string, string][]) =>
    sendResponse([Uint8Array.of(200, 0), encodeHeaders(headers.map(([a, b]) => [a, Buffer.from(b)])), u32(0)], world);
  expect(
    await respond([
      ["X-Fine", "1"],
      [name, value],
    ]),
  ).toHaveProperty("refused");
  expect(sent).toEqual([]);
  expect(await respond([["X-Fine", "1"]])).toEqual({ done: "" });
  expect(sent).toHaveLength(2);
});
