import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../support/files.ts";
import { gone, guestsAmong, pause } from "../support/processes.ts";
import { saying } from "../support/server-component.ts";
import { ask, eventually, say, served, serving, servingFile } from "./support/server.ts";

const HELLO = saying("hello\n");
const text = { text: "hello\n" };
const ECHO = `(call $respond (local.get $out) (i32.const 200)) (call $echo (local.get $request)) (call $finish)`;
const ENDLESS = "(loop $on (br $on))";

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
