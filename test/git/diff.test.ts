import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, readlinkSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { prepareDiff } from "../../src/git/diff.ts";
import { findRepository } from "../../src/git/repository.ts";
import { tree } from "../scan/support/tree.ts";
import { commit, repository, runGit } from "./repositories.ts";

const SKILL = "---\nname: x\n---\n";

async function diff(root: string, base = "base", within = [""]) {
  const found = findRepository(root);
  if (found === undefined) throw new Error("no repository");
  const scratch = tree({});
  const { touched } = await prepareDiff({ repository: found, base, within, scratch });
  const former = (path: string) => join(scratch, "base", path);
  return { ...touched, former, read: (path: string) => readFileSync(former(path), "utf8") };
}

describe("a change in a git repository", () => {
  it("is what was committed, staged, changed and added since the base parted", async () => {
    const root = repository({
      "a/SKILL.md": SKILL,
      "b/SKILL.md": SKILL,
      "c/SKILL.md": SKILL,
      "d/SKILL.md": SKILL,
      "e/SKILL.md": SKILL,
    });
    runGit(root, "checkout", "-q", "-b", "feature");
    commit(root, { "a/run.py": "a = 1\n" });
    writeFileSync(join(root, "b/staged.py"), "b = 1\n");
    runGit(root, "add", "-A");
    writeFileSync(join(root, "c/SKILL.md"), `${SKILL}more\n`);
    writeFileSync(join(root, "d/untracked.py"), "d = 1\n");
    const { skills, read } = await diff(root, "main");
    expect(skills).toEqual(["a", "b", "c", "d"]);
    expect(read("c/SKILL.md")).toBe(SKILL);
  });

  it("does not count what the base branch did meanwhile", async () => {
    const root = repository({ "a/SKILL.md": SKILL, "b/SKILL.md": SKILL });
    runGit(root, "checkout", "-q", "-b", "feature");
    commit(root, { "a/run.py": "a = 1\n" });
    runGit(root, "checkout", "-q", "main");
    commit(root, { "b/run.py": "b = 1\n" });
    runGit(root, "checkout", "-q", "feature");
    expect((await diff(root, "main")).skills).toEqual(["a"]);
  });

  it("finds a file that is ignored and was added all the same", async () => {
    const root = repository({ "SKILLS.txt": "x" });
    writeFileSync(join(root, ".gitignore"), "evil\n");
    execFileSync("mkdir", [join(root, "evil")]);
    writeFileSync(join(root, "evil/SKILL.md"), SKILL);
    runGit(root, "add", "-f", ".gitignore", "evil/SKILL.md");
    runGit(root, "commit", "-q", "-m", "x");
    expect((await diff(root)).skills).toEqual(["evil"]);
  });

  it("knows a skill that was renamed, and takes a file that was renamed in it for a new one", async () => {
    const body = "x = 1\n".repeat(50);
    const root = repository({
      "old/SKILL.md": `${SKILL}${body}`,
      "old/run.py": body,
      "k/SKILL.md": SKILL,
      "k/one.py": `${body}y`,
    });
    runGit(root, "mv", "old", "new");
    runGit(root, "mv", "k/one.py", "k/two.py");
    const { skills, read, former } = await diff(root);
    expect(skills).toEqual(["k", "new"]);
    expect([read("new/run.py"), read("k/one.py")]).toEqual([body, `${body}y`]);
    expect([existsSync(former("old")), existsSync(former("k/two.py"))]).toEqual([false, false]);
  });

  it.each(["a link", "a file"])("knows a skill that was moved to where %s was", async (what) => {
    const root = repository({
      "old/SKILL.md": SKILL,
      "old/run.py": "a = 1\n",
      ...(what === "a file" ? { new: "x" } : {}),
    });
    const outside = tree({});
    if (what === "a link") symlinkSync(outside, join(root, "new"));
    commit(root, {});
    runGit(root, "tag", "-f", "base");
    commit(root, { new: null });
    runGit(root, "mv", "old", "new");
    commit(root, { "new/more.py": "b = 1\n" });
    const { skills, read } = await diff(root);
    expect([skills, read("new/run.py"), readdirSync(outside)]).toEqual([["new"], "a = 1\n", []]);
  });

  it("leaves out skills that are gone, and takes files outside of any by themselves", async () => {
    const root = repository({ "a/SKILL.md": SKILL, "lib/x.py": "1\n" });
    commit(root, { a: null, "lib/x.py": "2\n" });
    expect(await diff(root)).toMatchObject({ skills: [], files: ["lib/x.py"] });
  });

  it("is only looked at where it was asked for", async () => {
    const root = repository({ "in/a/SKILL.md": SKILL, "in-x/SKILL.md": SKILL });
    commit(root, { "in/a/x.py": "", "in-x/x.py": "" });
    expect((await diff(root, "base", ["in"])).skills).toEqual(["in/a"]);
  });

  it("is found in names of any bytes, and in linked work trees", async () => {
    const root = repository({ "x/SKILL.md": SKILL });
    const linked = join(tree({}), "linked");
    runGit(root, "worktree", "add", "-q", linked, "base");
    writeFileSync(Buffer.concat([Buffer.from(`${linked}/x/`), Buffer.from([0x61, 0xff, 0x0a, 0x22])]), "");
    const { skills, read } = await diff(linked);
    expect([skills, read("x/SKILL.md")]).toEqual([["x"], SKILL]);
  });

  it("writes links as links, and nothing through them", async () => {
    const outside = tree({ "keep.txt": "keep" });
    const root = repository({ "a/SKILL.md": SKILL });
    symlinkSync(outside, join(root, "a/link"));
    commit(root, {});
    commit(root, { "a/x.py": "" });
    const { former } = await diff(root, "HEAD~1");
    expect(readlinkSync(former("a/link"))).toBe(outside);
  });

  it("is wrong usage without such a commit, and never an option of git", async () => {
    const root = repository({ "a/SKILL.md": SKILL });
    await expect(diff(root, "gone")).rejects.toMatchObject({ code: "usage" });
    await expect(diff(root, "--output=/tmp/x")).rejects.toMatchObject({ code: "usage" });
  });

  it("is read where there are no hashes but SHA-256", async () => {
    const root = tree({ "a/SKILL.md": SKILL });
    runGit(root, "init", "-q", "--object-format=sha256");
    commit(root, {});
    commit(root, { "a/x.py": "" });
    expect((await diff(root, "HEAD~1")).skills).toEqual(["a"]);
  });
});

describe("a hostile repository", () => {
  it("leads nowhere by a link in the place of a skill", async () => {
    const outside = tree({ "SKILL.md": SKILL, "x.py": "1\n" });
    const root = repository({ "s/a/SKILL.md": SKILL, "s/b/deep/SKILL.md": SKILL });
    for (const name of ["s/a", "s/b"]) {
      execFileSync("rm", ["-r", join(root, name)]);
      symlinkSync(outside, join(root, name));
    }
    expect(await diff(root)).toMatchObject({ skills: [], files: ["s/a", "s/b"] });
  });

  it("starts no program through its configuration, hooks and attributes", async () => {
    const root = repository({ "a/SKILL.md": SKILL, "a/x.py": "1\n", ".gitattributes": "* filter=evil diff=evil\n" });
    const trap = join(root, "trap");
    const mark = join(root, ".git/started");
    writeFileSync(trap, `#!/bin/sh\ntouch ${mark}\ncat\n`, { mode: 0o755 });
    const settings = {
      "core.fsmonitor": trap,
      "core.pager": trap,
      "core.editor": trap,
      "core.sshCommand": trap,
      "diff.external": trap,
      "filter.evil.clean": trap,
      "filter.evil.smudge": trap,
      "filter.evil.process": trap,
      "diff.evil.textconv": trap,
      "diff.evil.command": trap,
      "core.hooksPath": root,
      "alias.ls-tree": `!${trap}`,
      "remote.origin.uploadpack": trap,
      "extensions.partialClone": "origin",
      "remote.origin.promisor": "true",
      "remote.origin.url": `ext::${trap}`,
    };
    for (const [key, value] of Object.entries(settings)) runGit(root, "config", key, value);
    for (const hook of ["post-index-change", "post-checkout", "reference-transaction"]) {
      writeFileSync(join(root, ".git/hooks", hook), `#!/bin/sh\ntouch ${mark}\n`, { mode: 0o755 });
    }
    writeFileSync(join(root, "a/x.py"), "2\n");
    // That the trap works at all.
    expect(() => runGit(root, "diff", "HEAD")).not.toThrow();
    expect(existsSync(mark)).toBe(true);
    execFileSync("rm", [mark]);
    const { skills, read } = await diff(root);
    expect([skills, read("a/x.py"), existsSync(mark)]).toEqual([["a"], "1\n", false]);
  });

  it("is what it is, whatever the environment tells git", async () => {
    const root = repository({ "a/SKILL.md": SKILL });
    writeFileSync(join(root, "a/run.py"), "a = 1\n");
    const mark = join(tree({}), "mark");
    const hostile = {
      GIT_TRACE: mark,
      GIT_EXTERNAL_DIFF: `touch ${mark}`,
      GIT_CONFIG_COUNT: "1",
      GIT_CONFIG_KEY_0: "diff.renames",
      GIT_CONFIG_VALUE_0: "wrong",
    };
    for (const [name, value] of Object.entries(hostile)) vi.stubEnv(name, value);
    onTestFinished(() => void vi.unstubAllEnvs());
    expect((await diff(root)).skills).toEqual(["a"]);
    expect(existsSync(mark)).toBe(false);
  });

  it("starts where it started, whatever commits stand for others", async () => {
    const root = repository({ "a/SKILL.md": SKILL });
    commit(root, { "a/run.py": "a = 1\n" });
    // The base as a child of the change: then nothing would have been added since.
    const [base = "", head = ""] = runGit(root, "rev-parse", "base", "HEAD").split("\n");
    const child = runGit(root, "commit-tree", "-p", head, "-m", "x", `${base}^{tree}`).trim();
    runGit(root, "replace", base, child);
    expect((await diff(root)).skills).toEqual(["a"]);
  });

  it("writes nothing outside of its own folder, whatever names the base has", async () => {
    const root = repository({ "SKILL.md": SKILL });
    const object = (type: string, content: string | Buffer) =>
      execFileSync("git", ["-C", root, "hash-object", "-t", type, "-w", "--stdin", "--literally"], { input: content })
        .toString()
        .trim();
    const entry = (mode: string, name: string, id: string) =>
      Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(id, "hex")]);
    const planted = entry("100644", "planted", object("blob", "PWNED"));
    const above = entry("40000", "..", object("tree", planted));
    const skill = entry("100644", "SKILL.md", object("blob", SKILL));
    const base = object("tree", Buffer.concat([above, skill]));
    runGit(root, "tag", "-f", "base", runGit(root, "commit-tree", "-m", "x", base).trim());
    writeFileSync(join(root, "run.py"), "a = 1\n");
    const { skills, former } = await diff(root);
    expect([skills, existsSync(former("SKILL.md")), existsSync(former("../planted"))]).toEqual([[""], true, false]);
  });

  it("does not make a large file of the base cost memory", async () => {
    const root = repository({ "a/SKILL.md": SKILL, "a/big.py": Buffer.alloc(17 * 1024 * 1024) });
    writeFileSync(join(root, "a/x.py"), "");
    const { former } = await diff(root);
    expect(statSync(former("a/big.py")).size).toBe(17 * 1024 * 1024);
  });
});
