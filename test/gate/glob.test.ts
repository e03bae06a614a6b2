import { describe, expect, it } from "vitest";
import { matchesGlob } from "../../src/gate/glob.ts";

describe("matchesGlob", () => {
  it.each([
    ["a/b.py", "a/b.py", true],
    ["a/b.py", "a/*.py", true],
    ["a/b/c.py", "a/*.py", false],
    ["a/b/c.py", "a/**", true],
    ["a", "a/**", true],
    ["a/b/c.py", "**/c.py", true],
    ["c.py", "**/c.py", true],
    ["a/b/c.py", "a/**/c.py", true],
    ["a/c.py", "a/**/c.py", true],
    ["a/b/x.py", "a/**/c.py", false],
    ["ab", "?b", true],
    ["😀b", "?b", true],
    ["a/b", "a?b", false],
    ["../a.py", "**/a.py", true],
    ["a.py", "*.[p]y", false],
    ["", "**", true],
    ["a", "", false],
  ])("%s by %s: %s", (path, pattern, expected) => {
    expect(matchesGlob(path, pattern)).toBe(expected);
  });

  it("takes no longer for patterns that make others try again and again", () => {
    expect(matchesGlob("a".repeat(5000), `${"a*".repeat(100)}b`)).toBe(false);
    expect(matchesGlob("a/".repeat(5000), `${"**/a/".repeat(100)}b`)).toBe(false);
  });
});
