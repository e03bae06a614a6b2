import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { commit, repository, runGit } from "../git/repositories.ts";
import { tree } from "../scan/support/tree.ts";
import { BIN, HOME, ROOT } from "../support/cli.ts";

const SKILL = "---\nname: x\ndescription: y\n---\n";
const BLOCKED = 'import base64\nexec(base64.b64decode("cHJpbnQoMSk="))\n';
const FACT = 'import subprocess\nsubprocess.run(["ls"])\n';
const read = (path: string) => parse(readFileSync(join(ROOT, path), "utf8"));

interface Step {
  readonly id: string;
  readonly run: string;
  readonly env: Readonly<Record<string, string>>;
}

const ENV = { HOME, PATH: "/usr/bin:/bin" };
/** What would be executed if an input became part of a script. */
const INJECTION = "$(touch pwned)`touch pwned`\"; touch pwned #'";

async function script(shell: string, text: string, cwd: string, env: Readonly<Record<string, string>>) {
  const options = { cwd, env: { ...ENV, ...env }, extendEnv: false, reject: false, stdin: "ignore" } as const;
  const { exitCode, stdout, stderr } = await execa(shell, ["-e", "-c", text], options);
  return { code: exitCode, stdout, stderr };
}

/** A pull request that adds this to a skill of the base. */
function pullRequest(code: string): { readonly root: string; readonly base: string } {
  const root = repository({ "s/SKILL.md": SKILL, "s/old.py": BLOCKED });
  const base = runGit(root, "rev-parse", "HEAD").trim();
  commit(root, { "s/new.py": code });
  return { root, base };
}

describe("the GitHub action", () => {
  const action = read("action.yml");
  const steps: readonly Step[] = action.runs.steps;
  const scan = steps.find(({ id }) => id === "scan");

  it("hands inputs over as variables, and no expression is in a script", () => {
    for (const step of steps) expect(step.run).not.toContain("${{");
    for (const [name, { default: value }] of Object.entries<{ default: string }>(action.inputs)) {
      expect(String(value), name).not.toContain("${{");
      expect(
        steps.some(({ env }) => Object.values(env).includes(`\${{ inputs.${name} }}`)),
        name,
      ).toBe(true);
    }
  });

  it("installs exactly this version unless another is named", () => {
    expect(action.inputs.version.default).toBe(JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")).version);
  });

  it("refuses a version that is not exact, before anything is installed", async () => {
    const install = steps.find(({ id }) => id === "install");
    const root = tree({ output: "" });
    const env = { VERSION: "latest; touch pwned", PROGRAM: "", RUNNER_TEMP: root, GITHUB_OUTPUT: join(root, "output") };
    const { code, stderr } = await script("bash", install?.run ?? "", root, env);
    expect([code, stderr, existsSync(join(root, "pwned"))]).toEqual([2, expect.stringContaining("exact"), false]);
  });

  async function run(root: string, given: Readonly<Record<string, string>>) {
    const folder = tree({ output: "", summary: "" });
    const inputs = Object.fromEntries(Object.keys(scan?.env ?? {}).map((name) => [name, ""]));
    const files = {
      GITHUB_OUTPUT: join(folder, "output"),
      GITHUB_STEP_SUMMARY: join(folder, "summary"),
      TMPDIR: folder,
    };
    const env = {
      ...inputs,
      PROGRAM: BIN,
      PATHS: ".",
      DIFF: "auto",
      FAIL_ON: "high",
      SARIF_FILE: "s.sarif",
      ...given,
      ...files,
    };
    const result = await script("bash", scan?.run ?? "", root, env);
    const text = (name: string) => readFileSync(join(folder, name), "utf8");
    return { ...result, output: text("output"), summary: text("summary") };
  }

  it("fails on what a pull request adds: annotations, outputs, a summary and SARIF", async () => {
    const { root, base } = pullRequest(BLOCKED);
    const { code, stdout, output, summary } = await run(root, { PULL_REQUEST_BASE: base });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^::error file=s\/new\.py,line=2/);
    expect(stdout).not.toContain("old.py,line");
    expect(output).toMatch(/^verdict=(?:review|block)\nscore=0\.\d+\nsarif-file=s\.sarif\n$/);
    expect(summary).toMatch(/^## \S+ Skill scan: /);
    expect(JSON.parse(readFileSync(join(root, "s.sarif"), "utf8")).version).toBe("2.1.0");
  });

  it("passes what adds nothing, and scans everything outside of pull requests", async () => {
    const { root, base } = pullRequest(FACT);
    expect((await run(root, { PULL_REQUEST_BASE: base })).code).toBe(0);
    expect((await run(root, { PATHS: "s/new.py\ns/old.py\n" })).code).toBe(1);
  });

  it("executes nothing of its inputs", async () => {
    const { root } = pullRequest(FACT);
    const names = Object.keys(scan?.env ?? {}).filter((name) => name !== "PROGRAM");
    expect((await run(root, Object.fromEntries(names.map((name) => [name, INJECTION])))).code).toBe(2);
    expect(existsSync(join(root, "pwned"))).toBe(false);
  });
});

describe("the GitLab template", () => {
  const job = read("templates/skill-scan.yml")["skill-scan"];

  it("fails on what a merge request adds, and writes its artifacts", async () => {
    const { root, base } = pullRequest(BLOCKED);
    const env = { ...job.variables, SKILL_SCAN_PROGRAM: BIN, CI_MERGE_REQUEST_DIFF_BASE_SHA: base };
    const { code, stdout } = await script("sh", job.script[0], root, env);
    expect([code, stdout]).toEqual([1, expect.stringContaining("s/new.py:2:")]);
    for (const file of [...job.artifacts.paths, job.artifacts.reports.junit])
      expect(existsSync(join(root, file)), file).toBe(true);
    const hostile = { ...env, SKILL_SCAN_PATH: INJECTION, SKILL_SCAN_CONFIG: INJECTION };
    expect((await script("sh", job.script[0], root, hostile)).code).not.toBe(0);
    expect(existsSync(join(root, "pwned"))).toBe(false);
  });
});

describe("the pre-commit hooks", () => {
  const hooks: readonly { readonly id: string; readonly entry: string }[] = read(".pre-commit-hooks.yaml");

  it("all do the same", () => {
    expect(new Set(hooks.map(({ entry }) => entry)).size).toBe(1);
  });

  it("fail on what is staged", async () => {
    const root = repository({ "s/SKILL.md": SKILL, "s/old.py": BLOCKED });
    const bin = tree({});
    symlinkSync(BIN, join(bin, "wasm-sandbox"));
    const hook = () => script("sh", hooks[0]?.entry ?? "", root, { PATH: `${bin}:/usr/bin:/bin` });
    expect((await hook()).code).toBe(0);
    commit(root, { "s/new.py": BLOCKED });
    runGit(root, "reset", "-q", "--soft", "base");
    expect(await hook()).toMatchObject({ code: 1, stdout: expect.stringContaining("s/new.py:2:") });
  });
});
