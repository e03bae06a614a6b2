import { beforeAll, describe, expect, test } from "vitest";
import { type CountingScanner, loadCountingScanner } from "./engine-scan.ts";

let scanner: CountingScanner;
beforeAll(async () => {
  scanner = await loadCountingScanner();
});

const SHELL = "import os\nos.system(command)\n";

describe("a skill of several files", () => {
  test("has the findings of each, under its number, with its own lines", () => {
    const { findings } = scanner.scanSkill({ "a.py": `# a comment\n${SHELL}`, "b.py": "x = 1\n", "c.py": SHELL });
    const places = findings.map(({ rule, file, line, context }) => [rule, file, line, context]);
    expect(places).toContainEqual(["computed-shell-command", 0, 3, "os.system(command)"]);
    expect(places).toContainEqual(["computed-shell-command", 2, 2, "os.system(command)"]);
    expect(findings.map(({ file }) => file)).not.toContain(1);
  });

  test("tells what became of each file", () => {
    const { files } = scanner.scanSkill({ "a.py": "x = (", "notes.txt": "words", "b.py": "" });
    expect(files).toEqual([
      { language: "python", state: "partly", reason: "syntax-error" },
      { language: "text", state: "analysed" },
      { language: "python", state: "analysed" },
    ]);
  });

  test("may be empty, and may hold empty files", () => {
    expect(scanner.scanSkill({})).toMatchObject({ findings: [], files: [] });
    expect(scanner.scanSkill({ "": "", "a.py": "" }).findings).toEqual([]);
  });

  test("counts the lines of many files in one pass", () => {
    const files = Object.fromEntries(Array.from({ length: 2_000 }, (_, i) => [`f${i}.py`, SHELL]));
    const { findings } = scanner.scanSkill(files);
    expect(findings.filter(({ rule }) => rule === "computed-shell-command")).toHaveLength(2_000);
    expect(scanner.memoryBytes()).toBeLessThanOrEqual(64 * 2 ** 20);
  });
});

test("a finding in code that a constant holds tells what it lies in", () => {
  const { findings } = scanner.scanSkill({ "a.py": 'exec("import os\\nos.system(command)")\n' });
  const inner = findings.find(({ rule }) => rule === "computed-shell-command");
  expect(inner).toMatchObject({ line: 1, layers: ["executed text"] });
});

test("the language is that of the name, or of the first line", () => {
  const { files } = scanner.scanSkill({
    "a.PY": "",
    "b.mjs": "",
    "c.sh": "",
    "d.md": "",
    "e.json": "",
    Dockerfile: "",
    run: "#!/usr/bin/env python3\n",
    start: "#!/bin/bash\n",
    "f/.env": "",
  });
  const languages = files.map(({ language }) => language);
  expect(languages).toEqual([
    ...["python", "javascript", "shell", "markdown", "data", "data", "python", "shell", "data"],
  ]);
});
