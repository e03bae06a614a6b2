import { expect, it } from "vitest";
import { scanJson } from "../../src/report/scan-json.ts";
import { hostileView, rich, view } from "./support/views.ts";

it("JSON is one object whose first line is a lone brace, as scripts that look for it expect", () => {
  const given = view([rich()]);
  const text = scanJson(given);
  expect(text.split("\n")[0]).toBe("{");
  expect(text.endsWith("}\n")).toBe(true);
  expect(JSON.parse(text)).toEqual(given.report);
});

it("JSON keeps hostile text as data", () => {
  const given = hostileView();
  const text = scanJson(given);
  expect(JSON.parse(text)).toEqual(given.report);
  expect(text).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]|##vso\[|^\s*::/m);
});
