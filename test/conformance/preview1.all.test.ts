import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { beforeAll, describe, expect, test } from "vitest";
import { BIN, cli, HOME } from "../support/cli.ts";
import { temporaryFolder } from "../support/files.ts";
import { CLANG_MISSING, compilePrograms } from "../support/wasi-clang.ts";

const FOLDER = join(import.meta.dirname, "preview1");

/** How a program is run and what is seen from outside, where that is more than a scratch folder as `/` and silence. */
interface Case {
  readonly dirs?: readonly string[];
  readonly flags?: readonly string[];
  readonly args?: readonly string[];
  readonly input?: string;
  readonly code?: number;
  readonly stdout?: string;
  readonly stderr?: RegExp;
  before?(scratch: string): void;
  after?(scratch: string): void;
}

const CASES: Readonly<Record<string, Case>> = {
  args_env: {
    flags: ["--env", "A=1", "--env", "EMPTY=", "--env", "PATHLIKE=a=b:c"],
    args: ["one", "", "two words", "zür"],
  },
  args_env_none: { dirs: [] },
  exit_code: { code: 33, stderr: /exited with 33/ },
  exit_large: { code: 123, stderr: /exited with 3000000000/ },
  libc: {
    flags: ["--env=NAME=value"],
    args: ["argument"],
    input: "input",
    after: (scratch) => {
      expect(readFileSync(join(scratch, "renamed.txt"), "utf8")).toBe("line");
      expect(readdirSync(join(scratch, "folder/inner"))).toEqual(["made"]);
    },
  },
  prestat: { dirs: [".::/", "inner::data/in"], before: (scratch) => mkdirSync(join(scratch, "inner")) },
  read_only: {
    dirs: [".::/:ro"],
    before: (scratch) => {
      writeFileSync(join(scratch, "file"), "kept");
      mkdirSync(join(scratch, "dir"));
      symlinkSync("file", join(scratch, "link"));
    },
    after: (scratch) => expect(readdirSync(scratch).sort()).toEqual(["dir", "file", "link"]),
  },
  stdin: { input: "hello, input" },
  stdout: { stdout: "one two\n", stderr: /one/ },
  trap: { code: 1, stdout: "before\n", stderr: /\[TRAP\] RuntimeError: unreachable/ },
};

describe.skipIf(CLANG_MISSING !== undefined)(
  `preview1${CLANG_MISSING === undefined ? "" : `: ${CLANG_MISSING}`}`,
  () => {
    let modules: ReadonlyMap<string, string>;
    beforeAll(async () => {
      modules = await compilePrograms(FOLDER);
    }, 300_000);

    const programs = readdirSync(FOLDER).flatMap((name) => (name.endsWith(".c") ? [name.slice(0, -2)] : []));
    const alone = ["poll_stdin"];
    test.concurrent.for(programs.filter((name) => !alone.includes(name)))("%s", async (name) => {
      const {
        dirs = [".::/"],
        flags = [],
        args = [],
        input,
        code = 0,
        stdout = "",
        stderr,
        before,
        after,
      } = CASES[name] ?? {};
      const scratch = temporaryFolder();
      before?.(scratch);
      const granted = dirs.flatMap((dir) => ["--dir", dir]);
      const module = modules.get(name) ?? "";
      const result = await cli(["run", ...granted, ...flags, module, ...args], {
        cwd: scratch,
        ...(input === undefined ? {} : { input }),
      });
      expect(result).toMatchObject({ stdout, code });
      if (stderr !== undefined) expect(result.stderr).toMatch(stderr);
      after?.(scratch);
    });

    test.for([[], ["--deterministic"]])("poll_stdin: an open input that says nothing (%s)", async (flags) => {
      const running = execa(BIN, ["run", ...flags, modules.get("poll_stdin") ?? ""], {
        env: { HOME },
        extendEnv: false,
        reject: false,
      });
      // Nothing is written to it, and it is never closed.
      expect(running.stdin?.writable).toBe(true);
      expect(await running).toMatchObject({ exitCode: 0, stdout: "" });
    });

    test("every case has its program", () => {
      expect(programs).toEqual(expect.arrayContaining(Object.keys(CASES)));
    });
  },
);
