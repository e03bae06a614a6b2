import { describe, expect, it } from "vitest";
import { decodeSource } from "../../src/skill/decode.ts";

const CODE = 'import os\nos.system("id")\n';

function text(bytes: Uint8Array): string {
  return Buffer.from(decodeSource(bytes).utf8).toString("utf8");
}

function utf16be(code: string): Buffer {
  return Buffer.from(code, "utf16le").swap16();
}

describe("decodeSource", () => {
  it.each([
    ["UTF-8", Buffer.from(CODE)],
    ["UTF-8 with a mark", Buffer.from(`\ufeff${CODE}`)],
    ["UTF-16 LE with a mark", Buffer.from(`\ufeff${CODE}`, "utf16le")],
    ["UTF-16 BE with a mark", utf16be(`\ufeff${CODE}`)],
    ["UTF-16 LE without", Buffer.from(CODE, "utf16le")],
    ["UTF-16 BE without", utf16be(CODE)],
  ])("reads %s", (_, bytes) => {
    expect(decodeSource(bytes)).toEqual({ utf8: expect.anything() });
    expect(text(bytes)).toBe(CODE);
  });

  it("hands UTF-8 on without a copy", () => {
    const bytes = Buffer.from(CODE);
    expect(decodeSource(bytes).utf8).toBe(bytes);
  });

  it.each([
    ["latin-1", 0xe9, "é"],
    ["iso-8859-1", 0x80, "\u0080"],
    ["cp1252", 0x80, "€"],
    ["windows-1251", 0xe9, "й"],
    ["iso8859-15", 0xa4, "€"],
    ["KOI8_R", 0xc1, "а"],
  ])("obeys the cookie %s", (name, byte, character) => {
    const bytes = Buffer.concat([
      Buffer.from(`# -*- coding: ${name} -*-\nx = "`),
      Buffer.from([byte]),
      Buffer.from('"\n'),
    ]);
    expect(decodeSource(bytes).doubt).toBeUndefined();
    expect(text(bytes)).toContain(`"${character}"`);
  });

  it("finds the cookie on the second line, after a comment only", () => {
    const second = (first: string) => Buffer.from(`${first}\n# vim: set fileencoding=utf-7 :\n`);
    expect(decodeSource(second("#!/usr/bin/python")).doubt?.weight).toBe("grave");
    expect(decodeSource(second("import os")).doubt).toBeUndefined();
    expect(decodeSource(Buffer.from("\n\n# coding: utf-7\n")).doubt).toBeUndefined();
  });

  it.each(["utf-7", "unicode_escape", "raw_unicode_escape", "hz", "iso2022_kr", "__proto__", "toString"])(
    "has grave doubts about %s, in which code can hide",
    (name) => {
      expect(decodeSource(Buffer.from(`# coding: ${name}\n${CODE}`)).doubt).toEqual({
        weight: "grave",
        what: `is encoded as ${name}, which is not decoded`,
      });
    },
  );

  it("finds a cookie at the far end of a long line", () => {
    expect(decodeSource(Buffer.from(`#${" ".repeat(100_000)}coding: utf-7\n`)).doubt?.weight).toBe("grave");
  });

  it("reads on after invalid bytes, with a slight doubt", () => {
    const bytes = Buffer.concat([Buffer.from([0x22, 0xff, 0xfe, 0x80, 0x22, 10]), Buffer.from(CODE)]);
    expect(decodeSource(bytes).doubt).toEqual({ weight: "slight", what: "is not valid utf-8" });
    expect(text(bytes)).toContain(CODE);
  });

  it("keeps NULs", () => {
    expect(text(Buffer.from("import os\0\nx = 1\n"))).toBe("import os\0\nx = 1\n");
  });

  it.each([0, 1, 2, 3, 4, 5])("never throws on %d odd bytes", (length) => {
    for (const byte of [0x00, 0xff, 0xfe, 0xef, 0xd8]) {
      const decoded = decodeSource(Buffer.alloc(length, byte));
      expect(Buffer.from(decoded.utf8).toString("utf8").isWellFormed()).toBe(true);
    }
  });

  it("never throws on a lone surrogate or half a unit of UTF-16", () => {
    const bytes = Buffer.concat([Buffer.from(`\ufeff${CODE}`, "utf16le"), Buffer.from([0x00, 0xd8, 0x41])]);
    expect(text(bytes)).toContain("os.system");
    expect(decodeSource(bytes).doubt?.weight).toBe("slight");
  });

  it("knows that it cannot read UTF-32", () => {
    expect(decodeSource(Buffer.from([0xff, 0xfe, 0, 0, 0x69, 0, 0, 0])).doubt?.weight).toBe("grave");
  });

  it("reads one line in linear time, whatever is in it", () => {
    expect(decodeSource(Buffer.from(`#${"coding;".repeat(500_000)}\n`)).doubt).toBeUndefined();
  });
});
