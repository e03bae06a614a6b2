import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { longer } from "../support/amount.ts";
import { cli } from "../support/cli.ts";
import { componentFile, temporaryFolder } from "../support/files.ts";
import { saying } from "../support/server-component.ts";
import { ask, eventually, say, served, serving } from "./support/server.ts";

const HELLO = saying("hello\n");
const text = { text: "hello\n" };
const ECHO = `(call $respond (local.get $out) (i32.const 200)) (call $echo (local.get $request)) (call $finish)`;

describe("a request", () => {
  test("is answered by an instance of its own, and its process does not outlive it", async () => {
    // The answer is what the memory holds, and the memory is changed after it: a used instance would say so.
    const { port, guests, stop, said } = await serving(
      `${HELLO} (i32.store8 (i32.const 64) (i32.const 88))`,
      ["--max-concurrent", "1"],
      text,
    );
    const seen = new Set<number>();
    for (let count = 0; count < 3; count++) {
      for (const pid of guests()) seen.add(pid);
      expect(await ask(port)).toMatchObject({ status: 200, text: "hello\n", broken: false });
    }
    expect(seen.size).toBeGreaterThan(1);
    await eventually(() => said().match(/GET \/ 200 [0-9a-f-]{36}\n/g)?.length === 3);
    expect(await stop("SIGINT")).toEqual({ code: 130, clean: true });
  });

  test("crosses with its body, and so does the response, streamed", async () => {
    const { port, stop } = await serving(ECHO);
    const body = "0123456789abcdef".repeat(300_000);
    expect((await ask(port, { method: "POST", body })).text === body).toBe(true);
    expect(await ask(port)).toMatchObject({ status: 200, text: "" });
    expect(await stop()).toEqual({ code: 143, clean: true });
  });

  test.each([[5_000_000], ...longer([200_000])])(
    "whose body of %d bytes is not read does not hold up the next",
    async (size) => {
      const { port } = await serving(HELLO, ["--timeout", "60s"], text);
      const head = `POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: ${size}\r\n\r\n`;
      const next = "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      const heard = await say(port, `${head}${"x".repeat(size)}${next}`);
      expect(heard.match(/^HTTP\/1\.1 200 OK/gm)).toHaveLength(2);
    },
  );

  test("whose body is not read, and too large, is the last of its connection", async () => {
    const { port, said } = await serving(HELLO, ["--max-request-body", "1MiB"], text);
    const head = "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n";
    const chunk = `100000\r\n${"x".repeat(0x100000)}\r\n`;
    const heard = await say(port, `${head}${chunk.repeat(4)}0\r\n\r\nGET /next HTTP/1.1\r\nHost: localhost\r\n\r\n`);
    expect(heard.split("HTTP/1.1 ").length).toBeLessThanOrEqual(2);
    await eventually(() => said().includes("POST / "));
    expect(said()).not.toContain("/next");
  });

  test("for another name than the server's, for two or in two ways, is no request to any guest", async () => {
    const { port, said, stop } = await serving(HELLO, [], text);
    const answers = [
      ["GET / HTTP/1.1\r\nHost: evil.example\r\n", 403],
      ["GET / HTTP/1.1\r\nHost: localhost.evil.example\r\n", 403],
      ["GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n", 400],
      ["GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\n", 400],
      ["GET / HTTP/1.1\r\n", 400],
      [`GET / HTTP/1.1\r\nHost: localhost:${port}\r\n`, 200],
    ] as const;
    for (const [head, status] of answers) {
      const heard = await say(port, `${head}Connection: close\r\n\r\n`);
      expect([head, heard.slice(0, 12)]).toEqual([head, `HTTP/1.1 ${status}`]);
    }
    await stop();
    await eventually(() => said().includes("GET ")); // what it said may be read after it has ended
    expect(said().match(/^.*GET .*$/gm)).toHaveLength(1);
  });

  test("that is answered when the server is stopped is spoken of and logged all the same", async () => {
    const log = join(temporaryFolder(), "audit.jsonl");
    const { port, said, stop } = await serving(HELLO, [`--audit-log=${log}`], text);
    await Promise.all(Array.from({ length: 8 }, () => ask(port)));
    expect(await stop()).toEqual({ code: 143, clean: true });
    await eventually(() => said().match(/GET \/ 200/g)?.length === 8);
    expect(readFileSync(log, "utf8").match(/"execution_completed"/g)).toHaveLength(8);
  });

  test("HEAD gets the head of the response", async () => {
    const { port } = await serving(`(call $announce (i32.const 70) (i32.const 1)) ${HELLO}`, [], { text: "hello\n6" });
    expect(await ask(port)).toMatchObject({ status: 200, text: "hello\n", headers: { "content-length": "6" } });
    expect(await ask(port, { method: "HEAD" })).toMatchObject({
      status: 200,
      text: "",
      headers: { "content-length": "6" },
    });
  });

  test("answers come at the same time, as many as may be, and the others wait", async () => {
    const { port } = await serving(HELLO, ["--max-concurrent", "2"], text);
    const answers = await Promise.all(Array.from({ length: 8 }, () => ask(port)));
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
  });
});

describe("nothing is served", () => {
  test("of a component that is no server; run says of one that is", async () => {
    const skill = await componentFile([{ say: "x" }]);
    expect(await cli(["serve", skill])).toMatchObject({ code: 126, stderr: expect.stringContaining("exports") });
  });

  test.each([
    ["0.0.0.0", ["--listen", "0.0.0.0:0"], "--allow-host"],
    ["nobody", ["--max-concurrent", "0"], "1 or more"],
    ...longer(["[::]", ["--listen", "[0:0::0]:0"], "--allow-host"]),
  ])("to %s without a word on it", async (_, flags, said) => {
    const result = await cli(["serve", ...flags, await served(HELLO, text)]);
    expect(result).toMatchObject({ code: 125, stdout: "", stderr: expect.stringContaining(said) });
  });

  test.each([["127.0.0.1:99999"], ["example.com:80"], ...longer(["nonsense"], ["127.0.0.1"])])(
    "on %s",
    async (listen) => {
      const skill = await componentFile([{ say: "x" }]);
      expect(await cli(["serve", "--listen", listen, skill])).toMatchObject({ code: 125 });
    },
  );

  test("where somebody listens already", async () => {
    const { port } = await serving(HELLO, [], text);
    const { writeFileSync } = await import("node:fs");
    const { server } = await import("../support/server-component.ts");
    const path = join(temporaryFolder(), "second.wasm");
    writeFileSync(path, await server(HELLO, text));
    const second = await cli(["serve", "--listen", `127.0.0.1:${port}`, path]);
    expect(second).toMatchObject({ code: 125, stderr: expect.stringContaining("EADDRINUSE") });
    expect(await cli(["run", path])).toMatchObject({
      code: 126,
      stderr: expect.stringContaining("wasm-sandbox serve"),
    });
  });
});
