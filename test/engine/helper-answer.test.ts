import { describe, expect, it } from "vitest";
import { decodeAnswer, encodeAnswer, type HelperAnswer } from "../../src/engine/helper-answer.ts";

const answer: HelperAnswer = {
  ok: true,
  glue: Buffer.from("glue"),
  modules: [
    { name: "component.core.wasm", original: 1 },
    { name: "component.core2.wasm", bytes: Buffer.from("made") },
  ],
};

describe("the helper's answer", () => {
  it("comes through as it was", () => {
    expect(decodeAnswer(encodeAnswer(answer), 2)).toEqual(answer);
    const failure: HelperAnswer = { ok: false, code: "refused", message: "no" };
    expect(decodeAnswer(encodeAnswer(failure), 0)).toEqual(failure);
  });

  it("is refused cut off at any byte, and with bytes left over", () => {
    const frame = encodeAnswer(answer);
    for (let length = 0; length < frame.length; length += 1) {
      expect(() => decodeAnswer(frame.subarray(0, length), 2)).toThrow(/The generator's answer/);
    }
    expect(() => decodeAnswer(Buffer.concat([frame, Buffer.alloc(1)]), 2)).toThrow(/has bytes left over/);
  });

  it.each<[string, unknown]>([
    [
      "a module that the component does not have",
      { ok: true, glue: 0, modules: [{ name: "component.core.wasm", original: 2 }] },
    ],
    ["a negative module", { ok: true, glue: 0, modules: [{ name: "component.core.wasm", original: -1 }] }],
    [
      "a module that is half a number",
      { ok: true, glue: 0, modules: [{ name: "component.core.wasm", original: 0.5 }] },
    ],
    ["a module both ways", { ok: true, glue: 0, modules: [{ name: "component.core.wasm", original: 0, length: 0 }] }],
    ["a module neither way", { ok: true, glue: 0, modules: [{ name: "component.core.wasm" }] }],
    ["a module that is none", { ok: true, glue: 0, modules: [null] }],
    ["a module under another name", { ok: true, glue: 0, modules: [{ name: "../../x.wasm", original: 0 }] }],
    ["one name twice", { ok: true, glue: 0, modules: Array(2).fill({ name: "component.core.wasm", original: 0 }) }],
    ["a length beyond the frame", { ok: true, glue: 4_000_000_000, modules: [] }],
    ["a negative length", { ok: true, glue: -1, modules: [] }],
    ["no modules", { ok: true, glue: 0 }],
    ["a failure without a code", { ok: false, message: "x" }],
    ["a failure of another kind", { ok: false, code: "internal", message: "x" }],
    ["a message with escapes", { ok: false, code: "refused", message: "\u001b[2J" }],
    ["no object", []],
    ["nothing", null],
  ])("is refused with %s", (_, header) => {
    expect(() => decodeAnswer(frameOf(JSON.stringify(header)), 2)).toThrow(
      expect.objectContaining({ code: "internal", message: expect.stringMatching(/nothing of it was used$/) }),
    );
  });

  it("is refused when its header is no JSON, and a long message is cut", () => {
    expect(() => decodeAnswer(frameOf("{"), 0)).toThrow(/has no readable header/);
    const long = decodeAnswer(frameOf(JSON.stringify({ ok: false, code: "refused", message: "x".repeat(10_000) })), 0);
    expect(long.ok ? 0 : long.message.length).toBe(500);
  });
});

function frameOf(header: string): Uint8Array {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(Buffer.byteLength(header));
  return Buffer.concat([length, Buffer.from(header)]);
}
