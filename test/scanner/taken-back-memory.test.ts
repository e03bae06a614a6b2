import { beforeAll, expect, test } from "vitest";
import { type CountingScanner, loadCountingScanner } from "./engine-scan.ts";

let scanner: CountingScanner;
beforeAll(async () => {
  scanner = await loadCountingScanner();
});

test("a list that grew item by item is whole after a condition has looked through it", () => {
  const code = [
    "import os",
    "seen = []",
    "seen.append(pick(1))",
    'seen.append("id")',
    "for i in range(50):",
    "    if i < len(others):",
    "        pass",
    '    if "x" in seen or "y" in seen:',
    "        pass",
    "os.system(seen[1])",
  ];
  expect(scanner.scan(`${code.join("\n")}\n`).findings.map(({ rule, line }) => [rule, line])).toEqual([
    ["shell-command", 10],
  ]);
});

test("what is written into a file is known by the file that was opened last", () => {
  const code = [
    "package main",
    "func main() {",
    '\tconn, _ := net.Dial("tcp", "files.example:80")',
    '\tf, _ := os.Create("/tmp/one")',
    '\tf, _ := os.Create("/tmp/two")',
    "\tio.Copy(f, conn)",
    "}",
  ];
  const { findings } = scanner.scanSkill({ "main.go": `${code.join("\n")}\n` });
  expect(findings.map(({ rule, line }) => [rule, line])).toContainEqual(["download-saved", 5]);
});

test.each(["run.sh", "SKILL.md"])(
  "commands of git with options and places in history in %s end in an answer",
  (path) => {
    const commands = [
      "git push --force-with-lease origin feature/branch",
      "git rebase -i main",
      "git reset --soft HEAD^",
      "git reset --hard HEAD^",
    ];
    const text = path === "SKILL.md" ? ["# History", "", "```bash", ...commands, "```"] : commands;
    expect(scanner.scanSkill({ [path]: `${text.join("\n")}\n` }).files).toMatchObject([{ state: "analysed" }]);
  },
);
