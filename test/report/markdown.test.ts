import { describe, expect, it } from "vitest";
import { codeSpan, inlineMarkdown, markdownCode } from "../../src/report/markdown.ts";

const HOSTILE =
  "a|b <img src=x onerror=1> [x](javascript:1) `c` @team #1 https://evil.example www.evil.example\n# h\x1b[2J";

describe("foreign text in Markdown", () => {
  it("has no markup, no link, no mention, no cell and no second line", () => {
    const text = inlineMarkdown(HOSTILE);
    expect(text).not.toMatch(/(?<!\\)[<>[\]`|@#*_]|https:\/\/|\bwww\.|\n|\x1b/);
    expect(inlineMarkdown("a plain sentence, with dots.")).toBe("a plain sentence, with dots.");
  });

  it("cannot leave a code span or a table", () => {
    expect(codeSpan("a`b``c|d")).toBe("``` a`b``c\\|d ```");
    expect(codeSpan("plain")).toBe("`plain`");
    expect(codeSpan("`")).toBe("`` ` ``");
    expect(codeSpan("")).toBe("");
    expect(codeSpan(HOSTILE)).not.toMatch(/\n|(?<!\\)\|/);
  });

  it("cannot leave a block", () => {
    expect(markdownCode("a\n```\n# b\n````", "py")).toBe("`````py\na\n```\n# b\n````\n`````");
  });
});
