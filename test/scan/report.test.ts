import { describe, expect, it } from "vitest";
import { scanJson } from "../../src/report/scan-json.ts";
import { PLAIN, scanText } from "../../src/report/scan-text.ts";
import type { Finding } from "../../src/scanner/finding.ts";
import type { FileRecord, ScanReport } from "../../src/scanner/report.ts";
import { SEEN } from "./support/fake-scanner.ts";

const FOUND: Finding = { ...SEEN, fingerprint: "f".repeat(32) };
const FILES: FileRecord[] = [
  { file: "skill/run.py", language: "python", state: "analysed" },
  { file: "skill/SKILL.md", language: "markdown", state: "skipped", reason: "markdown is not analysed" },
];
const report: ScanReport = {
  verdict: "review",
  skills: [
    {
      path: "skill",
      verdict: "review",
      confidence: "high",
      safety_score: 0.75,
      reasons: ["High, skill/run.py, line 3: a shell command is run"],
      findings_by_severity: { critical: 0, high: 1, medium: 0, low: 0 },
      files: FILES,
    },
  ],
  findings: [{ ...FOUND, file: "skill/run.py" }],
  safety_score: 0.75,
  summary: "SUSPICIOUS: Found 1 issues (1 high). Categories: dangerous imports.",
  total_findings: 1,
  findings_by_severity: { critical: 0, high: 1, medium: 0, low: 0 },
  coverage: { files: 2, analysed: 1, skipped: [{ file: "skill/SKILL.md", reason: "markdown is not analysed" }] },
  scanner: { name: "built-in", digest: "d".repeat(64), rules: "a".repeat(64), external: false },
};

describe("scanText", () => {
  it("reads like a linter", () => {
    expect(
      scanText(report, ["1 finding at or above high"]),
    ).toBe(`skill/run.py:3:5: high[command-executed] a shell command is run
  | os.system(x)

SUSPICIOUS: Found 1 issues (1 high). Categories: dangerous imports.
Safety score: 0.75
1 of 2 files analysed
  skipped skill/SKILL.md: markdown is not analysed
Fails: 1 finding at or above high
`);
  });

  it("colours nothing but what it made harmless", () => {
    const seen: string[] = [];
    const note = (text: string) => {
      seen.push(text);
      return `<${text}>`;
    };
    const text = scanText(report, [], { ...PLAIN, place: note, severity: (_, label) => note(label) });
    expect(seen.toSorted()).toEqual(["high[command-executed]", "skill/run.py:3:5:"]);
    expect(text).toMatch(/^<skill\/run.py:3:5:> <high\[command-executed\]> a shell/);
  });

  it("shows ten skipped files and how many more there are", () => {
    const skipped = Array.from({ length: 14 }, (_, n) => ({ file: `${n}.md`, reason: "x" }));
    const text = scanText({ ...report, coverage: { files: 20, analysed: 1, skipped, skipped_omitted: 5 } }, []);
    expect(text.match(/ {2}skipped /g)).toHaveLength(10);
    expect(text).toContain("  … and 9 more\n");
  });

  it("names a scanner that is not ours, and whose findings they are", () => {
    const findings = [{ ...FOUND, external: true as const }];
    const text = scanText(
      { ...report, findings, scanner: { name: "other", digest: "e".repeat(64), external: true } },
      [],
    );
    expect(text).toContain(`<code>:3:5: high[command-executed] a shell command is run (external scanner)`);
    expect(text).toContain(`Scanner: other (sha256:${"e".repeat(64)}), not the built-in one`);
  });

  it("does not pass on what a file or its name says to a terminal or a CI runner", () => {
    const hostile = "::error::\x1b]0;x\x07\u202e\nFails: no\n::set-output name=a::b ##vso[x]";
    const finding = { ...FOUND, file: hostile, context: hostile, description: hostile };
    const text = scanText(
      {
        ...report,
        findings: [finding],
        coverage: { files: 1, analysed: 0, skipped: [{ file: hostile, reason: hostile }] },
        scanner: { name: hostile, digest: "", external: true },
      },
      [],
    );
    expect(text).not.toMatch(/[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]|##vso\[|^\s*::|^Fails/m);
    expect(text.split("\n")).toHaveLength(scanText({ ...report, findings: [{ ...FOUND }] }, []).split("\n").length + 1);
  });
});

describe("scanJson", () => {
  it("is one object whose first line is a lone brace, as scripts that look for it expect", () => {
    const text = scanJson(report);
    expect(text.split("\n")[0]).toBe("{");
    expect(text.endsWith("}\n")).toBe(true);
    expect(JSON.parse(text)).toEqual(report);
  });

  it("keeps hostile text as data", () => {
    const finding = { ...FOUND, file: "::error::\n\x9b\u202e", context: "##vso[task.complete]" };
    const text = scanJson({ ...report, findings: [finding] });
    expect(JSON.parse(text).findings).toEqual([finding]);
    expect(text).not.toMatch(/[\x7f-\x9f\u202e]|##vso\[|^\s*::/m);
  });
});
