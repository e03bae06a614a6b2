import { beforeAll, describe, expect, test } from "vitest";
import { type CountingScanner, loadCountingScanner } from "./engine-scan.ts";

let scanner: CountingScanner;
beforeAll(async () => {
  scanner = await loadCountingScanner();
});

/** The text `webhook.site`, each character raised by one. */
const RAISED = "xfcippl/tjuf";

describe("a loop that writes a text is gone through to its end, whatever ends it:", () => {
  test.each([
    [
      "its condition",
      "a.py",
      `d = "${RAISED}"\ni = 0\ns = "https://"\nwhile i < len(d):\n s += chr(ord(d[i]) - 1)\n i += 1\n`,
    ],
    [
      "what is left",
      "a.py",
      `d = [c for c in "${RAISED}"[::-1]]\ns = "https://"\nwhile d:\n s += chr(ord(d.pop()) - 1)\n`,
    ],
    [
      "a break",
      "a.py",
      `d = "${RAISED}"\ni = 0\ns = "https://"\nwhile True:\n if i >= len(d): break\n s += chr(ord(d[i]) - 1)\n i += 1\n`,
    ],
    [
      "a return",
      "a.py",
      `def f(d):\n i = 0\n s = "https://"\n while True:\n  if i >= len(d): return s\n  s += chr(ord(d[i]) - 1)\n  i += 1\nf("${RAISED}")\n`,
    ],
    [
      "a break behind one that never comes",
      "a.py",
      `d = "${RAISED}"\ni = 0\nstop = False\ns = "https://"\nwhile True:\n if stop: break\n if i == len(d): break\n s += chr(ord(d[i]) - 1)\n i += 1\n`,
    ],
    [
      "JavaScript's return",
      "a.js",
      `function f(d) { let i = 0, s = "https://"; while (true) { if (i === d.length) { return s; } s += String.fromCharCode(d.charCodeAt(i) - 1); i++; } }\nfetch(f("${RAISED}"));\n`,
    ],
    [
      "what is shifted off",
      "a.js",
      `const d = "${RAISED}".split(""); let s = "https://"; while (d.length > 0) { s += String.fromCharCode(d.shift().charCodeAt(0) - 1); }\nfetch(s);\n`,
    ],
  ])("%s", (_, path, code) => {
    expect(scanner.rules({ [path]: code })).toContain("catcher-host");
  });
});

describe("a loop that comes no nearer to its end is not gone through again and again:", () => {
  const other = "x = 1\n".repeat(2_000); // allows for so many nodes more
  test.each([
    ["its condition stays", "fds = [1, 2]\nwhile fds:\n r = select(fds)\n n = r\n"],
    [
      "a way out stays shut",
      "class A:\n stopping = False\n def run(self):\n  while True:\n   self.once()\n   if self.stopping: break\nA().run()\n",
    ],
    [
      "what grows is unknown",
      'size = -1\nres = b""\nwhile size < 0 or len(res) < size:\n b = read()\n if not b: break\n res += b\n',
    ],
    ["a counter that nothing asks for", "n = 0\nlimit = 5\nwhile limit:\n n += 1\n f(n)\n"],
    ["in JavaScript", "let a = [1], n = 0; while (a) { n++; f(n); }\n"],
  ])("%s", (name, code) => {
    const path = name === "in JavaScript" ? "a.js" : "a.py";
    const steps = (text: string) => scanner.steps({ [path]: text });
    expect(steps(code + other)).toBeLessThan(steps(other) + 5_000);
  });

  test("nor a recursion that is handed the same once more", () => {
    const fan = `def f(a, b):\n${" f(a, b)\n".repeat(6)} return a\nf("x", y)\n`;
    expect(scanner.steps({ "a.py": fan + other })).toBeLessThan(scanner.steps({ "a.py": other }) + 20_000);
  });
});

test("a recursion that computes is followed", () => {
  const code = `def f(d):\n return "" if not d else chr(ord(d[0]) - 1) + f(d[1:])\ns = "https://" + f("xfci") + f("ppl/") + f("tjuf")\n`;
  expect(scanner.rules({ "a.py": code })).toContain("catcher-host");
});

test.each([
  ["in a conditional expression", 'for _ in [1]:\n x = os.system("id") if flag else None\n'],
  ["in one of a function's loop", 'def f():\n for _ in [1]:\n  x = os.system("id") if flag else None\nf()\n'],
  ["behind a condition", 'for _ in [1]:\n if flag:\n  os.system("id")\n'],
  ["behind one that is denied", 'off = 1\nwhile flag < 1:\n if not off: os.system("id")\n flag += 1\n'],
])("what no round of a loop takes is looked at: %s", (_, code) => {
  const head = 'import os\nflag = 0\ndef on():\n globals()["flag"] = 1\non()\n';
  expect(scanner.rules({ "a.py": head + code })).toContain("shell-command");
});
