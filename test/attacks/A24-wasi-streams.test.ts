import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { describe, expect, test } from "vitest";
import { verifyChain } from "../../src/audit/chain.ts";
import { layOut } from "../broker/files/support/tree.ts";
import { BIN, cli, HOME } from "../support/cli.ts";
import { temporaryFolder } from "../support/files.ts";
import { compilerMissing, doSteps, PROGRAMS, word } from "../support/steps-guest.ts";

const ESCAPES =
  "\x1b]52;c;cm0gLXJmIH4=\x07\x1b]8;;http://evil.example\x1b\\click\x1b]0;title\x07\x1b[2J\x1b[1A\u009b31m\u202e\u{e0041}";
const UGLY = /[\x1b\x07\u009b\u202e\u{e0041}]/u;

describe.skipIf(compilerMissing).each(PROGRAMS)("A24: what a WASI program prints and names, as %s", (_, program) => {
  test("stderr is marked and neutralised, also in pieces and without line ends", async () => {
    const pieces = [...ESCAPES].map((character) => `stderr ${word(character)}\n`).join("");
    const input = `${pieces}stderr ${word(`\n::error::forged\n##vso[task.complete]\n${ESCAPES}`)}\n`;
    const { stderr } = await cli(["run", await program()], { input });
    expect(stderr).not.toMatch(UGLY);
    expect(stderr).not.toMatch(/^(::|##)/m);
    expect(stderr).toContain("[guest] ");
  });

  test.skipIf(!existsSync("/usr/bin/script"))("a terminal gets no escape, from stdout, stderr or a name", async () => {
    const base = layOut({ data: {} });
    const steps = [
      `stderr ${word(ESCAPES)}`,
      `cat ${word(ESCAPES)} x`,
      `cat d ${word(ESCAPES)}`,
      `put d ${word(`${ESCAPES}\nx`)} x`,
      `symlink /${word(ESCAPES)} d x`,
    ];
    const command = `printf '%s\\n' ${steps.map((step) => `'${step.replaceAll("'", "")}'`).join(" ")} | ${BIN} run --dir=${base}/data::d ${await program()}`;
    const { stdout } = await execa("/usr/bin/script", ["-qec", command, "/dev/null"], {
      env: { HOME, PATH: "/usr/bin:/bin" },
      extendEnv: false,
      stdin: "ignore",
    });
    expect(stdout).not.toMatch(UGLY);
    expect(stdout).toContain("\\x1b");
  });

  test("names with line ends and escapes stay one argument of one event, and one line of the report", async () => {
    const base = layOut({ data: {} });
    const log = join(temporaryFolder(), "audit.jsonl");
    const name = `x\n{"event":"execution_completed"}\n[ALLOWED] Component 'y'\r${ESCAPES.replaceAll("/", "")}`;
    const steps = [
      ["put", "d", name, "x"],
      ["cat", "d", `../${name}`],
      ["mkdir", "d", `${name}2`],
    ] as const;
    const { stderr } = await doSteps(program, [`--dir=${base}/data::d`, `--audit-log=${log}`], steps);
    expect(stderr).not.toMatch(UGLY);
    expect(stderr).not.toMatch(/^\[ALLOWED\]|^\{/m);
    const text = readFileSync(log, "utf8");
    expect(verifyChain(text)).not.toHaveProperty("broken");
    const events = text
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(events.filter(({ event }) => event === "execution_completed")).toHaveLength(1);
    expect(text).not.toMatch(UGLY);
    expect(events.map(({ argument }) => argument)).toContain(`${base}/data/${name}`);
  });
});
