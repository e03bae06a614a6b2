import { describe, expect, test } from "vitest";
import { saying } from "../support/server-component.ts";
import { ask, eventually, say, serving } from "./support/server.ts";

const HELLO = saying("hello\n");
const text = { text: "hello\n" };
const ENDLESS = "(loop $on (br $on))";
const NAMED = /^[0-9]{3} [A-Za-z -]+\n$/;

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
    expect(heard.replace(/^Date: .*$/gm, "")).not.toContain("17");
    expect(await say(port, question.replace("GET", "HEAD"))).toMatch(/^HTTP\/1\.1 200 OK\r\nContent-Length: 17\r\n/);
  });

  test("a component that traps when it is made", async () => {
    const { port, stop } = await serving(HELLO, [], { ...text, start: "unreachable" });
    expect(await ask(port)).toMatchObject({ status: 500 });
    expect(await stop()).toMatchObject({ clean: true });
  });
});
