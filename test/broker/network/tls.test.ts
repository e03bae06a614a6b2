import { createServer as createTcpServer } from "node:net";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { type Certificate, selfSigned } from "./support/certificate.ts";
import { granting, network, online } from "./support/network.ts";
import { listen, startHttps } from "./support/servers.ts";

describe("TLS", () => {
  const right = selfSigned("example.com");
  const misnamed = selfSigned("other.com");
  const expired = selfSigned("example.com", "210101000000Z");

  test.each<[string, Certificate, string | undefined, string | RegExp]>([
    ["a trusted certificate for the name", right, right.cert, /^secure$/],
    ["a certificate that nobody vouches for", right, undefined, /^TLS failed \(DEPTH_ZERO_SELF_SIGNED_CERT\)$/],
    ["a certificate that others vouch for", right, misnamed.cert, /^TLS failed \(\w+\)$/],
    [
      "a trusted certificate for another name",
      misnamed,
      misnamed.cert,
      /^TLS failed \(ERR_TLS_CERT_ALTNAME_INVALID\)$/,
    ],
    ["a trusted certificate of the past", expired, expired.cert, /^TLS failed \(CERT_HAS_EXPIRED\)$/],
  ])("%s, whatever NODE_TLS_REJECT_UNAUTHORIZED says", async (_, certificate, ca, outcome) => {
    vi.stubEnv("NODE_TLS_REJECT_UNAUTHORIZED", "0");
    onTestFinished(() => void vi.unstubAllEnvs());
    let requests = 0;
    const server = await startHttps(certificate, (_request, response) => {
      requests += 1;
      response.end("secure");
    });
    const answer = await online(server.port, { ca }).get("https://example.com/?secret");
    expect("value" in answer ? answer.value : answer.reason).toMatch(outcome);
    expect(requests).toBe("value" in answer ? 1 : 0);
  });

  test("a server that is asked by address must have a certificate for that address", async () => {
    const [right, wrong] = [selfSigned("127.0.0.1"), selfSigned("127.0.0.2")];
    for (const [certificate, kind] of [
      [right, "done"],
      [wrong, "failed"],
    ] as const) {
      const server = await startHttps(certificate, (_, response) => response.end());
      const grants = granting(`127.0.0.1:${server.port}`);
      const decision = await network(grants, { ca: certificate.cert }).get(`https://127.0.0.1:${server.port}/`);
      expect(decision.kind).toBe(kind);
    }
  });

  test("the connection to a server that does not speak TLS is closed", async () => {
    const closed = Promise.withResolvers<void>();
    const tcp = createTcpServer((socket) => {
      socket.on("error", () => undefined).on("close", () => closed.resolve());
      socket.resume().write("220 mail.example.com ESMTP\r\n");
    });
    const server = await listen(tcp);
    const decision = await online(server.port).get("https://example.com/");
    expect(decision).toMatchObject({ kind: "failed", reason: expect.stringMatching(/^TLS failed \(ERR_SSL_\w+\)$/) });
    await closed.promise;
  });

  test("the name is in SNI and in Host", async () => {
    const certificate = selfSigned("example.com");
    const server = await startHttps(certificate, (request, response) => {
      response.end(`${"servername" in request.socket && request.socket.servername} ${request.headers.host}`);
    });
    const decision = await online(server.port, { ca: certificate.cert }).get("https://example.com/");
    expect(decision).toMatchObject({ value: "example.com example.com" });
  });
});
