import { Socket } from "node:net";
import { describe, expect, test } from "vitest";
import { EVERYTHING, granting, named, network, OTHER_PUBLIC, online, PUBLIC, routed } from "./support/network.ts";
import { startHttp } from "./support/servers.ts";

const { resolve } = named({ "example.com": [PUBLIC] });

describe("without a grant", () => {
  test.each([
    ["http://example.com/", "--allow-network=example.com"],
    ["https://example.com/", "--allow-network=example.com"],
    ["https://example.com:8443/", "--allow-network=example.com:8443"],
    ["http://169.254.169.254/latest/", "--allow-network=169.254.169.254:80"],
    ["http://[fd00:ec2::254]/", "--allow-network=[fd00:ec2::254]:80"],
    ["http://localhost:3000/", "--allow-network=127.0.0.1:3000"],
    ["ftp://example.com/", undefined],
    ["nonsense", undefined],
  ])("%s is denied with the flag that would allow it", async (url, hint) => {
    const denial = { kind: "denied", rule: "default-deny", reason: "network capability not granted", hint };
    expect(await network(granting()).get(url)).toEqual(denial);
    expect(await network(granting()).post(url, "x")).toEqual(denial);
  });
});

describe("an answer", () => {
  test("is the body as text, byte order mark dropped, what is not UTF-8 replaced", async () => {
    const bodies = new Map([
      ["/", Buffer.from("grüße ✓")],
      ["/empty", Buffer.alloc(0)],
      ["/bom", Buffer.from("\ufefftext")],
      ["/latin1", Buffer.from("gr\xfc\xdfe", "latin1")],
    ]);
    const server = await startHttp((request, response) => response.end(bodies.get(request.url ?? "")));
    const values = [];
    for (const path of bodies.keys()) values.push(await online(server.port).get(`http://example.com${path}`));
    expect(values.map((value) => "value" in value && value.value)).toEqual(["grüße ✓", "", "text", "gr\ufffd\ufffde"]);
  });

  test.each([
    [201, "done", undefined],
    [300, "failed", "HTTP 300 Multiple Choices"],
    [304, "failed", "HTTP 304 Not Modified"],
    [404, "failed", "HTTP 404 Not Found"],
    [500, "failed", "HTTP 500 Internal Server Error"],
    [599, "failed", "HTTP 599"],
  ])("%i: %s", async (status, kind, reason) => {
    const server = await startHttp((_, response) => {
      response.writeHead(status, "<b>the server's own words").end(status === 304 ? undefined : "body");
    });
    const decision = await online(server.port).get("http://example.com/");
    expect(decision).toMatchObject({ kind, rule: "--allow-network=example.com", ...(reason && { reason }) });
  });

  test("a POST sends its text as UTF-8", async () => {
    const server = await startHttp((request, response) => {
      request.setEncoding("utf8").once("data", (body) => response.end(`${request.method} ${body}`));
    });
    expect(await online(server.port).post("http://example.com/", "grüße")).toMatchObject({ value: "POST grüße" });
  });

  test("that is compressed, unasked, is not taken", async () => {
    const server = await startHttp((_, response) => response.writeHead(200, { "content-encoding": "gzip" }).end("x"));
    expect(await online(server.port).get("http://example.com/")).toMatchObject({ kind: "failed" });
  });

  test("that breaks off is a failure, not half a text", async () => {
    const server = await startHttp((_, response) => {
      response.writeHead(200, { "content-length": "100" }).write("half");
      setImmediate(() => response.destroy());
    });
    const decision = await online(server.port).get("http://example.com/");
    expect(decision).toMatchObject({ kind: "failed", reason: expect.stringContaining("broke off") });
  });
});

describe("connections", () => {
  test("the next address is tried when one does not answer, and only judged ones", async () => {
    const server = await startHttp((_, response) => response.end("second"));
    const { connect, dialled } = routed({ [OTHER_PUBLIC]: server.port });
    const both = named({ "example.com": [PUBLIC, OTHER_PUBLIC] });
    const decision = await network(granting("example.com"), { connect, resolve: both.resolve }).get(
      "http://example.com/",
    );
    expect(decision).toMatchObject({ kind: "done", value: "second" });
    expect(dialled).toEqual([`${PUBLIC} 80`, `${OTHER_PUBLIC} 80`]);
  });

  test("a refused connection and an unknown name are failures without addresses in their text", async () => {
    const { connect } = routed({});
    const some = network(EVERYTHING, { connect, resolve });
    const refused = { kind: "failed", reason: "connection failed (ECONNREFUSED)", rule: "--allow-network" };
    expect(await some.get("http://example.com/")).toEqual(refused);
    const unknown = { kind: "failed", reason: "cannot resolve unknown.com (ENOTFOUND)", rule: "--allow-network" };
    expect(await some.get("http://unknown.com/")).toEqual(unknown);
  });

  test("a connector that gives up without an error is a failure", async () => {
    const some = network(EVERYTHING, { connect: () => new Socket().destroy(), resolve });
    expect(await some.get("http://example.com/")).toMatchObject({ kind: "failed" });
  });

  test("an IPv4 address inside an IPv6 answer is judged and dialled as IPv4", async () => {
    const { connect, dialled } = routed({});
    const mapped = named({ "example.com": [`::ffff:${PUBLIC}`] });
    await network(EVERYTHING, { connect, resolve: mapped.resolve }).get("http://example.com/");
    expect(dialled).toEqual([`${PUBLIC} 80`]);
  });

  test.each([302, 404])("the connection of a %i is closed at once, however long its body", async (status) => {
    const closed = Promise.withResolvers<void>();
    const server = await startHttp((_, response) => {
      response.on("close", closed.resolve).writeHead(status, { location: "http://unknown.com/" }).write("endless");
    });
    expect(await online(server.port).get("http://example.com/")).toMatchObject({
      kind: expect.stringMatching(/denied|failed/),
    });
    await closed.promise;
  });

  test("what is no address in an answer of a resolver goes nowhere", async () => {
    const { connect, dialled } = routed({});
    for (const address of ["example.org", "", "fe80::1%eth0", "1.2.3.4/8", "a@1.2.3.4"]) {
      const odd = named({ "example.com": [PUBLIC, address] });
      const decision = await network(EVERYTHING, { connect, resolve: odd.resolve }).get("http://example.com/");
      expect(decision.kind).toBe("failed");
    }
    expect(dialled).toEqual([]);
  });

  test("nothing is sent when the announcement throws, and the caller gets that error", async () => {
    const { connect, dialled } = routed({});
    const { resolve: lookup, asked } = named({ "example.com": [PUBLIC] });
    const some = network(EVERYTHING, { connect, resolve: lookup });
    const fail = () => {
      throw new Error("the audit log is full");
    };
    await expect(some.get("http://example.com/", fail)).rejects.toThrow("the audit log is full");
    await expect(some.post(`http://${PUBLIC}/`, "x", fail)).rejects.toThrow("the audit log is full");
    expect({ asked, dialled }).toEqual({ asked: [], dialled: [] });
  });
});
