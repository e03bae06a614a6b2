import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { NOT_YET } from "./not-yet.ts";

const ROWS = Array.from({ length: 34 }, (_, index) => `A${String(index + 1).padStart(2, "0")}`);
const security = readFileSync(join(import.meta.dirname, "../../SECURITY.md"), "utf8");
const files = readdirSync(import.meta.dirname, { recursive: true }).map(String);
const rowOf = (id: string) => security.split("\n").find((line) => line.startsWith(`| ${id} |`)) ?? "";

test.each(ROWS.filter((id) => !NOT_YET.includes(id)))("%s has a test, and SECURITY.md names it", (id) => {
  const tests = files.filter((file) => file.startsWith(id) && file.endsWith(".test.ts"));
  expect(tests.length).toBeGreaterThan(0);
  for (const file of tests) expect(rowOf(id)).toContain(file);
});

test.each(NOT_YET)("%s is marked 'not yet' in SECURITY.md", (id) => {
  expect(rowOf(id)).toContain("not yet");
});

test("no other row is marked 'not yet', and every test in SECURITY.md exists", () => {
  const marked = ROWS.filter((id) => rowOf(id).includes("not yet"));
  expect(marked).toEqual([...NOT_YET]);
  const named = [...security.matchAll(/`(A\d\d[\w.-]*\.test\.ts)`/g)].map((match) => match[1] ?? "");
  expect(named.filter((file) => !files.includes(file))).toEqual([]);
});
