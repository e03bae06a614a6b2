import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { cli } from "../support/cli.ts";
import { componentFile, temporaryFolder } from "../support/files.ts";
import { gone, guestsAmong, pause } from "../support/processes.ts";
import { saying } from "../support/server-component.ts";
import { ask, eventually, say, served, serving, servingFile } from "./support/server.ts";

const HELLO = saying("hello\n");
const text = { text: "hello\n" };
const ECHO = `(call $respond (local.get $out) (i32.const 200)) (call $echo (local.get $request)) (call $finish)`;
const ENDLESS = "(loop $on (br $on))";
const NAMED = /^[0-9]{3} [A-Za-z -]+\n$/;

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

  test.each([200_000, 5_000_000])("whose body of %d bytes is not read does not hold up the next", async (size) => {
    const { port } = await serving(HELLO, ["--timeout", "60s"], text);
    const head = `POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: ${size}\r\n\r\n`;
    const next = "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    const heard = await say(port, `${head}${"x".repeat(size)}${next}`);
    expect(heard.match(/^HTTP\/1\.1 200 OK/gm)).toHaveLength(2);
  });

  test("whose body is not read, and too large, is the last of its connection", async () => {
    const { port, said } = await serving(HELLO, ["--max-request-body", "1MiB"], text);
    const head = "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n";
    const chunk = `100000\r\n${"x".repeat(0x100000)}\r\n`;
    const heard = await say(port, `${head}${chunk.repeat(4)}0\r\n\r\nGET /next HTTP/1.1\r\nHost: localhost\r\n\r\n`);
    expect(heard.split("HTTP/1.1 ").length).toBeLessThanOrEqual(2);
    await eventually(() => said().includes("POST / "));
    expect(said()).not.toContain("/next");
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

describe("what the guest does wrong is no more than a number to the client", () => {
  test.each([
    ["a trap before the response", "unreachable", 500],
    ["no response", "", 500],
    ["an error instead of a response", "(call $refuse (local.get $out))", 500],
    ["a second response", `(call $refuse (local.get $out)) ${HELLO}`, 500],
    ["an endless loop", ENDLESS, 504],
    [
      "more memory than there may be",
      "(drop (memory.grow (i32.const 4000))) (if (i32.lt_u (memory.size) (i32.const 4000)) (then unreachable))",
      500,
    ],
  ])("%s", async (_, handle, status) => {
    const { port, said, guests } = await serving(handle, ["--timeout", "1s", "--max-memory", "64MiB"], text);
    const reply = await ask(port);
    expect(reply).toMatchObject({ status, broken: false });
    expect(reply.text).toMatch(NAMED);
    await eventually(() => said().includes(`GET / ${status} `));
    await eventually(() => /\n\[[A-Z ]+\] /.test(said()));
    expect(guests().length).toBeLessThan(20);
  });

  test.each([
    ["a trap", "unreachable"],
    ["an endless loop", ENDLESS],
    ["an end without finishing", ""],
  ])("after the response began, %s breaks it off", async (_, then) => {
    const begin = `(call $respond (local.get $out) (i32.const 200)) (call $say (i32.const 64) (i32.const 6))`;
    const { port } = await serving(`${begin} ${then}`, ["--timeout", "1s"], text);
    expect(await ask(port)).toMatchObject({ status: 200, broken: true });
  });

  test.each([
    ["more", "5"],
    ["less", "7"],
  ])("%s bytes than were announced break it off", async (_, announced) => {
    const { port } = await serving(`(call $announce (i32.const 70) (i32.const 1)) ${HELLO}`, [], {
      text: `hello\n${announced}`,
    });
    const reply = await ask(port).catch(() => ({ broken: true }));
    expect(reply.broken).toBe(true);
  });

  test("a length without a body is no response", async () => {
    const handle = `(call $announce (i32.const 64) (i32.const 1)) (call $respond-without-body (local.get $out))`;
    const { port, said } = await serving(handle, [], { text: "7" });
    expect((await ask(port)).status).toBe(500);
    await eventually(() => said().includes("the response was refused: HTTP-response-body-size\n"));
    expect(await ask(port, { method: "HEAD" })).toMatchObject({ status: 200, headers: { "content-length": "7" } });
  });

  test("a length without a body does not make the next response a part of it", async () => {
    const handle = `(call $announce (i32.const 64) (i32.const 2)) (call $respond-without-body (local.get $out))`;
    const { port } = await serving(handle, [], { text: "17" });
    const question = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
    const heard = await say(port, question + question);
    expect(heard).toMatch(/^HTTP\/1\.1 500 /);
    expect(heard).not.toContain("17");
    expect(await say(port, question.replace("GET", "HEAD"))).toMatch(/^HTTP\/1\.1 200 OK\r\nContent-Length: 17\r\n/);
  });

  test("a component that traps when it is made", async () => {
    const { port, stop } = await serving(HELLO, [], { ...text, start: "unreachable" });
    expect(await ask(port)).toMatchObject({ status: 500 });
    expect(await stop()).toMatchObject({ clean: true });
  });
});

describe("clients", () => {
  test("that ask for more than can be answered are turned away", async () => {
    const { port } = await serving(ENDLESS, ["--timeout", "2s", "--max-concurrent", "1"]);
    const answers = await Promise.all(Array.from({ length: 16 }, () => ask(port).then(({ status }) => status)));
    expect(answers).toContain(503);
    expect(answers).toContain(504);
  });

  test("that do not wait for an answer before they ask on get no more guests than others", async () => {
    const { port, guests, said } = await serving(ENDLESS, ["--timeout", "3s", "--max-concurrent", "2"]);
    await eventually(() => guestsAmong(guests()) === 2);
    const socket = connect(port, "127.0.0.1", () =>
      socket.write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(60)),
    );
    socket.on("error", () => {});
    for (let tries = 0; tries < 15; tries++, await pause(100)) {
      expect(guestsAmong(guests())).toBeLessThanOrEqual(2 + 2);
    }
    socket.destroy();
    await eventually(() => said().includes("GET / no response"));
    await eventually(() => guestsAmong(guests()) === 2);
    expect((await ask(port)).status).toBe(504);
  });

  test("that ask again before they have the answer get the answers in order", async () => {
    const { port } = await serving(HELLO, [], text);
    const question = "GET / HTTP/1.1\r\nHost: localhost\r\n";
    const heard = await say(port, `${question}\r\n${question}\r\n${question}Connection: close\r\n\r\n`);
    expect(heard.match(/^HTTP\/1\.1 200 /gm)).toHaveLength(3);
  });

  test("that take all descriptors end neither the server nor what it answers", async () => {
    const { port, said, exit } = await servingFile(await served(HELLO, text), ["--max-concurrent", "2"], 128);
    const sockets = Array.from({ length: 200 }, () => connect(port, "127.0.0.1"));
    for (const socket of sockets) socket.on("error", () => {}).write("GET / HTTP/1.1\r\nHost: localhost\r\n");
    await pause(500);
    const answer = new Promise((resolve) => sockets[0]?.once("data", (chunk) => resolve(String(chunk).slice(0, 12))));
    sockets[0]?.write("\r\n");
    expect(await answer).toBe("HTTP/1.1 200");
    for (const socket of sockets) socket.destroy();
    await pause(200);
    expect((await ask(port)).status).toBe(200);
    expect(await Promise.race([exit, pause(0)])).toBeUndefined();
    expect(said()).not.toContain("EMFILE");
  });

  test("get 503 while no guest process can be started, and the operator hears of it", async () => {
    const { port, said, pid, exit } = await serving(HELLO, ["--max-concurrent", "1"], text);
    await eventually(() => said().includes("DENIED"));
    const question = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
    let heard = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(question));
    socket.on("error", () => {}).on("data", (chunk) => (heard += chunk));
    await eventually(() => heard.endsWith("0\r\n\r\n"));
    await pause(500);
    execFileSync("/usr/bin/prlimit", ["--pid", String(pid), "--nofile=8:"]);
    // The process that waits already answers one more.
    socket.write(question + question);
    await eventually(() => heard.includes(" 503 "));
    expect(heard.match(/ 200 OK/g)).toHaveLength(2);
    await eventually(() => /GET \/ 503 none\n\[REFUSED\] .*\n {2}hint: .*\n/.test(said()));
    execFileSync("/usr/bin/prlimit", ["--pid", String(pid), "--nofile=1024:"]);
    expect((await ask(port)).status).toBe(200);
    expect(await Promise.race([exit, pause(0)])).toBeUndefined();
  });

  test("that go away take their guest with them", async () => {
    const { port, said, guests } = await serving(ENDLESS, ["--timeout", "60s"]);
    const socket = connect(port, "127.0.0.1", () => socket.write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"));
    await pause(1000);
    socket.destroy();
    await eventually(() => said().includes("GET / no response"));
    await eventually(() => said().includes("[GONE] the client went away\n"));
    expect(said()).not.toContain("SIGHUP");
    expect(guests().length).toBeLessThanOrEqual(4 * 3);
  });

  test("are known by the Host that they name: a web page's own name is not the server's", async () => {
    const { port } = await serving(HELLO, ["--allow-host", "good.example"], text);
    const statusFor = async (host: string) => (await ask(port, { headers: { Host: host } })).status;
    for (const host of ["evil.example", "evil.example:8080", "127.0.0.1.evil.example", "localhost.evil.example"]) {
      expect([host, await statusFor(host)]).toEqual([host, 403]);
    }
    for (const host of ["localhost", "LOCALHOST:1", "127.0.0.1", "[::1]", "good.example"]) {
      expect([host, await statusFor(host)]).toEqual([host, 200]);
    }
  });

  test("with a body that is too large get 413, or nothing whole", async () => {
    const { port } = await serving(ECHO, ["--max-request-body", "1000"]);
    const head = "POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
    expect(await say(port, `${head}Content-Length: 2000\r\n\r\n`)).toMatch(/^HTTP\/1\.1 413 /);
    const chunked = `${head}Transfer-Encoding: chunked\r\n\r\n7d0\r\n${"x".repeat(2000)}\r\n0\r\n\r\n`;
    const heard = await say(port, chunked);
    expect(heard.startsWith("HTTP/1.1 413 ") || !heard.endsWith("0\r\n\r\n")).toBe(true);
  });

  test("that do not speak plain HTTP are refused, and no guest hears of them", async () => {
    const { port, said } = await serving(HELLO, [], text);
    const head = "POST / HTTP/1.1\r\nHost: localhost\r\n";
    for (const bytes of [
      `${head}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      `${head}Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcde`,
      "GET / HTTP/1.1\r\n\r\n",
      "GET / HTTP/1.1\nHost: localhost\n\n",
      `GET / HTTP/1.1\r\nHost: localhost\r\n${"X: yyyyyyyyyyyyyyyyyyyyyyyyyyy\r\n".repeat(3000)}\r\n`,
      "SSH-2.0-OpenSSH_9.2\r\n",
    ]) {
      expect([bytes.slice(0, 80), await say(port, bytes)]).toEqual([
        bytes.slice(0, 80),
        expect.stringMatching(/^HTTP\/1\.1 4\d\d /),
      ]);
    }
    expect(said()).not.toMatch(/^(GET|POST) /m);
  });

  test("that send two Host lines, or ask for what is no path, are refused", async () => {
    const { port, said } = await serving(HELLO, [], text);
    const rest = "Host: localhost\r\nConnection: close\r\n\r\n";
    expect(await say(port, `GET / HTTP/1.1\r\nHost: evil.example\r\n${rest}`)).toMatch(/^HTTP\/1\.1 400 /);
    expect(await say(port, `GET / HTTP/1.1\r\nHost: localhost\r\nhost: evil.example\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 400 /,
    );
    expect(await say(port, `GET http://evil.example/x HTTP/1.1\r\n${rest}`)).toMatch(/^HTTP\/1\.1 400 /);
    expect(await say(port, `OPTIONS * HTTP/1.1\r\n${rest}`)).toMatch(/^HTTP\/1\.1 200 /);
    expect(said()).not.toContain("evil");
  });

  test("are told to go on only when their Host is known", async () => {
    const { port } = await serving(ECHO);
    const question = (host: string) =>
      `POST / HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\nhello`;
    expect(await say(port, question("evil.example"))).toMatch(/^HTTP\/1\.1 403 /);
    expect(await say(port, question("localhost"))).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 /);
  });
});

test("what guests say is told by the run that said it, to the last unfinished line", async () => {
  const { port, said } = await serving(`(call $print (i32.const 64) (i32.const 9)) ${saying("one\ntwo")}`, [], {
    text: "one\ntwo\u001b[",
  });
  await Promise.all([ask(port), ask(port)]);
  await eventually(() => said().match(/^GET \/ 200 /gm)?.length === 2);
  const runs = [...said().matchAll(/^GET \/ 200 (.{8})/gm)].map(([, id]) => id);
  expect(new Set(runs).size).toBe(2);
  for (const id of runs) {
    expect(said()).toContain(`[guest ${id}] one\n`);
    expect(said()).toContain(`[guest ${id}] two`);
  }
});

describe("the end", () => {
  test("waits for what runs, takes nothing new, and leaves nothing", async () => {
    const spin = `(local $i i64) (loop $on (local.set $i (i64.add (local.get $i) (i64.const 1)))
      (br_if $on (i64.lt_u (local.get $i) (i64.const 1500000000)))) ${HELLO}`;
    const { port, stop } = await serving(spin, ["--grace", "30s", "--timeout", "30s"], text);
    const answer = ask(port);
    await pause(300);
    const stopped = stop("SIGTERM");
    await pause(100);
    await expect(ask(port)).rejects.toThrow();
    expect(await answer).toMatchObject({ status: 200, text: "hello\n", broken: false });
    expect(await stopped).toEqual({ code: 143, clean: true });
  });

  test("by kill -9 leaves no guest either, neither one that waits nor one that runs", async () => {
    const { port, guests, pid } = await serving(ENDLESS, ["--timeout", "60s"]);
    void ask(port).catch(() => {});
    await eventually(() => guests().length > 1);
    const processes = guests();
    process.kill(pid, "SIGKILL");
    expect(await gone(processes, 2000)).toBe(true);
  });

  test("does not wait longer than the grace time", async () => {
    const { port, stop } = await serving(ENDLESS, ["--grace", "200ms", "--timeout", "60s"]);
    const answer = ask(port).catch(() => ({ status: 0 }));
    await pause(500);
    expect(await stop("SIGINT")).toEqual({ code: 130, clean: true });
    expect([0, 503]).toContain((await answer).status);
  });
});

test("each request is a run in the audit log, its events before its effects, and the chain holds", async () => {
  const log = join(temporaryFolder(), "audit.jsonl");
  const { port, stop } = await serving(HELLO, ["--audit-log", log], text);
  await Promise.all([ask(port, { path: "/a?secret" }), ask(port), ask(port)]);
  await stop();
  const events = readFileSync(log, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(new Set(events.map(({ run }) => run)).size).toBe(3);
  expect(events.filter(({ event }) => event === "execution_started")).toHaveLength(3);
  expect(events.filter(({ event, outcome }) => event === "execution_completed" && outcome === "returned")).toHaveLength(
    3,
  );
  expect(JSON.stringify(events)).not.toContain("secret");
});

test("a log that cannot be written ends the server, and no request is answered", async () => {
  const log = join(temporaryFolder(), "audit.jsonl");
  const { port, exit, said } = await serving(HELLO, ["--audit-log", log], text);
  expect((await ask(port)).status).toBe(200);
  await pause(500);
  rmSync(log);
  mkdirSync(log);
  const answers = [];
  for (let count = 0; count < 10; count++)
    answers.push(
      await ask(port).then(
        ({ status }) => status,
        () => 0,
      ),
    );
  expect(answers.at(-1)).not.toBe(200);
  expect(await exit).toBe(125);
  expect(said()).toContain("audit log");
});

describe("nothing is served", () => {
  test("of a component that is no server; run says of one that is", async () => {
    const skill = await componentFile([{ say: "x" }]);
    expect(await cli(["serve", skill])).toMatchObject({ code: 126, stderr: expect.stringContaining("exports") });
  });

  test.each([
    ["0.0.0.0", ["--listen", "0.0.0.0:0"], "--allow-host"],
    ["[::]", ["--listen", "[0:0::0]:0"], "--allow-host"],
    ["nobody", ["--max-concurrent", "0"], "1 or more"],
  ])("to %s without a word on it", async (_, flags, said) => {
    const result = await cli(["serve", ...flags, await served(HELLO, text)]);
    expect(result).toMatchObject({ code: 125, stdout: "", stderr: expect.stringContaining(said) });
  });

  test.each([["nonsense"], ["127.0.0.1:99999"], ["example.com:80"], ["127.0.0.1"]])("on %s", async (listen) => {
    const skill = await componentFile([{ say: "x" }]);
    expect(await cli(["serve", "--listen", listen, skill])).toMatchObject({ code: 125 });
  });

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
