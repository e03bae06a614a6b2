import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { cli } from "../support/cli.ts";
import { temporaryFolder } from "../support/files.ts";
import { compilerMissing, PROGRAMS } from "../support/steps-guest.ts";

/** The command's own numbers, those of signals, and those that only a careless cast makes small. */
const FOREIGN = [
  124,
  125,
  126,
  127,
  128,
  130,
  137,
  143,
  255,
  256,
  256 + 124,
  65_536,
  2 ** 31 - 1,
  2 ** 31,
  2 ** 32 - 1,
];

describe.skipIf(compilerMissing).each(PROGRAMS)("A34: exit codes of a WASI program, as %s", (way, program) => {
  test("none is mistaken for ours, and the true one is in the log", async () => {
    const path = await program();
    for (const code of FOREIGN) {
      const log = join(temporaryFolder(), "audit.jsonl");
      const result = await cli(["run", "--json", `--audit-log=${log}`, path], { input: `exit ${code}\n` });
      const { exit, outcome } = JSON.parse(result.stdout);
      expect([code, result.code, exit]).toEqual([code, exit, exit]);
      expect([0, 1, 123]).toContain(exit);
      // A core module says the number itself; the interface that a component has for it may know only success and failure.
      if (way === "a core module") expect(outcome).toMatchObject({ kind: "exited", code });
      if (outcome.kind === "exited" && outcome.code !== 1) expect(exit).toBe(123);
      expect(readFileSync(log, "utf8")).toContain('"execution_completed"');
    }
  });

  test("a guest's lines cannot pass for ours, whatever stream and whatever line ends it uses", async () => {
    const ours = "[ALLOWED] Component 'x' filesystem-read.read-file(\"/etc/shadow\")";
    const forged = encodeURIComponent(
      `\r\n${ours}\n\x1b[2K\r${ours}\u2028${ours}\x85${ours}\n=== Component Result ===\n`,
    );
    const { stderr, stdout } = await cli(["run", await program()], { input: `stderr ${forged}\n` });
    for (const line of stderr.split(/[\n\r\u2028\x85]/).filter((text) => /\[ALLOWED\]|Component Result/.test(text))) {
      expect(line).toMatch(/^\[guest\] /);
    }
    expect(stderr).toContain("[guest] ");
    expect(stderr).not.toMatch(/[\r\x1b\x85\u2028]/);
    expect(stdout).not.toContain("ALLOWED");
  });
});
