import { PassThrough } from "node:stream";
import { describe, expect, test } from "vitest";
import { parseRequest, serveDoor } from "../../src/broker/door.ts";
import { encodeRequest, u32 } from "../../src/guest/messages.ts";

/** Two ends of a door: what is written to `guest` arrives at the broker. */
function openDoor(handle: Parameters<typeof serveDoor>[1]["handle"] = () => ({ done: "yes" })) {
  const guest = new PassThrough();
  const answers: Buffer[] = [];
  const socket = Object.assign(new PassThrough(), {
    write(chunk: Buffer, done?: () => void) {
      answers.push(Buffer.from(chunk));
      done?.();
      return true;
    },
  });
  guest.on("data", (chunk) => socket.emit("data", chunk));
  const violations: string[] = [];
  serveDoor(socket, { maxMessageBytes: 1000, handle, violation: (reason) => violations.push(reason) });
  const settle = () => new Promise((done) => setTimeout(done, 5));
  return { send: (bytes: Uint8Array) => socket.emit("data", Buffer.from(bytes)), answers, violations, settle };
}

describe("the broker's end of the door", () => {
  test("answers one request, however its bytes arrive", async () => {
    const door = openDoor(({ operation, fields }) => ({ done: `${operation} ${Buffer.from(fields[0] ?? "")}` }));
    for (const byte of encodeRequest("readFile", "/a")) door.send(Uint8Array.of(byte));
    await door.settle();
    expect(door.answers.map((answer) => answer.subarray(5).toString())).toEqual(["readFile /a"]);
    expect(door.violations).toEqual([]);
  });

  test("a length above the cap is a violation before its bytes are kept", async () => {
    const door = openDoor();
    door.send(u32(0xffff_ffff));
    await door.settle();
    expect(door.violations).toEqual(["announced a message of 4294967295 bytes"]);
  });

  test("a second request before the answer is a violation", async () => {
    const door = openDoor();
    door.send(Buffer.concat([encodeRequest("readFile", "/a"), encodeRequest("readFile", "/b")]));
    await door.settle();
    expect(door.violations).toEqual(["sent a second request before the first was answered"]);
  });

  test("bytes while an answer is pending are a violation", async () => {
    const door = openDoor(() => new Promise(() => {}));
    door.send(encodeRequest("readFile", "/a"));
    await door.settle();
    door.send(Uint8Array.of(1));
    expect(door.violations).toEqual(["sent bytes while an answer was pending"]);
  });

  test.each([
    ["an unknown operation", Uint8Array.of(99), "unknown operation 99"],
    ["an empty frame", new Uint8Array(), "unknown operation (empty)"],
    [
      "a field that claims more than there is",
      Buffer.concat([Uint8Array.of(2), u32(5), Buffer.from("abc")]),
      "malformed fields of readFile",
    ],
    [
      "bytes after the last field",
      Buffer.concat([Uint8Array.of(2), u32(1), Buffer.from("ab")]),
      "malformed fields of readFile",
    ],
    ["a field without a length", Uint8Array.of(2, 0, 0), "malformed fields of readFile"],
  ])("%s is not a request", (_name, frame, reason) => {
    expect(parseRequest(frame)).toBe(reason);
  });
});
