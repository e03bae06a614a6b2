import assert from "node:assert/strict";
import { Duplex } from "node:stream";
import fc from "fast-check";
import { parseRequest, type Request, serveDoor } from "../../src/broker/door.ts";
import { decodeTime } from "../../src/guest/file-messages.ts";
import { decodeJob, encodeJob, type GuestJob } from "../../src/guest/job.ts";
import { encodeRequest, OPERATIONS, type OperationName, u32 } from "../../src/guest/messages.ts";
import { alone, edgeU32, fromHex, hex } from "../bytes.ts";
import { defineTarget } from "../target.ts";
import { type Frame, framesOf } from "./door-reference.ts";

const MAX_MESSAGE_BYTES = 200;

const operation = fc.constantFrom(...(Object.keys(OPERATIONS) as OperationName[]));
const field = fc.uint8Array({ maxLength: 30 });
const request = fc
  .tuple(operation, fc.array(field, { minLength: 5, maxLength: 5 }))
  .map(([name, fields]) => encodeRequest(name, ...fields.slice(0, OPERATIONS[name].fields)));
/** A frame whose operation, number of fields and lengths are anybody's guess. */
const forged = fc
  .tuple(fc.nat(255), fc.array(fc.tuple(edgeU32, field), { maxLength: 4 }), fc.option(edgeU32))
  .map(([code, fields, length]) => {
    const body = Buffer.concat([Buffer.of(code), ...fields.flatMap(([claim, bytes]) => [u32(claim), bytes])]);
    return Buffer.concat([u32(length ?? body.length), body]);
  });
const stream = fc
  .array(fc.oneof({ weight: 4, arbitrary: request }, { weight: 2, arbitrary: forged }, field), { maxLength: 6 })
  .map((pieces) => new Uint8Array(Buffer.concat(pieces)));

/** The broker's end of the door: any bytes, in any pieces, are requests or a violation. */
export const door = defineTarget({
  name: "door",
  inputs: fc.record({ bytes: hex(stream), cuts: fc.array(fc.nat(120), { maxLength: 12 }) }),
  gateRuns: 800,
  async check({ bytes: text, cuts }) {
    const bytes = fromHex(text);
    checkParsing(bytes);
    checkJob(bytes);
    const frames = framesOf(bytes, MAX_MESSAGE_BYTES);
    await checkPolite(bytes, cuts, frames);
    await checkRude(bytes, cuts, frames);
  },
});

/** Fields are views of the frame: nothing is allocated for what a length claims. */
function checkParsing(bytes: Buffer<ArrayBuffer>): void {
  const parsed = parseRequest(bytes);
  if (typeof parsed === "string") return;
  assert(parsed.fields.every((each) => each.buffer === bytes.buffer));
  const sum = parsed.fields.reduce((total, each) => total + 4 + each.length, 1);
  assert.equal(sum, bytes.length);
  for (const each of parsed.fields) decodeTime(each);
}

/** The guest's first frame comes from us; damaged it must still not be taken for another job. */
function checkJob(bytes: Buffer<ArrayBuffer>): void {
  try {
    decodeJob(bytes);
  } catch (error) {
    assert(
      error instanceof SyntaxError || (error instanceof Error && error.message === "malformed job"),
      String(error),
    );
  }
  // Any header will do: what is in it is not the decoder's business.
  const job = { call: "cliRun", maxResultBytes: bytes.length } as GuestJob;
  const blobs = {
    source: bytes,
    codeCache: bytes.subarray(1),
    component: new Uint8Array(),
    extra: bytes,
    input: bytes,
  };
  const frame = Buffer.concat(encodeJob(job, blobs));
  assert.equal(frame.readUInt32LE(0), frame.length - 4);
  const decoded = decodeJob(frame.subarray(4));
  assert.deepEqual(decoded.job, job);
  for (const [name, blob] of Object.entries(blobs))
    assert.deepEqual(Buffer.from(Reflect.get(decoded.blobs, name)), Buffer.from(blob));
}

/** Whoever waits for each answer is served the same however its bytes arrive. */
async function checkPolite(bytes: Buffer, cuts: readonly number[], frames: readonly Frame[]): Promise<void> {
  const ends = frames.flatMap((frame) => (frame.kind === "request" ? [frame.end] : []));
  const seen = await served(chunksOf(bytes, [...ends, ...positions(cuts)]), true);
  assert.deepEqual(seen.requests, requestsOf(frames));
  assert.equal(seen.violations, frames.at(-1)?.kind === "violation" ? 1 : 0);
}

/** Whoever does not wait is served no request that is not there, and stopped once. */
async function checkRude(bytes: Buffer, cuts: readonly number[], frames: readonly Frame[]): Promise<void> {
  const seen = await served(chunksOf(bytes, positions(cuts)), false);
  const all = requestsOf(frames);
  assert.deepEqual(seen.requests, all.slice(0, seen.requests.length));
  assert(seen.violations <= 1);
  if (seen.violations === 0) assert.equal(seen.requests.length, all.length);
}

function requestsOf(frames: readonly Frame[]): string[] {
  return frames.flatMap((frame) => (frame.kind === "request" ? [frame.text] : []));
}

function positions(cuts: readonly number[]): number[] {
  let at = 0;
  return cuts.map((cut) => {
    at += cut;
    return at;
  });
}

function chunksOf(bytes: Buffer, cuts: readonly number[]): Buffer[] {
  const places = [0, ...new Set(cuts.filter((cut) => cut < bytes.length)), bytes.length].sort((one, two) => one - two);
  return places.slice(1).map((end, index) => alone(bytes.subarray(places[index], end)));
}

async function served(
  chunks: readonly Buffer[],
  waiting: boolean,
): Promise<{ requests: string[]; violations: number }> {
  const seen = { requests: [] as string[], violations: 0 };
  const socket = new Duplex({ read() {}, write: (_chunk, _encoding, done) => done() });
  serveDoor(socket, {
    maxMessageBytes: MAX_MESSAGE_BYTES,
    handle: (asked) => {
      seen.requests.push(textOf(asked));
      return { done: "" };
    },
    violation: () => {
      seen.violations += 1;
    },
  });
  for (const chunk of chunks) {
    if (!socket.destroyed) socket.emit("data", chunk);
    if (waiting) await new Promise(setImmediate);
  }
  await new Promise(setImmediate);
  socket.destroy();
  return seen;
}

function textOf({ operation: name, fields }: Request): string {
  return [name, ...fields.map((each) => Buffer.from(each).toString("hex"))].join(" ");
}
