import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { Stdin } from "../../src/broker/stdin.ts";

const never = new AbortController().signal;
const text = async (stdin: Stdin, length: number) => Buffer.from(await stdin.read(length, never)).toString();

test("gives what is there, at most what was asked for, and nothing at the end", async () => {
  const stream = new PassThrough();
  const stdin = new Stdin(() => stream);
  const first = text(stdin, 3);
  stream.write("hello");
  expect(await first).toBe("hel");
  expect(await text(stdin, 100)).toBe("lo");
  stream.end(" end");
  expect(await text(stdin, 100)).toBe(" end");
  expect(await text(stdin, 100)).toBe("");
  expect(await text(stdin, 100)).toBe("");
});

test("is not opened before it is read", () => {
  let opened = 0;
  const stdin = new Stdin(() => {
    opened++;
    return undefined;
  });
  stdin.close();
  expect(opened).toBe(0);
});

test("without a stream it is at its end", async () => {
  const stdin = new Stdin(() => undefined);
  expect([await text(stdin, 10), stdin.isReady()]).toEqual(["", true]);
});

test("waiting ends with the run, with an error, and with bytes", async () => {
  const stream = new PassThrough();
  const stdin = new Stdin(() => stream);
  const over = new AbortController();
  const waiting = stdin.read(10, over.signal);
  expect(stdin.isReady()).toBe(false);
  over.abort();
  expect((await waiting).length).toBe(0);
  const broken = text(stdin, 10);
  stream.destroy(new Error("gone"));
  expect(await broken).toBe("");
});

test("as many bytes as were asked for, however they arrive, when two runs shall see the same", async () => {
  const stream = new PassThrough();
  const stdin = new Stdin(() => stream);
  const whole = stdin.readAll(6, never);
  for (const piece of ["a", "bc", "defg"]) {
    stream.write(piece);
    await new Promise((done) => setImmediate(done));
  }
  expect(Buffer.from(await whole).toString()).toBe("abcdef");
  stream.end();
  expect(Buffer.from(await stdin.readAll(6, never)).toString()).toBe("g");
  expect((await stdin.readAll(6, never)).length).toBe(0);
});
