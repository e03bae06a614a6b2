import type { IncomingMessage } from "node:http";
import { describe, expect, test } from "vitest";
import { selfSigned } from "../../broker/network/support/certificate.ts";
import { granting, routed } from "../../broker/network/support/network.ts";
import { startHttp, startHttps, startRecorder, startSilent } from "../../broker/network/support/servers.ts";
import { guestProgram } from "../support/guest-program.ts";

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** A server on loopback that is granted, and its URL. */
async function granted(listener: Parameters<typeof startHttp>[0]) {
  const server = await startHttp(listener);
  return { url: `http://127.0.0.1:${server.port}`, network: granting(`127.0.0.1:${server.port}`) };
}

describe("a request", () => {
  test("and its response cross with status, headers, body and trailers", async () => {
    const { url, network } = await granted(async (request, response) => {
      const body = await bodyOf(request);
      response.writeHead(201, { "X-Path": request.url, Trailer: "X-After" });
      response.write(`${request.method} ${body} ${request.headers["x-a"]} ${JSON.stringify(request.trailers)}`);
      response.addTrailers({ "X-After": "behind" });
      response.end();
    });
    const { said, stderr } = await guestProgram(
      `const request = requestTo("${url}/a?b=c", { method: "put", headers: [["X-A", "1"]] });
       const body = request.body();
       say(thrown(() => request.body()));
       const stream = body.write();
       say(thrown(() => body.write()));
       const future = handle(request, undefined);
       stream.blockingWriteAndFlush(utf8("hello"));
       OutgoingBody.finish(body, Fields.fromList([["x-behind", utf8("yes")]]));
       const response = settle(future).val;
       say(future.get(), response.status(), response.headers().get("x-path"), response.headers().has("transfer-encoding"));
       const incoming = response.consume();
       say(thrown(() => response.consume()));
       say(readAll(incoming.stream()), thrown(() => incoming.stream()));
       const trailers = IncomingBody.finish(incoming);
       trailers.subscribe().block();
       say(trailers.get().val.val.entries(), trailers.get());`,
      { network },
    );
    expect(stderr).toBe("");
    const none = { err: null };
    expect(said).toEqual([
      none,
      none,
      { tag: "err", val: null },
      201,
      ["/a?b=c"],
      false,
      none,
      'PUT hello 1 {"x-behind":"yes"}',
      none,
      [["X-After", "behind"]],
      { tag: "err", val: null },
    ]);
  });

  test("may be written before it is sent", async () => {
    const { url, network } = await granted(async (request, response) => response.end(await bodyOf(request)));
    const { said } = await guestProgram(
      `const request = requestTo("${url}/", { method: "post" });
       const body = request.body();
       body.write().blockingWriteAndFlush(utf8("early"));
       OutgoingBody.finish(body, undefined);
       say(readAll(settle(handle(request, undefined)).val.consume().stream()));`,
      { network },
    );
    expect(said).toEqual(["early"]);
  });

  test("gets a redirect as it is", async () => {
    let asked = 0;
    const { url, network } = await granted((_, response) => {
      asked += 1;
      response.writeHead(302, { Location: "/next" }).end();
    });
    expect((await guestProgram(`say(fetched("${url}/"));`, { network })).said).toEqual([{ status: 302, text: "" }]);
    expect(asked).toBe(1);
  });

  test("is ready only when its response is there", async () => {
    const asked = Promise.withResolvers<() => void>();
    const { url, network } = await granted((_, response) => asked.resolve(() => response.end("now")));
    const trigger = await granted(async (_, response) => {
      (await asked.promise)();
      response.end();
    });
    const { said } = await guestProgram(
      `const future = handle(requestTo("${url}/"), undefined);
       const ready = future.subscribe();
       say(ready.ready(), future.get());
       fetched("${trigger.url}/");
       say(poll([ready]).length, future.get().tag, ready.ready());`,
      { network: { ...network, hosts: [...network.hosts, ...trigger.network.hosts] } },
    );
    expect(said).toEqual([false, null, 1, "ok", true]);
  });
});

describe("a body", () => {
  test("of 16 MB goes out and comes in, bounded in the broker on both ways", async () => {
    const { url, network } = await granted((request, response) => void request.pipe(response));
    const before = process.memoryUsage().rss;
    const { said, stderr } = await guestProgram(
      `const request = requestTo("${url}/", { method: "post" });
       const body = request.body();
       const out = body.write();
       const future = handle(request, undefined);
       const chunk = new Uint8Array(65536).fill(7);
       let sent = 0, got = 0, largest = 0n;
       let input, response;
       const total = 16 * 1024 * 1024;
       while (got < total) {
         if (sent < total) {
           const room = out.checkWrite();
           if (room > largest) largest = room;
           if (room > 0n) { const size = Math.min(Number(room), chunk.length, total - sent); out.write(chunk.subarray(0, size)); sent += size; if (sent === total) OutgoingBody.finish(body, undefined); }
         }
         if (response === undefined) { const there = future.get(); if (there) { response = there.val.val; input = response.consume().stream(); } }
         else { try { got += input.read(1048576n).length; } catch (end) { say(end.tag); break; } }
         if (input && sent === total && got < total) input.subscribe().block();
       }
       say(sent, got, largest);`,
      { network, limits: { maxHttpResponseBytes: 1 << 30 } },
    );
    expect(stderr).toBe("");
    expect(said).toEqual([16777216, 16777216, String(128 * 1024)]);
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
  });

  test("has no room while nobody reads it, and the broker keeps no more than a bounded part", async () => {
    const server = await startSilent();
    const { said } = await guestProgram(
      `const request = requestTo("http://127.0.0.1:${server.port}/", { method: "post" });
       const out = request.body().write();
       handle(request, undefined);
       let sent = 0;
       const full = () => { for (let tries = 0; tries < 50; tries++) { const room = out.checkWrite(); if (room > 0n) return false; poll([out.subscribe(), pause(10)]); } return true; };
       const pause = (ms) => clocks["wasi:clocks/monotonic-clock"].subscribeDuration(BigInt(ms) * 1000000n);
       while (!full()) { const bytes = new Uint8Array(Number(out.checkWrite())); out.write(bytes); sent += bytes.length; }
       say(sent < 32 * 1024 * 1024, out.subscribe().ready());
       try { out.write(new Uint8Array(1)); } catch (trap) { say(trap.message); }`,
      { network: granting(`127.0.0.1:${server.port}`) },
    );
    expect(said).toEqual([true, false, "a write of 1 bytes was not permitted by check-write"]);
  });

  test.each([
    ["more", `thrown(() => { out.write(utf8("12345")); out.checkWrite(); })`],
    ["less", `thrown(() => { out.write(utf8("12")); OutgoingBody.finish(body, undefined); })`],
  ])("of %s bytes than were announced is an error, and is no whole request to the server", async (_, act) => {
    const seen: string[] = [];
    const { url, network } = await granted((request) => {
      request.on("data", (chunk) => seen.push(String(chunk))).on("end", () => seen.push("whole"));
      request.on("error", () => {});
    });
    const { said } = await guestProgram(
      `const request = requestTo("${url}/", { method: "post", headers: [["Content-Length", "4"]] });
       const body = request.body();
       const out = body.write();
       const future = handle(request, undefined);
       out.checkWrite();
       say(${act});
       say(settle(future));`,
      { network },
    );
    const code = { tag: "HTTP-request-body-size", val: null };
    expect(JSON.stringify(said[0])).toContain('"tag":"HTTP-request-body-size"');
    expect(said[1]).toEqual({ tag: "err", val: code });
    expect(seen).not.toContain("whole");
  });

  test("that is dropped before its end breaks the request", async () => {
    const seen: string[] = [];
    const { url, network } = await granted((request) => {
      request.on("end", () => seen.push("whole")).on("error", () => seen.push("broken"));
      request.resume();
    });
    const { said } = await guestProgram(
      `const request = requestTo("${url}/", { method: "post" });
       const body = request.body();
       const future = handle(request, undefined);
       body.write().blockingWriteAndFlush(utf8("part"));
       body[Symbol.dispose]();
       say(settle(future));`,
      { network },
    );
    expect(said).toEqual([{ tag: "err", val: { tag: "connection-terminated", val: null } }]);
    expect(seen).not.toContain("whole");
  });

  test("that the server breaks off is an error of the stream with its code", async () => {
    const { url, network } = await granted((_, response) => {
      response.writeHead(200, { "Content-Length": 100 });
      response.write("part", () => response.destroy());
    });
    const { said } = await guestProgram(
      `const stream = settle(handle(requestTo("${url}/"), undefined)).val.consume().stream();
       say(thrown(() => readAll(stream)).err.val, thrown(() => stream.read(1n)));`,
      { network },
    );
    expect(said).toEqual([
      { error: "HTTP-response-incomplete", code: { tag: "HTTP-response-incomplete", val: null } },
      { err: { tag: "closed" } },
    ]);
  });
});

describe("what goes wrong has its error code", () => {
  const answering = async (answer: string) => {
    const { port } = await startRecorder(answer);
    return { url: `http://127.0.0.1:${port}/`, network: granting(`127.0.0.1:${port}`) };
  };
  const code = (tag: string, val: unknown = null) => ({ tag, val });

  test.each([
    ["SSH-2.0-OpenSSH_9.2\r\n", "HTTP-protocol-error"],
    ["", "connection-terminated"],
    [`HTTP/1.1 200 OK\r\n${"X: y".repeat(20_000)}\r\n\r\n`, "HTTP-response-header-section-size"],
    ["HTTP/1.1 200 OK\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "HTTP-protocol-error"],
  ])("an answer that is none: %.30j", async (answer, tag) => {
    const { url, network } = await answering(answer);
    expect((await guestProgram(`say(fetched("${url}"));`, { network })).said).toEqual([code(tag)]);
  });

  test("nobody there, no such name, a name server that fails", async () => {
    const resolve = async (host: string) => ({ code: host === "gone.example" ? "ENOTFOUND" : "ESERVFAIL" });
    const { said } = await guestProgram(
      `say(fetched("http://127.0.0.1:1/"), fetched("http://gone.example/"), fetched("http://failing.example/"));`,
      { network: granting("127.0.0.1:1", "gone.example", "failing.example"), seams: { resolve } },
    );
    expect(said).toEqual([
      code("connection-refused"),
      code("DNS-error", { rcode: "NXDOMAIN" }),
      code("DNS-error", { rcode: "SERVFAIL" }),
    ]);
  });

  test("nobody there for a body either: the response says so, and the body is taken", async () => {
    const { said } = await guestProgram(
      `const request = requestTo("http://127.0.0.1:1/", { method: "post" });
       const body = request.body();
       const out = body.write();
       const future = handle(request, undefined);
       future.subscribe().block();
       for (let count = 0; count < 10; count++) out.blockingWriteAndFlush(new Uint8Array(100000));
       OutgoingBody.finish(body, undefined);
       say(settle(future));`,
      { network: granting("127.0.0.1:1") },
    );
    expect(said).toEqual([{ tag: "err", val: code("connection-refused") }]);
  });

  test("a certificate that nobody vouches for, one for another name, no TLS at all; and one that is right", async () => {
    const [right, other] = [selfSigned("right.example"), selfSigned("else.example")];
    const servers = await Promise.all([
      startHttps(right, (_, response) => response.end("secret")),
      startHttps(other, (_, response) => response.end("secret")),
      startHttp((_, response) => response.end("plain")),
    ]);
    const addresses = ["45.45.45.45", "46.46.46.46", "47.47.47.47"];
    const { connect } = routed(Object.fromEntries(addresses.map((address, at) => [address, servers[at]?.port ?? 0])));
    const resolve = async (host: string) => ({
      addresses: [addresses[["right", "wrong", "plain"].indexOf(host.split(".")[0] ?? "")] ?? ""],
    });
    const network = granting("right.example", "wrong.example", "plain.example");
    const asking = `for (const name of ["right", "wrong", "plain"]) say(fetched("https://" + name + ".example/"));`;
    const trusted = await guestProgram(asking, { network, seams: { connect, resolve, ca: right.cert + other.cert } });
    const wrong = code("TLS-certificate-error");
    expect(trusted.said).toEqual([{ status: 200, text: "secret" }, wrong, code("TLS-protocol-error")]);
    const untrusted = await guestProgram(asking, { network, seams: { connect, resolve } });
    expect(untrusted.said).toEqual([wrong, wrong, code("TLS-protocol-error")]);
  });

  test("a server that never answers, and one that falls silent", async () => {
    const silent = await startSilent();
    const { url, network } = await granted((_, response) => {
      response.writeHead(200);
      response.write("and then");
    });
    const { said } = await guestProgram(
      `const options = new RequestOptions();
       options.setFirstByteTimeout(50000000n);
       say(settle(handle(requestTo("http://127.0.0.1:${silent.port}/"), options)).val);
       const slow = new RequestOptions();
       slow.setBetweenBytesTimeout(50000000n);
       const stream = settle(handle(requestTo("${url}/"), slow)).val.consume().stream();
       say(thrown(() => readAll(stream)).err.val);`,
      { network: { ...network, hosts: [...network.hosts, ...granting(`127.0.0.1:${silent.port}`).hosts] } },
    );
    expect(said).toEqual([
      code("connection-read-timeout"),
      { error: "connection-read-timeout", code: code("connection-read-timeout") },
    ]);
  });

  test("a connection that does not come about in time", async () => {
    const { Socket } = await import("node:net");
    const { said } = await guestProgram(
      `const options = new RequestOptions();
       options.setConnectTimeout(50000000n);
       say(settle(handle(requestTo("http://127.0.0.1:9/"), options)).val);`,
      { network: granting("127.0.0.1:9"), seams: { connect: () => new Socket() } },
    );
    expect(said).toEqual([code("connection-timeout")]);
  });

  test.each([
    ["CONNECT", "HTTP-request-denied"],
    ["TRACE", "HTTP-request-denied"],
    ["TRACK", "HTTP-request-denied"],
  ])("the method %s is never sent", async (method, tag) => {
    const { heard, port } = await startRecorder("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    const { said, decisions } = await guestProgram(
      `const request = requestTo("http://127.0.0.1:${port}/");
       request.setMethod({ tag: "other", val: "${method}" });
       say(thrown(() => handle(request, undefined)));`,
      { network: granting(`127.0.0.1:${port}`) },
    );
    expect(said).toEqual([{ err: code(tag) }]);
    expect(decisions).toMatchObject([{ allowed: false, rule: "method" }]);
    expect(heard).toEqual([]);
  });
});

describe("limits", () => {
  test.each([
    ["http-response", { maxHttpResponseBytes: 10 }, `fetched(url)`],
    ["http-requests", { maxHttpRequests: 1 }, `fetched(url + "0"); fetched(url + "0")`],
    ["host-read", { maxHostReadBytes: 1000 }, `fetched(url)`],
    [
      "host-write",
      { maxHostWriteBytes: 10 },
      `requestTo(url).body().write().blockingWriteAndFlush(new Uint8Array(11))`,
    ],
    ["open-files", { maxOpenFiles: 8 }, `for (;;) requestTo(url).body()`],
  ])("%s ends the run", async (limit, limits, act) => {
    const { url, network } = await granted((request, response) =>
      response.end("x".repeat(request.url === "/0" ? 0 : 2000)),
    );
    const { limits: reached, said } = await guestProgram(`const url = "${url}/"; ${act}; say("went on");`, {
      network,
      limits,
    });
    expect([...new Set(reached)]).toEqual([limit]);
    expect(said).toEqual([]);
  });

  test("an endless response that is not read is not kept", async () => {
    let written = 0;
    const { url, network } = await granted((_, response) => {
      const more = () => {
        while (response.write(Buffer.alloc(65_536))) written += 65_536;
      };
      response.on("drain", more).on("error", () => {});
      more();
    });
    const other = await startHttp((_, response) => setTimeout(() => response.end(), 300));
    const { said } = await guestProgram(
      `const response = settle(handle(requestTo("${url}/"), undefined)).val;
       const stream = response.consume().stream();
       fetched("http://127.0.0.1:${other.port}/");
       say(stream.read(1n).length);`,
      { network: { ...network, hosts: [...network.hosts, ...granting(`127.0.0.1:${other.port}`).hosts] } },
    );
    expect(said).toEqual([1]);
    expect(written).toBeLessThan(64 * 1024 * 1024);
  });

  test("too many headers, or too large ones, are refused before any connection", async () => {
    const { heard, port } = await startRecorder("");
    const { said } = await guestProgram(
      `const fields = new Fields();
       for (let index = 0; index < 5000; index++) fields.append("x", utf8("1"));
       const request = new OutgoingRequest(fields);
       request.setAuthority("127.0.0.1:${port}");
       request.setScheme({ tag: "HTTP" });
       say(thrown(() => handle(request, undefined)));
       say(thrown(() => handle(requestTo("http://127.0.0.1:${port}/", { headers: [["x", "y".repeat(70000)]] }), undefined)));`,
      { network: granting(`127.0.0.1:${port}`) },
    );
    expect(said).toEqual(Array(2).fill({ err: { tag: "HTTP-request-header-section-size", val: null } }));
    expect(heard).toEqual([]);
  });
});

test("at the end of the run its connections are gone", async () => {
  const closed = Promise.withResolvers<void>();
  const { url, network } = await granted((_, response) => {
    response.on("close", closed.resolve);
    response.write("endless");
  });
  await guestProgram(`settle(handle(requestTo("${url}/"), undefined));`, { network });
  await closed.promise;
});

test("a body that was dropped takes nothing", async () => {
  const server = await startHttp(() => {});
  const { said } = await guestProgram(
    `const request = requestTo("http://127.0.0.1:${server.port}/");
     request[Symbol.dispose]();
     const body = requestTo("http://127.0.0.1:${server.port}/").body();
     body[Symbol.dispose]();
     say(thrown(() => body.write().write(utf8("x"))).err.tag);`,
    { network: granting(`127.0.0.1:${server.port}`) },
  );
  expect(said).toEqual(["closed"]);
});
