import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { beforeAll, describe, expect, test } from "vitest";
import { longer } from "../support/amount.ts";
import { BIN, cli, HOME } from "../support/cli.ts";
import { componentFile, temporaryFolder } from "../support/files.ts";

const folder = temporaryFolder();
let component = "";
beforeAll(async () => {
  component = await componentFile([{ write: join(folder, "ran.txt"), content: "x" }]);
  for (const name of ["a.yaml", "b.yaml"]) writeFileSync(join(folder, name), "version: 1\n");
});

describe("what a run would pass over is wrong usage, and nothing runs", () => {
  test.each([
    [["--force"], "--force is given without --learn"],
    [["--invoke", "a()", "--invoke=b()"], "--invoke is given twice: 'a()' and 'b()'"],
    [["--policy", "a.yaml", "--policy", "b.yaml"], "--policy is given twice: 'a.yaml' and 'b.yaml'"],
    [["--isolation=bubblewrap", "--isolation=process"], "--isolation is given twice"],
    [["--audit-log", ""], "--audit-log has an empty value"],
    ...longer(
      [["--audit-log=a.log", "--audit-log=b.log"], "--audit-log is given twice"],
      [["--timeout=1s", "--timeout=1h"], "--timeout is given twice: '1s' and '1h'"],
      [["--policy", ""], "--policy has an empty value"],
      [["--manifest", ""], "--manifest has an empty value"],
      [["--learn", ""], "--learn has an empty value"],
    ),
  ])("%j", async (flags, message) => {
    const { code, stderr } = await cli(["run", "--allow-fs-write", ...flags, component], { cwd: folder });
    expect({ code, stderr }).toEqual({ code: 125, stderr: expect.stringContaining(`error: ${message}`) });
    expect(existsSync(join(folder, "ran.txt"))).toBe(false);
  });

  test("a scan of two files by --file scans neither alone", async () => {
    const { code, stdout, stderr } = await cli(["scan", "--file=a.yaml", "--file=b.yaml"], { cwd: folder });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("--file is given twice");
  });

  test("grants come as often as they like", async () => {
    const flags = ["--allow-fs-read=a", "--allow-fs-read=b", "--env=A=1", "--env=B=2", "--dir=.::/a", "--dir=.::/b"];
    expect((await cli(["run", "--dry-run", ...flags, component], { cwd: folder })).code).toBe(0);
  });
});

describe("when stderr is full, the number still says what happened", () => {
  const codeOf = async (command: string) => {
    const { exitCode } = await execa("/bin/sh", ["-c", `exec "$0" ${command} 2>/dev/full`, BIN, component], {
      cwd: folder,
      env: { HOME, PATH: "/usr/bin:/bin" },
      extendEnv: false,
      reject: false,
      stdin: "ignore",
    });
    return exitCode;
  };

  test.each([
    ['run "$1"', 125],
    ["run missing.wasm", 127],
    ["run --no-such-flag", 125],
    ["no-such-command", 2],
    ...longer(["serve missing.wasm", 127], ["policy check missing.yaml", 2], ["inspect missing.wasm", 3]),
  ])("%s", async (command, code) => {
    expect(await codeOf(command)).toBe(code);
  });
});
