import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { longer } from "../support/amount.ts";
import { cli } from "../support/cli.ts";
import { componentFile, temporaryFolder } from "../support/files.ts";
import { asNobody, canBecomeNobody } from "../support/nobody.ts";

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
    ["an unknown flag", ["--allow-everything"], "unknown option '--allow-everything'"],
    ["a malformed host", ["--allow-network=http://"], "--allow-network"],
    ["a bare --allow-env", ["--allow-env"], "--allow-env needs the names of the variables"],
    ["a variable without a value", ["--env", "TOKEN"], "--env needs NAME=VALUE"],
    ["a folder without a name inside", ["--dir", "/data::"], "has no name inside"],
    ["a raw connection without a port", ["--allow-network=tcp://db"], "no port"],
    ["an empty denial", ["--deny-fs-read="], "--deny-fs-read has an empty value"],
    ["a negative limit", ["--max-memory=-1"], "--max-memory is not a size: '-1'"],
    ...longer(
      ["an empty item", [`--allow-fs-read=${secret},`], "--allow-fs-read has an empty value"],
      ["a variable whose name is none", ["--env", "A-B=1"], "--env needs names of environment variables"],
      ["two folders of one name", ["--dir", "/a::/x", "--dir", "/b::/x"], "Two folders have the same name inside"],
      ["a malformed denial", ["--deny-network=*"], "Invalid --deny-network value"],
      ["a malformed duration", ["--timeout=soon"], "--timeout is not a duration: 'soon'"],
      ["a limit without a value", ["--timeout"], "argument missing"],
    ),
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

const policy = join(folder, "policy.yaml");

function runWith(text: string, flags: readonly string[] = []) {
  writeFileSync(policy, text);
  return cli(["run", "--policy", policy, ...flags, component]);
}

describe("A18: policy files", () => {
  test.each([
    ["an empty file", ""],
    ["empty sections", "allow:\ndeny:\nlimits:\n"],
    ...longer(["a comment", "# later\n"], ["empty lists", "allow:\n  fs-read: []\n  fs-write: []\n"]),
  ])("%s allows nothing", async (_name, text) => {
    const { code, stdout } = await runWith(text);
    expect(code).toBe(0);
    expect(stdout).toBe(
      "err Permission denied: filesystem-read capability not granted\n" +
        "err Permission denied: filesystem-write capability not granted\n",
    );
    expect(existsSync(target)).toBe(false);
  });

  test.each([
    ["malformed", "allow: [", /flow/i],
    ["an unknown key", `allow:\n  fs-raed: [${secret}]\n`, /:2: allow\.fs-raed: unknown key "fs-raed"; did you mean/],
    ["a wrong type", `allow:\n  fs-read: ${secret}\n`, /:2: allow\.fs-read: a list of paths is expected/],
    ["a denial that is left blank", `allow:\n  fs-read: [${secret}]\ndeny:\n  fs-read:\n`, /:4: deny\.fs-read/],
    [
      "a key that is there twice",
      "allow:\n  fs-read: []\nallow:\n  fs-read: true\n",
      /:3: the key "allow" is there twice/,
    ],
    ["not text", "\0\x01", /./],
  ])("%s stops the run with 125, and nothing runs", async (_name, text, message) => {
    const { code, stdout, stderr } = await runWith(text, [`--allow-fs-write=${target}`]);
    expect({ code, stdout }).toEqual({ code: 125, stdout: "" });
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(existsSync(target)).toBe(false);
  });

  test("one that is missing or a folder stops the run", async () => {
    for (const path of [join(folder, "missing.yaml"), folder]) {
      const { code, stdout } = await cli(["run", "--policy", path, component]);
      expect({ code, stdout }).toEqual({ code: 125, stdout: "" });
    }
  });

  test.skipIf(!canBecomeNobody)("one that is unreadable stops the run", async () => {
    writeFileSync(policy, "");
    const { code, stderr } = await asNobody(["run", "--policy", policy, component], { unreadable: policy });
    expect(code).toBe(125);
    expect(stderr).toMatch(/cannot be read \(EACCES\)/);
  });

  test.each([["max-output"], ...longer(["timeout"], ["max-memory"])])("a limit of 0 (%s) is zero", async (name) => {
    const { code, stdout } = await runWith(`allow:\n  fs-read: [${secret}]\nlimits:\n  ${name}: 0\n`);
    expect({ code, stdout }).toEqual({ code: 124, stdout: "" });
  });

  test("grants what it says, by a rule that names its line", async () => {
    const log = join(folder, "audit.jsonl");
    const { stdout } = await runWith(`allow:\n  fs-read: [secret.txt]\n  fs-write: true\ndeny:\n  fs-write: true\n`, [
      "--audit-log",
      log,
    ]);
    expect(stdout).toBe("ok the secret\nerr Permission denied: filesystem-write capability not granted\n");
    expect(existsSync(target)).toBe(false);
    const rules = readFileSync(log, "utf8")
      .split("\n")
      .map((line) => JSON.parse(line || "{}").rule);
    expect(rules).toContain(`--allow-fs-read=${secret} (${policy}:2)`);
    expect(rules).toContain(`--deny-fs-write (${policy}:5)`);
  });

  test("policy check says the same as a run, with 2 for what would stop it", async () => {
    writeFileSync(policy, "allow:\n  fs-read: [/]\n  env: [API_TOKEN]\n");
    const good = await cli(["policy", "check", policy]);
    expect(good.code).toBe(0);
    expect(good.stdout).toContain(`${policy}:2: warning: the whole file system may be read`);
    expect(good.stdout).toContain("API_TOKEN");
    writeFileSync(policy, "alow: {}\n");
    const bad = await cli(["policy", "check", "--json", policy]);
    expect(bad.code).toBe(2);
    expect(JSON.parse(bad.stdout)).toMatchObject({ valid: false, problems: [{ line: 1 }] });
    expect((await cli(["policy", "check", join(folder, "missing")])).code).toBe(2);
  });

  test("policy schema prints the schema", async () => {
    const { code, stdout } = await cli(["policy", "schema"]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ type: "object", additionalProperties: false });
  });
});
