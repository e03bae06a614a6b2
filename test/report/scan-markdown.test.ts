import { expect, it } from "vitest";
import { scanMarkdown } from "../../src/report/scan-markdown.ts";
import { finding, skill } from "./support/reports.ts";
import { hostileView, rich, view } from "./support/views.ts";

it("a comment has the verdict, a row for each skill, and the findings to unfold", () => {
  const text = scanMarkdown(view([finding(), rich()], {}, ["1 skill with the verdict block"]));
  expect(text).toMatch(/^## 🔴 Skill scan: block\n\nDANGEROUS: Found 2 issues/);
  expect(text).toContain("**Fails**: 1 skill with the verdict block");
  expect(text).toMatch(/\n\| `skills\/a` \| 🔴 block \| 0\.29 \| Critical, /);
  expect(text.indexOf("environment-sent")).toBeLessThan(text.indexOf("network-request"));
  expect(text).toContain("1. the environment is taken: `skills/a/lib.py:2:8` `env = dict(os.environ)`");
  expect(text.match(/<details>/g)).toHaveLength(2);
});

it("a comment fits into what GitHub takes, with how much is left out", () => {
  const many = Array.from({ length: 500 }, () => rich());
  const text = scanMarkdown(view(many, { skills: Array.from({ length: 300 }, () => skill()) }));
  expect(text.length).toBeLessThan(65_000);
  expect(text).toMatch(/\n… and \d+ more findings\n/);
  expect(text).toContain("| … and 250 more | | | |");
});

it("hostile text is shown and makes nothing", () => {
  const text = scanMarkdown(hostileView());
  const outside = text
    .replace(/^(`{3,}).*\n[\s\S]*?\n\1$/gm, "")
    .replace(/(?<![`\\])(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, "");
  expect(outside.match(/(?<!\\)<(?!\/?(?:details|summary|b|sub)>)/g)).toBeNull();
  expect(outside).not.toMatch(/(?<!\\)\[l(?<!\\)\]|(?<!\\)@team|^::|javascript:alert\(/m);
  expect(text).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]|##vso\[/);
  expect(text.match(/<details>/g)).toHaveLength(1);
});
