import { describe, expect, it } from "vitest";
import { neutralise, neutraliseJson } from "../../src/report/neutralise.ts";

describe("neutralise", () => {
  it.each([
    ["a colour", "\x1b[31mred\x1b[0m", "\\x1b[31mred\\x1b[0m"],
    ["the clipboard", "\x1b]52;c;cm0gLXJm\x07", "\\x1b]52;c;cm0gLXJm\\x07"],
    ["a C1 escape", "\x9b31m", "\\x9b31m"],
    ["overwriting", "good\rbad\x08", "good\\x0dbad\\x08"],
    ["NUL and DEL", "\0\x7f", "\\x00\\x7f"],
    ["bidirectional marks", "a\u202eb\u2066c", "a\\u{202e}b\\u{2066}c"],
    ["zero-width characters", "a\u200bb\u2060c\ufeff", "a\\u{200b}b\\u{2060}c\\u{feff}"],
    ["tag characters", "a\u{e0041}", "a\\u{e0041}"],
    ["a soft hyphen", "a\u00adb", "a\\xadb"],
    ["line separators", "a\u2028b\u0085", "a\\u{2028}b\\x85"],
    ["a lone surrogate", "a\ud800", "a\\u{d800}"],
    ["newlines", "a\nb", "a\\nb"],
    ["a GitHub command", "::error file=x::y", "\\::error file=x::y"],
    ["a GitHub command after white space", "\u3000\t ::set-output", "\u3000\t \\::set-output"],
    ["an older GitHub command", "x ##[error]y", "x #\\#[error]y"],
    ["an Azure command", "ok ##vso[task.setvariable]y", "ok #\\#vso[task.setvariable]y"],
    ["a TeamCity command", "###teamcity[x]", "##\\#teamcity[x]"],
  ])("spells out %s", (_, text, shown) => {
    expect(neutralise(text)).toBe(shown);
  });

  it.each(["plain text", "tab\there", "naïve café", "日本語", "👍 ✔️", "std::vector", "a ## heading", "c:\\dir"])(
    "leaves %j alone",
    (text) => {
      expect(neutralise(text)).toBe(text);
    },
  );

  it("keeps newlines when asked, and disarms the start of each line", () => {
    expect(neutralise("a\r\n::error::b\n\t::c\rd", { keepNewlines: true })).toBe("a\n\\::error::b\n\t\\::c\\x0dd");
  });

  it("gives nothing more to spell out when run twice", () => {
    const once = neutralise("\x1b::error\n::x\u202e##[y]");
    expect(neutralise(once)).toBe(once);
  });

  it.each(["\n", " ", "\u3000", "#", "##", ":", "::\n", "\x1b", "\u200b", "##a"])(
    "takes linear time for a million of %j",
    (text) => {
      const steps = 1_000_000 / text.length;
      expect(neutralise(text.repeat(steps), { keepNewlines: true }).length).toBeGreaterThanOrEqual(steps);
    },
  );
});

describe("neutraliseJson", () => {
  const nasty = ["\x9b\u202e\u200b\u2028\ud800\u{e0041}\x7f", "\\##vso[x]", "##[error]", "::error::\n", '"##', "é 👍"];

  it("says the same in characters that do nothing", () => {
    const json = JSON.stringify({ nasty }, null, 2);
    const inert = neutraliseJson(json);
    expect(JSON.parse(inert)).toEqual({ nasty });
    expect(inert).not.toMatch(/[\x7f-\x9f\u200b\u2028\u202e\u{e0041}]|##(?:vso)?\[/u);
    expect(inert.split("\n").filter((line) => /^\s*::/.test(line))).toEqual([]);
  });

  it("leaves ordinary JSON alone", () => {
    const json = JSON.stringify({ a: ["b\n", "é"] }, null, 2);
    expect(neutraliseJson(json)).toBe(json);
  });
});
