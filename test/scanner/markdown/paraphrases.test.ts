import { beforeAll, expect, test } from "vitest";
import { type CountingScanner, loadCountingScanner } from "../engine-scan.ts";
import { benign, malicious } from "./paraphrases.ts";

let scanner: CountingScanner;
beforeAll(async () => {
  scanner = await loadCountingScanner();
});

function severities(text: string): string[] {
  return scanner.scanSkill({ "SKILL.md": `# Helper\n\n${text}\n` }).findings.map(({ severity }) => severity);
}

test.each(malicious)("is alarmed by %s", (text) => {
  expect(severities(text).some((severity) => severity === "high" || severity === "critical")).toBe(true);
});

test.each(benign)("is at ease with %s", (text) => {
  expect(severities(text).filter((severity) => severity !== "low")).toEqual([]);
});
