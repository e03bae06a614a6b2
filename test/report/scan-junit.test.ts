import { expect, it } from "vitest";
import { scanJunit } from "../../src/report/scan-junit.ts";
import { readXml } from "./support/read-xml.ts";
import { finding } from "./support/reports.ts";
import { HOSTILE, hostileView, rich, view } from "./support/views.ts";

it("JUnit has a suite for each skill, and a failure for each finding of weight", () => {
  const suppressed = { by: "config", reason: "its API" } as const;
  const text = scanJunit(view([rich(), finding({ severity: "low" }), finding({ suppressed })]));
  const [root, suite, ...rest] = readXml(text);
  expect(root).toMatchObject({ name: "testsuites", attributes: { tests: "4", failures: "2", skipped: "2" } });
  expect(suite?.attributes).toMatchObject({ name: "skills/a", tests: "4", failures: "2", skipped: "2" });
  expect(rest.filter(({ name }) => name === "failure").map(({ attributes }) => attributes["type"])).toEqual([
    "block",
    "critical",
  ]);
  expect(text).toContain("1. the environment is taken (skills/a/lib.py:2:8)\n");
});

it("JUnit of hostile text is well-formed, and has the same elements", () => {
  const names = (text: string) => readXml(text).map(({ name }) => name);
  const hostile = scanJunit(hostileView());
  expect(new Set(names(hostile))).toEqual(new Set(["testsuites", "testsuite", "testcase", "failure", "skipped"]));
  expect(hostile).not.toMatch(/[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e\ufffe\uffff]|##vso\[|\]\]>|^\s*::/m);
  expect(readXml(hostile)[1]?.attributes["name"]).toContain("<script>alert(1)</script>");
  expect(HOSTILE).toContain("]]>");
});
