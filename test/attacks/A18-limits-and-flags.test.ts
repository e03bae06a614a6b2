import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { cli } from "../support/cli.ts";
import { componentFile, temporaryFolder } from "../support/files.ts";

const folder = temporaryFolder();
const secret = join(folder, "secret.txt");
const target = join(folder, "written.txt");
let component = "";
beforeAll(async () => {
  writeFileSync(secret, "the secret");
  component = await componentFile([{ read: secret }, { write: target, content: "x" }]);
});

describe("A18: empty, malformed and zero", () => {
  test("nothing granted is nothing allowed", async () => {
    const { code, stdout } = await cli(["run", component]);
    expect(stdout).toBe(
      "err Permission denied: filesystem-read capability not granted\n" +
        "err Permission denied: filesystem-write capability not granted\n",
    );
    expect(code).toBe(0);
    expect(existsSync(target)).toBe(false);
  });

  test.each([
    ["an empty value", ["--allow-fs-read="], "--allow-fs-read has an empty value"],
    ["an empty item", [`--allow-fs-read=${secret},`], "--allow-fs-read has an empty value"],
    ["an unknown flag", ["--allow-everything"], "unknown option '--allow-everything'"],
    ["a malformed host", ["--allow-network=http://"], "--allow-network"],
    ["a bare --allow-env", ["--allow-env"], "--allow-env needs the names of the variables"],
    ["a variable without a value", ["--env", "TOKEN"], "--env needs NAME=VALUE"],
    ["a variable whose name is none", ["--env", "A-B=1"], "--env needs names of environment variables"],
    ["a folder without a name inside", ["--dir", "/data::"], "has no name inside"],
    ["two folders of one name", ["--dir", "/a::/x", "--dir", "/b::/x"], "Two folders have the same name inside"],
    ["a raw connection without a port", ["--allow-network=tcp://db"], "no port"],
    ["an empty denial", ["--deny-fs-read="], "--deny-fs-read has an empty value"],
    ["a malformed denial", ["--deny-network=*"], "Invalid --deny-network value"],
    ["a malformed duration", ["--timeout=soon"], "--timeout is not a duration: 'soon'"],
    ["a negative limit", ["--max-memory=-1"], "--max-memory is not a size: '-1'"],
    ["a limit without a value", ["--timeout"], "argument missing"],
  ])("%s stops the run with 125 and runs nothing", async (_name, flags, message) => {
    const { code, stdout, stderr } = await cli(["run", component, ...flags]);
    expect({ code, stdout }).toEqual({ code: 125, stdout: "" });
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(existsSync(target)).toBe(false);
  });

  test.each([["--timeout=0"], ["--max-memory=0"], ["--max-output=0"]])("%s means zero, not unlimited", async (flag) => {
    const { code, stdout } = await cli(["run", flag, `--allow-fs-read=${secret}`, component]);
    expect({ code, stdout }).toEqual({ code: 124, stdout: "" });
  });

  test("a bare flag never takes the next word", async () => {
    const { code, stdout } = await cli(["run", "--allow-fs-read", component]);
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: "ok the secret\nerr Permission denied: filesystem-write capability not granted\n",
    });
  });

  test("a bare denial is the whole capability, never the next word", async () => {
    const { code, stdout } = await cli(["run", `--allow-fs-read=${secret}`, "--deny-fs-read", component]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^err Permission denied: .*\nerr Permission denied: /);
  });

  test("a guest that wants more memory than the limit ends with 124", async () => {
    const greedy = await componentFile([{ say: "never" }], { pages: 4096 });
    const { code, stderr } = await cli(["run", "--max-memory=16MiB", greedy]);
    expect(code).toBe(124);
    expect(stderr).toContain("[LIMIT] memory:");
  });
});
