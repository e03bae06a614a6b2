import { beforeAll, describe, expect, test } from "vitest";
import { type CountingScanner, loadCountingScanner } from "./engine-scan.ts";
import { hostileInputs } from "./hostile-inputs.ts";

const MIB = 2 ** 20;
/** Only a hang is to fail here: a tenth of this is what it takes. */
const HANG_GUARD_MS = 10_000;

/** Cut off behind a whole statement, and without a planted call: nothing is wrong with it. */
const WELL_FORMED = "trunc";

let scanner: CountingScanner;
beforeAll(async () => {
  scanner = await loadCountingScanner();
});

describe("long chains", () => {
  test("an import of half a million dots neither overflows the stack nor hides what follows", () => {
    const code = `import a${".b".repeat(500_000)}\nimport os\nos.system("id")\n`;
    expect(scanner.scan(code).findings.map(({ rule, line }) => [rule, line])).toEqual([["shell-command", 3]]);
  });

  test.each([600, 100_000])("a call at the left end of %i sums is seen", (count) => {
    const code = `import os\nos.system("id")${" + 1".repeat(count)}\n`;
    expect(scanner.rules(code)).toEqual(["shell-command"]);
  });

  test.each([
    ["or", " or x"],
    ["comparisons", " < 1"],
    ["attributes", ".a"],
    ["calls", "()"],
    ["items", "[0]"],
    ["calls of methods", ".a(1)"],
    ["concatenations", ' + "a"'],
  ])("a call at the left end of 50,000 %s is seen", (_, link) => {
    expect(scanner.rules(`import os\nos.system("id")${link.repeat(50_000)}\n`)).toContain("shell-command");
  });
});

describe("steps grow with the length and not with its square for", () => {
  const repeated = {
    "appended texts": `s = ""\n${'s += "ab"\n'.repeat(4)}`,
    "prepended texts": `s = ""\n${'s = "ab" + s\n'.repeat(4)}`,
    "sliced texts": `s = "${"a".repeat(400)}"\n${"t = s[1:]\n".repeat(4)}`,
    "replaced texts": `s = "${"ab".repeat(200)}"\n${'t = s.replace("a", "bb")\n'.repeat(4)}`,
    "split texts": `s = "${"ab".repeat(200)}"\n${'t = s.split("a")\n'.repeat(4)}`,
    "reversed texts": `s = "${"a".repeat(400)}"\n${"t = s[::-1]\n".repeat(4)}`,
    "formatted texts": `s = "${"a".repeat(400)}"\n${'t = f"{s}{s}"\n'.repeat(4)}`,
    "joined lists": `s = [${'"ab",'.repeat(100)}]\n${'t = "".join(s)\n'.repeat(4)}`,
    "added lists": `s = [${"1,".repeat(100)}]\n${"t = s + s\n".repeat(4)}`,
    "looked up dicts": `s = {${Array.from({ length: 60 }, (_, i) => `${i}: 1`)}}\n${"t = s[59]\n".repeat(4)}`,
    "dicts walked through": `s = {${Array.from({ length: 60 }, (_, i) => `${i}: 1`)}}\n${"t = s.items()\n".repeat(4)}`,
    comprehensions: `s = "${"a".repeat(400)}"\n${'t = "".join(c for c in s)\n'.repeat(4)}`,
    "a comprehension in another": 'x = [["a" for c in "ab"] for d in "ab"]\n',
    "commands of words": `import subprocess\ns = [${'"ab",'.repeat(100)}]\n${"subprocess.run(s)\n".repeat(4)}`,
    "executed texts": `s = "x = 1;${"y = 2;".repeat(60)}"\n${"exec(s)\n".repeat(4)}`,
    "secrets in the environment": 'import os\nos.environ["A_API_KEY"]\nu = "https://example.com"\n',
    "names bound in branches": "if x:\n  a = f\nelse:\n  a = g\na(a)\n",
    "names bound in functions": "def f(a, b=1):\n  a = b\n  def g():\n    return a\n  return g\n",
    fields: "self.a = eval\nself.a(x)\n",
    "findings on one line": "eval(x);",
  };

  test.each(Object.entries(repeated))("%s", (_, unit) => {
    const [half, whole] = [30_000, 120_000].map((length) => unit.repeat(Math.ceil(length / unit.length)));
    const [few = 0, many = 0] = [half, whole].map((code) => scanner.steps(code ?? ""));
    expect(many / few).toBeLessThan(4 * 1.2);
  });

  test.each([
    ["lists inside lists", "a = [1]\n", "a = [a, a]\nexec(a)\n"],
    ["choices inside choices", "a = [1, 1]\n", "if x:\n  a = [a, a]\nelse:\n  a = [a, [a]]\n"],
    ["lambdas inside lambdas", "a = eval\n", "b = lambda: a\na = b\na()\n"],
  ])("%s", (_, start, unit) => {
    const steps = (times: number) => scanner.steps(start + unit.repeat(times));
    expect(steps(20_000) / steps(10_000)).toBeLessThan(2 * 1.2);
  });

  test("targets inside targets, each with choices", () => {
    const build = "a = [a, a] if x else [a, a]\n".repeat(60);
    const target = `${"(".repeat(60)}p${", q)".repeat(60)}`;
    expect(scanner.steps(`a = [1, 1]\n${build}${target} = a\n`)).toBeLessThan(2 ** 20);
  });

  test.each([
    ["star imports", "", "from os import *\nsystemctl(a)\neval(a)\n"],
    [
      "members of a class",
      `class A:\n${Array.from({ length: 3000 }, (_, i) => `  a${i} = eval\n`).join("")}`,
      "A.a2999\n",
    ],
    ["fields", Array.from({ length: 3000 }, (_, i) => `s.a${i} = eval\n`).join(""), "s.a2999\n"],
  ])("look-ups among many %s", (_, start, unit) => {
    const steps = (times: number) => scanner.steps((start + unit).repeat(2) + unit.repeat(times));
    expect(steps(20_000) / steps(10_000)).toBeLessThan(2 * 1.2);
  });

  test("comprehensions inside comprehensions", () => {
    const nested = (depth: number) => `x = ${"[".repeat(depth)}1${" for c in [1, 2]]".repeat(depth)}\n`;
    expect(scanner.steps(nested(80))).toBeLessThan(2 ** 21);
  });
});

describe("hostile files", () => {
  const inputs = hostileInputs();
  const seen: string[] = [];

  test.each(inputs.map((input) => [input.name, input] as const))(
    "%s ends in time, in bounded memory, and not in silence",
    (_, { name, bytes }) => {
      scanner.renew();
      const { findings } = scanner.scan(new TextDecoder().decode(bytes)); // what the host makes of any bytes
      expect(scanner.memoryBytes()).toBeLessThan(168 * MIB);
      if (findings.some(({ rule }) => rule === "shell-command")) seen.push(name);
      else if (name !== WELL_FORMED) expect(findings.map(({ category }) => category)).toContain("unanalysable");
    },
    HANG_GUARD_MS,
  );

  test("the planted os.system is seen in at least 54 of the 64", () => {
    expect(inputs).toHaveLength(64);
    expect(seen.length).toBeGreaterThanOrEqual(54);
  });
});

test.each(["class A:0\n", "class A:pass\n", "class A(B):\n x=1\n"])(
  "a row of %j takes nothing from what stands before it",
  (unit) => {
    scanner.renew();
    const { findings } = scanner.scan(`import os\nos.system("id")\n${unit.repeat(250_000)}`);
    expect(findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(["shell-command", "not-read"]));
  },
);

test("what could not be analysed is said once for each kind and not once for each place", () => {
  const code = `${"x = = 1\n".repeat(500)}${`y = ${"(".repeat(300)}1${")".repeat(300)}\n`.repeat(20)}`;
  const unanalysable = scanner.scan(code).findings.filter(({ category }) => category === "unanalysable");
  expect(unanalysable.map(({ rule, line }) => [rule, line])).toEqual([
    ["syntax-error", 1],
    ["too-deep", 501],
  ]);
});

test("a text that is never closed says where the rest was lost", () => {
  const { findings } = scanner.scan('import os\nx = """abc\nos.system("id")\n');
  expect(findings.map(({ rule, line }) => [rule, line])).toContainEqual(["not-read", 2]);
});

test("one scan leaves nothing behind for the next", () => {
  const code = 'import os\nos.system("id")\nx = "webhook." + "site"\n';
  const first = scanner.scan(code);
  scanner.scan(`from os import *\nimport subprocess\nrun = eval\n${"s = 'a' * 4000\n".repeat(50)}`);
  expect(scanner.scan(code)).toEqual(first);
  expect(scanner.scan("run(x)\nsystem(y)\n").findings).toEqual([]);
});
