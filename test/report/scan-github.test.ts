import { expect, it } from "vitest";
import { scanGithub } from "../../src/report/scan-github.ts";
import { finding } from "./support/reports.ts";
import { hostileView, rich, view } from "./support/views.ts";

it("annotations name file, line and columns, gravest first, without what is suppressed", () => {
  const suppressed = { by: "base", reason: "known" } as const;
  const text = scanGithub(
    view([finding({ severity: "low" }), rich(), finding({ suppressed })], {}, ["1 finding at or above high"]),
  );
  const lines = text.split("\n");
  expect(lines[0]).toMatch(
    /^::error file=skills\/a\/run\.py,line=13,col=5,endColumn=27,title=critical%3A environment-sent::The whole environment is sent over the network\.%0A1\. the environment is taken \(skills\/a\/lib\.py:2\)%0A/,
  );
  expect(lines[1]).toMatch(/^::notice file=skills\/a\/run\.py,line=3,col=5/);
  expect(lines.filter((line) => line.startsWith("::"))).toHaveLength(3);
  expect(text).toContain("\n::error::wasm-sandbox scan fails: 1 finding at or above high\n");
});

it("hostile text adds no command, no property and no line", () => {
  const text = scanGithub(hostileView());
  const commands = text.split("\n").filter((line) => /^\s*::/.test(line));
  expect(commands.map((line) => /^::(\w+)/.exec(line)?.[1])).toEqual(["error", "notice"]);
  expect(text).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]|##vso\[/);
  const [, properties = ""] = /^::error (.*?)::/.exec(commands[0] ?? "") ?? [];
  expect(properties.split(",").map((each) => each.split("=")[0])).toEqual([
    "file",
    "line",
    "col",
    "endColumn",
    "title",
  ]);
});
