import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { scanHtml } from "../../src/report/scan-html.ts";
import { finding } from "./support/reports.ts";
import { hostileView, rich, view } from "./support/views.ts";

const sha256 = (text: string) => `sha256-${createHash("sha256").update(text).digest("base64")}`;
const between = (text: string, start: string, end: string) => text.split(start)[1]?.split(end)[0] ?? "";

it("the page needs nothing else, and lets nothing else run", () => {
  const page = scanHtml(view([rich()]));
  const policy = between(page, 'Content-Security-Policy" content="', '"');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain(`style-src '${sha256(between(page, "<style>", "</style>"))}'`);
  expect(policy).toContain(`script-src '${sha256(between(page, "<script>", "</script>"))}'`);
  expect(page).not.toMatch(/<(?:link|img|iframe|object|embed|base|script src)|url\(|@import|style="|\son\w+=/);
});

it("the page tells of verdicts, findings, the way of the data and files, and can be filtered", () => {
  const suppressed = { by: "base", reason: "already in main" } as const;
  const page = scanHtml(view([rich(), finding({ suppressed })], {}, ["1 skill with the verdict block"]));
  expect(page).toContain("<title>Skill scan: block</title>");
  expect(page).toContain('<li class="source">');
  expect(page).toContain('<li class="sink">');
  expect(page).toContain("<mark>urllib.request.urlopen</mark>(request)");
  expect(page).toContain("Not counted, by the base: already in main");
  expect(page).toContain('name="suppressed"');
  expect(page).toContain('<a href="https://cwe.mitre.org/');
  for (const name of ["skill", "rule", "text"])
    expect(page).toMatch(new RegExp(`<label>[A-Z][a-z]+ <(?:select|input)[^>]* name="${name}"`));
});

it("hostile text is text", () => {
  const page = scanHtml(hostileView());
  const body = page.split("</style>")[1] ?? "";
  const names = new Set([...body.matchAll(/<([a-z0-9]+)/g)].map(([, name]) => name));
  expect([...names].filter((name) => ["script", "img", "iframe", "svg"].includes(name ?? ""))).toEqual(["script"]);
  expect(body.match(/<script/g)).toHaveLength(1);
  expect(body.match(/<\/pre>/g)).toHaveLength(2);
  expect(page).not.toMatch(/[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]|##vso\[|^\s*::|\son\w+=x|href="(?!https:|#)/m);
});
