import { globSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { type CountingScanner, loadCountingScanner } from "./engine-scan.ts";

const EXAMPLES = join(import.meta.dirname, "../../examples");
const GUARD = 'raise SystemExit("an example for the scanner, not to be run")\n';

interface Expected {
  readonly label: "malicious" | "benign";
  readonly technique?: string;
  /** `line severity rule` */
  readonly findings: readonly string[];
  readonly safety_score: number;
}

let scanner: CountingScanner;
beforeAll(async () => {
  scanner = await loadCountingScanner();
});

const malicious = skillsIn("malicious-skills");
const benign = skillsIn("benign-skills");

test("there are enough of both", () => {
  expect(malicious.length).toBeGreaterThanOrEqual(12);
  expect(benign.length).toBeGreaterThanOrEqual(8);
});

describe.each([...malicious, ...benign])("$name", ({ folder }) => {
  test("gives exactly what is expected", () => {
    const report = scanner.scan(read(folder, "skill.py"));
    const findings = report.findings.map(({ line, severity, rule }) => `${line} ${severity} ${rule}`);
    const { findings: expected, safety_score } = expectedOf(folder);
    expect({ findings, safety_score: report.safety_score }).toEqual({ findings: expected, safety_score });
  });

  test("says what it claims to do", () => {
    expect(read(folder, "SKILL.md")).toMatch(new RegExp(`^---\nname: ${basename(folder)}\ndescription: .+\n---\n`));
  });
});

describe.each(malicious)("$name", ({ folder }) => {
  test("is labelled, and found above the level of facts", () => {
    const { label, technique, findings } = expectedOf(folder);
    expect(label).toBe("malicious");
    expect(technique).toMatch(/^[a-z].{10,}/);
    expect(findings.filter((finding) => !finding.includes(" low "))).not.toEqual([]);
  });

  test("is inert", () => {
    expect(read(folder, "skill.py").startsWith(GUARD)).toBe(true);
  });
});

test.each(benign)("$name gives nothing of medium severity or above", ({ folder }) => {
  const { findings_by_severity: counts } = scanner.scan(read(folder, "skill.py"));
  expect(expectedOf(folder).label).toBe("benign");
  expect(counts).toMatchObject({ critical: 0, high: 0, medium: 0 });
});

test("every technique is another one", () => {
  expect(new Set(malicious.map(({ folder }) => expectedOf(folder).technique)).size).toBe(malicious.length);
});

function skillsIn(collection: string): { name: string; folder: string }[] {
  const files = globSync("*/skill.py", { cwd: join(EXAMPLES, collection) }).sort();
  return files.map((file) => ({ name: dirname(file), folder: join(EXAMPLES, collection, dirname(file)) }));
}

function expectedOf(folder: string): Expected {
  return JSON.parse(read(folder, "expected.json")) as Expected;
}

function read(folder: string, file: string): string {
  return readFileSync(join(folder, file), "utf8");
}
