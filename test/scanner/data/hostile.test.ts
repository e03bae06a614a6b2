import { beforeAll, expect, test } from "vitest";
import { type CountingScanner, loadCountingScanner } from "../engine-scan.ts";
import { dataMixtures, dataTrouble } from "./data-fuzz.ts";

/** As in rules.test.ts. */
const STEPS_PER_BYTE = 120;
const FIXED_STEPS = 2 ** 20;
const LONG = 200_000;

let scanner: CountingScanner;
beforeAll(async () => {
  scanner = await loadCountingScanner();
});

test.each([
  ["open brackets", "a.json", "["],
  ["open maps", "a.json", '{"a":'],
  ["closing brackets", "a.json", "]}"],
  ["commas and colons", "a.json", ",:"],
  ["quotes", "a.json", '"'],
  ["backslashes", "a.json", "\\"],
  ["comments that never end", "a.json", "/*"],
  ["empty lines", "a.yaml", "\n"],
  ["empty lines in a block text", "a.yaml", "a: |\n\n\n\n\n"],
  ["dashes", "a.yaml", "- "],
  ["colons", "a.yaml", "a: "],
  ["ever deeper keys", "a.yaml", Array.from({ length: 600 }, (_, i) => `${" ".repeat(i)}a:\n`).join("")],
  ["section brackets", "a.toml", "["],
  ["colons before an equals sign", ".npmrc", `${":".repeat(1_000)}=\n`],
  ["joined lines", "a.service", "a=\\\n"],
  ["joined instructions", "Dockerfile", "RUN \\\n"],
  ["heredocs", "Dockerfile", "RUN <<EOF\n"],
  ["calls in calls", "Makefile", "$(shell "],
  ["recipes", "Makefile", "\t$(a\n"],
  ["tags", "a.html", "<a b="],
  ["scripts that never end", "a.html", "<script>"],
  ["comments in markup", "a.svg", "<!--"],
  ["schedules", "crontab", "* "],
  ["options", "requirements.txt", "--a "],
])("%s cost no more than their length", (_, path, unit) => {
  const text = unit.repeat(Math.ceil(LONG / unit.length));
  expect(scanner.steps({ [path]: text })).toBeLessThan(FIXED_STEPS + STEPS_PER_BYTE * text.length);
});

test("what has more values than are kept says so", () => {
  const { files, findings } = scanner.scanSkill({ "a.json": `[${'"",'.repeat(600_000)}"x"]` });
  expect(findings.map(({ rule }) => rule)).toContain("not-read");
  expect(files).toMatchObject([{ state: "partly", reason: "not-read" }]);
});

test("a million numbers are no reason to stop", () => {
  const { files } = scanner.scanSkill({ "a.json": `{"a":[${"0.25,".repeat(1_000_000)}1]}` });
  expect(files).toMatchObject([{ state: "analysed" }]);
});

test("mutated files neither trap nor run in circles", () => {
  for (const { path, text } of dataMixtures(500, 1)) {
    expect(dataTrouble(scanner, path, text), `${path} ${JSON.stringify(text)}`).toBeUndefined();
  }
});
