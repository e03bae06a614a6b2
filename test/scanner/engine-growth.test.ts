import { beforeAll, describe, expect, test } from "vitest";
import { type CountingScanner, loadCountingScanner } from "./engine-scan.ts";

/** Twice the input may take this much more work. */
const MOST_GROWTH = 2.3;
/** What loops and calls may take before the length of a file bounds them. */
const FIXED_STEPS = 2 ** 20;
/** Of processor time, for what no step counts. Work that grows with the square of these lengths takes some seconds. */
const SLOW_MS = 1_000;

let scanner: CountingScanner;
beforeAll(async () => {
  scanner = await loadCountingScanner();
});

describe("loops that are met when nothing more may be followed are walked once", () => {
  test.each([
    ["unclosed, behind a function", "a.js", "function walk(dir, out = {}) {\n  for (const nam"],
    ["in functions", "a.js", "function f(a, b = 1) { while (1 < 2) { for (;a = b;) {"],
    ["in Go", "a.go", "for i := 0; i < 10;"],
    ["in Python", "a.py", "def f(a=lambda: b):\n while 1 < 2: a\n"],
  ])("%s", (_, path, piece) => {
    const steps = (times: number) => scanner.steps({ [path]: piece.repeat(times) });
    expect(steps(1000)).toBeLessThan(MOST_GROWTH * steps(500) + FIXED_STEPS);
  });
});

describe("what is evaluated a second time does not double the work at each level", () => {
  test.each([
    ["members of what a call returns", "a.js", "f(", "1", ").x.y = process.env.TOKEN"],
    ["items that are added to", "a.js", "x[", "0", "] += 1"],
    ["items of a table", "a.ps1", "$x[(", "0", ")] += 1"],
    ["lists of what a call returns", "a.py", "f(", "token", ").x.append(token)"],
  ])("%s", (_, path, open, middle, close) => {
    const head = path === "a.py" ? 'import os\ntoken = os.environ["TOKEN"]\n' : "";
    const nested = head + open.repeat(60) + middle + close.repeat(60);
    expect(scanner.steps({ [path]: nested })).toBeLessThan(4 * FIXED_STEPS); // each followed node asks the rules
  });
});

/** One long value in many calls. */
const LONG = 60_000;
const TIMES = 4_000;
const text = "a b ".repeat(LONG / 4);
const numbers = (count: number) => Array.from({ length: count }, (_, i) => `a${i}=1`).join(",");

describe("a long value that many calls are handed is not read again for each of them", () => {
  test.each([
    ["a program", "a.py", `import os\nx = "${text}"\n`, "os.system(x)\n"],
    ["an address", "a.js", `const x = "${text}";\n`, "fetch(x);\n"],
    ["a word of a shell", "a.sh", `x="${text}"\n`, 'curl "$x"\n'],
    ["a word of PowerShell", "a.ps1", `$x="${text}"\n`, "a.exe $x\n"],
    ["a word of cmd.exe", "a.bat", `set x=${text}\n`, "curl %x%\n"],
    [
      "words of a program",
      "a.js",
      `const x = [${"'b',".repeat(LONG / 4)}];\n`,
      "require('child_process').spawn('a', x);\n",
    ],
    ["a text whose characters are taken", "a.py", `x = "${text}"\n`, "y = x[5]\n"],
    ["parameters", "a.py", `def f(${numbers(4000)}): pass\n`, "f(1)\n"],
    ["a text that grows", "a.sh", "", "a+=1\n".repeat(10)],
    ["lists among words", "a.ps1", "f ", "1,2 ".repeat(8)],
  ])("%s", (_, path, head, call) => {
    scanner.renew();
    const before = process.cpuUsage().user;
    scanner.scanSkill({ [path]: head + call.repeat(TIMES) });
    expect((process.cpuUsage().user - before) / 1000).toBeLessThan(SLOW_MS);
  });

  test("and what is found out that way is not told as nothing", () => {
    const { findings } = scanner.scanSkill({ "a.py": `import os\nx = "${text}"\n${"os.system(x)\n".repeat(TIMES)}` });
    expect(findings.map(({ rule }) => rule)).toContain("not-read");
  });
});

test("a thousand files that each take all that a file may take have less than a thousand times as much", () => {
  const spin = "x = 'a'\nwhile x < 'b': x = x + x[:99]\n";
  const files = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`f${i}.py`, spin]));
  expect(scanner.steps(files(1000))).toBeLessThan(200 * scanner.steps(files(1)));
});
