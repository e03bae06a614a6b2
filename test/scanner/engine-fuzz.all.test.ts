import { expect, test } from "vitest";
import { rules } from "../../components/skill-scanner/rules/index.ts";
import { mixtures, trouble } from "./engine-fuzz.ts";
import { loadCountingScanner } from "./engine-scan.ts";
import { hostileInputs } from "./hostile-inputs.ts";
import { plausibleModule } from "./plausible-module.ts";
import { filesOf, pythonExamples } from "./rule-examples.ts";

const MIB = 2 ** 20;

test("41,500 mutated files neither trap nor run in circles", async () => {
  const scanner = await loadCountingScanner();
  for (const code of [...mixtures(1_500, 1), ...mixtures(40_000, 2)])
    expect(trouble(scanner, code), JSON.stringify(code)).toBeUndefined();
});

test("memory that is taken back changes no answer", async () => {
  const [scanner, wasteful] = [await loadCountingScanner(), await loadCountingScanner({ takeBackMemory: false })];
  const files = [
    ...mixtures(10_000, 3),
    plausibleModule(),
    ...pythonExamples(["bad"]),
    ...hostileInputs().map(({ bytes }) => new TextDecoder().decode(bytes)),
  ];
  for (const code of files) {
    scanner.renew();
    wasteful.renew();
    expect(scanner.scan(code), JSON.stringify(code.slice(0, 500))).toEqual(wasteful.scan(code));
  }
});

test("nor does it change one to an example of a rule, in any language", async () => {
  const [scanner, wasteful] = [await loadCountingScanner(), await loadCountingScanner({ takeBackMemory: false })];
  for (const example of rules.flatMap(({ bad, good }) => [...bad, ...good])) {
    const files = Object.fromEntries(filesOf(example).map(({ path, text }) => [path, text]));
    expect(scanner.scanSkill(files), JSON.stringify(files)).toEqual(wasteful.scanSkill(files));
  }
});

test("it does take memory back", async () => {
  const [scanner, wasteful] = [await loadCountingScanner(), await loadCountingScanner({ takeBackMemory: false })];
  // Memory grows by doubling, from the size of the tables: one of these lengths lies between two steps.
  const saved = [20_000, 25_000, 30_000, 35_000, 40_000].map((lines) => {
    const code = 'def f(a):\n  return g("x", "y", ["z", {"k": a}], f"{a}b")\n'.repeat(lines);
    for (const each of [scanner, wasteful]) {
      each.renew();
      each.scan(code);
    }
    return wasteful.memoryBytes() - scanner.memoryBytes();
  });
  expect(Math.max(...saved)).toBeGreaterThan(8 * MIB);
});

test.each([
  ["statements", "x = 1\n"],
  ["calls", "f(g(1), h);"],
  ["texts", 'print("a" + "b")\n'],
  ["functions", "def f(a, b=1): return a\n"],
  ["findings", 'os.system("id")\n'],
  ["names", "import a.b.c as d; e = d\n"],
])("16 MiB of %s end in an answer", async (_, unit) => {
  const scanner = await loadCountingScanner();
  const { findings, total_findings } = scanner.scan(unit.repeat(Math.floor((16 * MIB) / unit.length)));
  expect(scanner.memoryBytes()).toBeLessThanOrEqual(168 * MIB);
  expect(total_findings).toBeGreaterThan(0);
  expect(findings.map(({ rule }) => rule)).toContain("not-read");
});
