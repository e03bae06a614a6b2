import { beforeAll, expect, test } from "vitest";
import { type CountingScanner, loadCountingScanner } from "../engine-scan.ts";
import { blocked, quiet } from "./shown-attacks.ts";

let scanner: CountingScanner;
beforeAll(async () => {
  scanner = await loadCountingScanner();
});

function findings(text: string) {
  return scanner.scanSkill({ "SKILL.md": `# Helper\n\n${text}\n` }).findings;
}

test.each(blocked)("blocks %s", (text) => {
  const grave = findings(text).filter(
    ({ severity, confidence }) => severity === "critical" || (severity === "high" && confidence === "high"),
  );
  expect(grave).not.toEqual([]);
});

test.each(quiet)("says nothing grave of %s", (text) => {
  expect(findings(text).filter(({ severity }) => severity !== "low")).toEqual([]);
});
