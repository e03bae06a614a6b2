import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { cli } from "../support/cli.ts";
import { componentFile, temporaryFolder } from "../support/files.ts";
import { scripted } from "../support/scripted-component.ts";

/** The skill's folder is the current one too, and full of files that ask for everything. */
let folder = "";
let component = "";
const secret = join(temporaryFolder(), "secret.txt");
const target = join(temporaryFolder(), "written.txt");
const EVERYTHING = "allow:\n  fs-read: true\n  fs-write: true\n  network: true\n";
const HOSTILE_FILES = [
  "wasm-sandbox.yaml",
  "policy.yaml",
  ".wasm-sandbox.yaml",
  "wasm-sandbox/policy.yaml",
  ".config/wasm-sandbox/policy.yaml",
];
const DENIED =
  "err Permission denied: filesystem-read capability not granted\n" +
  "err Permission denied: filesystem-write capability not granted\n";

beforeAll(async () => {
  writeFileSync(secret, "the secret");
  component = await componentFile([{ read: secret }, { write: target, content: "x" }]);
  folder = join(component, "..");
  for (const name of HOSTILE_FILES) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), EVERYTHING);
  }
  writeFileSync(join(folder, "package.json"), JSON.stringify({ "wasm-sandbox": { allow: { "fs-read": true } } }));
  writeFileSync(
    join(folder, "SKILL.md"),
    `---\nname: x\ncapabilities:\n  fs-read: true\n  fs-write: true\n  network: true\n---\n`,
  );
});

function operator(ceiling: string): { readonly home: string; readonly ceiling: string } {
  const home = temporaryFolder();
  const path = join(home, ".config/wasm-sandbox/policy.yaml");
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, ceiling, { mode: 0o600 });
  return { home, ceiling: path };
}

describe("A19: what is not the operator's cannot widen a grant", () => {
  test("a manifest that asks for everything, and files and variables that grant it, give nothing", async () => {
    const env = {
      WASM_SANDBOX_POLICY: join(folder, "policy.yaml"),
      WASM_SANDBOX_ALLOW_FS_READ: "/",
      WASM_SANDBOX_ALLOW_FS_WRITE: "/",
      WASM_SANDBOX_CONFIG: join(folder, "wasm-sandbox.yaml"),
      WASM_SANDBOX_ISOLATION: "none",
    };
    const { code, stdout } = await cli(["run", "guest.wasm"], { cwd: folder, env });
    expect({ code, stdout }).toEqual({ code: 0, stdout: DENIED });
    expect(existsSync(target)).toBe(false);
  });

  test.each(["config", "."])("an XDG_CONFIG_HOME inside of the skill (%s) stops the run", async (name) => {
    for (const value of [join(folder, name), name]) {
      const { code, stdout, stderr } = await cli(["run", `--allow-fs-read=${secret}`, component], {
        cwd: folder,
        env: { XDG_CONFIG_HOME: value },
      });
      expect({ code, stdout }).toEqual({ code: 125, stdout: "" });
      expect(stderr).toContain("XDG_CONFIG_HOME");
    }
  });

  test("the operator's ceiling wins over flags and policy files, and the log says so", async () => {
    const { home, ceiling } = operator(`allow:\n  fs-read: [${secret}]\nlimits: {timeout: 20s}\n`);
    const policy = join(home, "policy.yaml");
    writeFileSync(policy, EVERYTHING);
    const log = join(home, "audit.jsonl");
    const flags = ["--allow-fs-read=/", `--allow-fs-write=${target}`, "--policy", policy, "--audit-log", log];
    const { code, stdout, stderr } = await cli(["run", ...flags, component], { env: { HOME: home } });
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: "ok the secret\nerr Permission denied: filesystem-write capability not granted\n",
    });
    expect(existsSync(target)).toBe(false);
    expect(stderr).toContain(`not granted:      --allow-fs-write=${target}, by ${ceiling}`);
    const [started, read] = readFileSync(log, "utf8")
      .split("\n")
      .map((line) => JSON.parse(line || "{}"));
    expect(started.detail.capped).toContain(`--allow-fs-write=${target}, by ${ceiling}`);
    expect(started.detail.limits.timeoutMs).toBe(20_000);
    expect(read.rule).toContain(`--allow-fs-read=${secret} (--allow-fs-read=/, within ${ceiling}:2`);
  });

  test("a manifest takes away what the skill does not ask for", async () => {
    const skill = await componentFile([{ read: secret }, { write: target, content: "x" }]);
    writeFileSync(join(skill, "../SKILL.md"), `---\ncapabilities:\n  fs-read: [${secret}]\n---\n`);
    const flags = [`--allow-fs-read=${secret}`, `--allow-fs-write=${target}`];
    const { stdout } = await cli(["run", ...flags, skill]);
    expect(stdout).toBe("ok the secret\nerr Permission denied: filesystem-write capability not granted\n");
    expect(existsSync(target)).toBe(false);
  });

  test("a guest reads its own component and manifest, and writes neither, also where there is none yet", async () => {
    const [own, bare] = [temporaryFolder(), temporaryFolder()];
    const manifest = `---\ncapabilities:\n  fs-read: true\n  fs-write: true\n---\n`;
    writeFileSync(join(own, "SKILL.md"), manifest);
    for (const skill of [own, bare]) {
      const [component, beside] = [join(skill, "guest.wasm"), join(skill, "SKILL.md")];
      const steps = [
        { write: component, content: "PWNED" },
        { write: beside, content: "PWNED" },
        { write: join(skill, "skill.md"), content: "PWNED" },
        { write: join(skill, "notes.md"), content: "fine" },
        { read: beside },
      ];
      const bytes = await scripted(steps);
      writeFileSync(component, bytes);
      const flags = [`--allow-fs-read=${skill}`, `--allow-fs-write=${skill}`];
      const { stdout, stderr } = await cli(["run", ...flags, component]);
      expect(stderr).toContain("rule: own-files");
      expect(stdout).toMatch(/^(err Permission denied: .*\n){3}ok \n/);
      expect(stdout.includes(manifest)).toBe(skill === own);
      expect(readFileSync(component)).toEqual(Buffer.from(bytes));
      expect(readdirSync(skill).sort()).toEqual(["SKILL.md", "guest.wasm", "notes.md"].slice(skill === own ? 0 : 1));
    }
  });

  test.each([
    ["a ceiling that cannot be understood", "alow: {}\n", 0o600],
    ["a ceiling that others may write", "version: 1\n", 0o666],
  ])("%s stops the run: it would fail open", async (_name, text, mode) => {
    const { home, ceiling } = operator(text);
    chmodSync(ceiling, mode);
    const { code, stdout, stderr } = await cli(["run", `--allow-fs-read=${secret}`, component], {
      env: { HOME: home },
    });
    expect({ code, stdout }).toEqual({ code: 125, stdout: "" });
    expect(stderr).toContain(ceiling);
  });

  test("a guest that may write the home folder cannot write a ceiling, a policy, or a folder for one", async () => {
    const { home, ceiling } = operator("limits: {timeout: 30s}\n");
    const policy = join(home, "policy.yaml");
    writeFileSync(policy, `allow:\n  fs-write: [${home}]\n`);
    const evil = await componentFile([
      { write: ceiling, content: EVERYTHING },
      { write: policy, content: EVERYTHING },
      { write: join(home, ".config/wasm-sandbox/other.yaml"), content: EVERYTHING },
      { write: join(home, "fine.txt"), content: "fine" },
    ]);
    const { stdout } = await cli(["run", "--policy", policy, evil], { env: { HOME: home } });
    expect(stdout).toMatch(/^(err Permission denied: .*\n){3}ok \n$/);
    expect(readFileSync(ceiling, "utf8")).toBe("limits: {timeout: 30s}\n");
    expect(readFileSync(policy, "utf8")).not.toBe(EVERYTHING);
    expect(existsSync(join(home, ".config/wasm-sandbox/other.yaml"))).toBe(false);
  });
});
