import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { cli, ROOT } from "./support/cli.ts";
import { temporaryFolder } from "./support/files.ts";

/** Each command that README.md shows with what it prints; a line that is `…` stands for any number of lines. */
const SHOWN = [
  ...readFileSync(join(ROOT, "README.md"), "utf8").matchAll(/^```\n\$ wasm-sandbox (.*)\n([\s\S]*?)^```$/gm),
];

const folder = temporaryFolder();
cpSync(join(ROOT, "dist/components/malicious.wasm"), join(folder, "malicious.wasm"));
cpSync(join(ROOT, "examples/malicious-skills/environment-to-webhook/skill.py"), join(folder, "skill.py"));

test("README.md shows a run and a scan", () => {
  expect(SHOWN.map(([, command]) => command)).toEqual(["run malicious.wasm", "scan skill.py"]);
});

test.each(SHOWN.map(([, command = "", output = ""]) => [command, output]))(
  "wasm-sandbox %s prints what README.md shows",
  async (command, output) => {
    const [name = "", ...words] = command.split(" ");
    // What a terminal gets by itself.
    const format = name === "scan" ? ["--format=text"] : [];
    const { stdout, stderr } = await cli([name, ...format, ...words], { cwd: folder });
    let rest = `${stderr}${stdout}\n`;
    for (const part of output.split(/^ *…\n/m)) {
      expect(rest).toContain(part);
      rest = rest.slice(rest.indexOf(part) + part.length);
    }
  },
);
