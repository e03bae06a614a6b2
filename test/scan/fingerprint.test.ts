import { describe, expect, it } from "vitest";
import { EvidenceLines } from "../../src/scanner/fingerprint.ts";

const digestsOf = (text: string, lines: readonly number[]) => {
  const evidence = new EvidenceLines(Buffer.from(text));
  return lines.map((line) => evidence.digestOf(line));
};

describe("a line as evidence", () => {
  it.each([10, 4095, 4096, 4097, 10_000])("of %d bytes is the same however it ends", (length) => {
    const line = "x".repeat(length);
    const [alone] = digestsOf(line, [1]);
    for (const end of ["\n", "\r\n", "\r"]) expect(digestsOf(`a${end}${line}${end}b`, [3, 2])[1]).toBe(alone);
  });

  it("that is short may be indented and spaced anew", () => {
    expect(digestsOf("  f( 1,  2 )  ", [1])).toEqual(digestsOf("f( 1, 2 )", [1]));
  });

  it("is empty where there is none, however far behind the end", () => {
    const [empty] = digestsOf("", [1]);
    expect(digestsOf("a\n", [2, 3, 2 ** 31 - 1, 1])).toEqual([empty, empty, empty, ...digestsOf("a", [1])]);
    expect(digestsOf("a\r\n\r\nb", [2, 0])).toEqual([empty, empty]);
  });
});
