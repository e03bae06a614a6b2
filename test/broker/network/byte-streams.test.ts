import { PassThrough, Readable, Writable } from "node:stream";
import { describe, expect, test } from "vitest";
import { ByteSink } from "../../../src/broker/network/byte-sink.ts";
import { ByteSource } from "../../../src/broker/network/byte-source.ts";
import { STREAM_ROOM } from "../../../src/guest/network-messages.ts";

/** A08: what a guest, or a server that helps it, can make the broker keep. */
describe("single bytes", () => {
  test("that a guest writes to nowhere take their room, and hold nothing of what they came with", () => {
    const sink = new ByteSink();
    const pieces = [];
    while (sink.room > 0) {
      const frame = new Uint8Array(65_536);
      pieces.push(frame.length);
      sink.write(frame.subarray(0, 1));
    }
    expect(pieces.length).toBeLessThan(STREAM_ROOM / 512 + 1);
    const written: Uint8Array[] = [];
    sink.attach(
      new Writable({
        write(chunk, _encoding, done) {
          written.push(chunk);
          done();
        },
      }),
    );
    expect(written.length).toBe(pieces.length);
    for (const chunk of written) expect(chunk.buffer.byteLength).toBeLessThan(16_384);
  });

  test("that a server sends are kept as one piece, and none is lost", async () => {
    const stream = new Readable({ read() {}, highWaterMark: 65_536 });
    const source = new ByteSource(stream, { faultOf: () => "broken" });
    const sent = Buffer.from(Array.from({ length: 60_000 }, (_, index) => index % 251));
    for (let at = 0; at < sent.length; at += 1) {
      stream.push(sent.subarray(at, at + 1));
      if (at % 100 === 99) await new Promise(setImmediate);
    }
    const pieces = (stream as unknown as { _readableState: { buffer: readonly unknown[] } })._readableState.buffer
      .length;
    expect(pieces).toBeLessThan(5000);
    stream.push(null);
    const got: Uint8Array[] = [];
    const { signal } = new AbortController();
    while (!source.ended) {
      const bytes = source.read(7000);
      got.push(bytes);
      if (bytes.length === 0 && !source.isReady()) await source.whenReady(signal);
    }
    expect(Buffer.concat(got).equals(sent)).toBe(true);
  });
});

test("an endless stream that nobody reads is not asked for more than it holds", async () => {
  let pushed = 0;
  const stream = new Readable({
    highWaterMark: 65_536,
    read() {
      setImmediate(() => {
        pushed += 8192;
        this.push(Buffer.alloc(8192));
      });
    },
  });
  const source = new ByteSource(stream, { faultOf: () => "broken" });
  for (let turn = 0; turn < 200; turn++) await new Promise(setImmediate);
  expect(pushed).toBeLessThanOrEqual(65_536 + 8192);
  expect(source.read(1000).length).toBe(1000);
  for (let turn = 0; turn < 200; turn++) await new Promise(setImmediate);
  expect(pushed).toBeLessThanOrEqual(65_536 + 2 * 8192);
  source.close();
});

test("a source whose stream was gone before it came says so", () => {
  const stream = new PassThrough();
  stream.on("error", () => {});
  stream.destroy(new Error("early"));
  const source = new ByteSource(stream, { faultOf: (error) => error.message });
  expect([source.isReady(), source.fault]).toEqual([true, "early"]);
});

describe("what a guest does not read to its end", () => {
  test("is taken all the same where the other direction lives on", async () => {
    const stream = new Readable({ read() {}, highWaterMark: 1024 });
    const source = new ByteSource(stream, { faultOf: () => "broken", drainsOnClose: true });
    stream.push(Buffer.alloc(4096));
    await new Promise(setImmediate);
    expect(source.read(10)).toHaveLength(10);
    source.close();
    for (let count = 0; count < 100; count++) {
      stream.push(Buffer.alloc(4096));
      await new Promise(setImmediate);
    }
    expect(stream.readableLength).toBe(0);
    expect(stream.destroyed).toBe(false);
  });

  test("is counted", async () => {
    const stream = new Readable({ read() {} });
    let over = 0;
    const options = { faultOf: () => "broken", drainsOnClose: true, maxBytes: 10_000, tooMany: () => void over++ };
    new ByteSource(stream, options).close();
    stream.push(Buffer.alloc(10_000));
    await new Promise(setImmediate);
    expect([over, stream.destroyed]).toEqual([0, false]);
    stream.push(Buffer.alloc(1));
    await new Promise(setImmediate);
    expect([over, stream.destroyed]).toEqual([1, true]);
  });
});
