import { beforeAll, describe, expect, test } from "vitest";
import { rules } from "../../components/skill-scanner/rules/index.ts";
import { type CountingScanner, loadCountingScanner } from "./engine-scan.ts";

let scanner: CountingScanner;
beforeAll(async () => {
  scanner = await loadCountingScanner();
});

const indented = (code: string) => code.replace(/^(?=.)/gm, "  ");

/** The same program, written in another way. */
const VARIANTS: Record<string, (code: string) => Record<string, string>> = {
  "with blank lines and comments": (code) => ({
    "a.py": `\n# words\n\n${code.replace(/\n(?=\w+ )/g, "\n\n")}\n\n# end\n`,
  }),
  "in a function": (code) => ({ "a.py": `def main():\n${indented(code)}\n\nmain()\n` }),
  "in a function that nobody calls": (code) => ({ "a.py": `def main():\n${indented(code)}\n` }),
  "in a method": (code) => ({ "a.py": `class A:\n  def run(self):\n${indented(indented(code))}\n\nA().run()\n` }),
  "in another file": (code) => ({
    "lib/a.py": `def main():\n${indented(code)}\n`,
    "b.py": "from lib.a import main\nmain()\n",
  }),
  "in a branch": (code) => ({ "a.py": `if unknown:\n${indented(code)}\n` }),
  "behind a try": (code) => ({ "a.py": `try:\n${indented(code)}\nexcept Exception:\n  pass\n` }),
  "with split strings": (code) => ({
    "a.py": code.replace(
      /(?<![\w"']|" )"([\w/:.~-]{6,})"(?!")/g,
      (_, text: string) => `("${text.slice(0, 3)}" + "${text.slice(3)}")`,
    ),
  }),
  "with renamed modules": (code) => ({ "a.py": renamed(code) }),
};

/** `import os` as `import os as os_`, with all that follows. */
function renamed(code: string): string {
  const [, list] = /^import ([\w, ]+)$/m.exec(code) ?? [];
  const names = (list ?? "").split(/,\s*/);
  if (list === undefined || names.some((name) => name.includes(" "))) return code;
  const renamedCode = names.reduce(
    (text, name) => text.replace(new RegExp(`(?<![\\w."'])${name}(?=\\.)`, "g"), `${name}_`),
    code,
  );
  return renamedCode.replace(/^import ([\w, ]+)$/m, `import ${names.map((name) => `${name} as ${name}_`).join(", ")}`);
}

const examples = rules
  .filter(({ languages }) => languages.includes("python"))
  .flatMap(({ id, bad }) => bad.filter((code) => typeof code === "string").map((code) => ({ id, code })));

/** The name that was written whole is put together in the variant, which is told in its place, and as grave. */
const TAKES_OVER = new Map([["sideways-name", "assembled-name"]]);

describe.each(Object.entries(VARIANTS))("%s", (_, variant) => {
  test("no finding is lost", () => {
    const lost = examples.filter(
      ({ id, code }) =>
        !scanner.scanSkill(variant(code)).findings.some(({ rule }) => rule === id || rule === TAKES_OVER.get(id)),
    );
    expect(lost.map(({ id, code }) => `${id}: ${code}`)).toEqual([]);
  });
});
