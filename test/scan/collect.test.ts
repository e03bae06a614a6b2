import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { collect, type Item, type Target } from "../../src/skill/collect.ts";
import { rawPath } from "../../src/skill/raw-path.ts";
import type { CollectLimits } from "../../src/skill/read-budget.ts";
import { walk } from "../../src/skill/walk.ts";
import { tree } from "./support/tree.ts";
import { unprivileged } from "./support/unprivileged.ts";

function items(root: string, limits?: CollectLimits): Record<string, unknown>[] {
  const met = [...collect([{ kind: "path", path: root }], limits)];
  return met.map(({ unit, file, path: _, ...rest }) => ({
    skill: under(root, unit.path),
    file: under(root, file),
    ...rest,
  }));
}

function under(root: string, path: string | undefined): string | undefined {
  return path?.replace(root, "").replace(/^\//, "");
}

function failure(path: string): unknown {
  try {
    return [...collect([{ kind: "path", path }])];
  } catch (error) {
    return error;
  }
}

describe("collect, in a folder", () => {
  it("reads files in byte order, those of a folder before its subfolders", () => {
    const root = tree({ "b.py": "b", "a/z.py": "z", "a/a.py": "a", "Z.py": "Z", "a.b/c.py": "c" });
    expect(items(root).map(({ file }) => file)).toEqual(["Z.py", "b.py", "a/a.py", "a/z.py", "a.b/c.py"]);
    expect(items(root)[0]).toMatchObject({ kind: "file", bytes: Buffer.from("Z") });
  });

  it("takes the nearest folder with a SKILL.md for the skill", () => {
    const root = tree({
      "x.py": "1",
      "s/SKILL.md": "",
      "s/a.py": "1",
      "s/lib/b.py": "1",
      "s/lib/t/SKILL.md": "",
      "s/lib/t/c.py": "1",
    });
    const skills = Object.fromEntries(items(root).map(({ file, skill }) => [file, skill]));
    expect(skills).toMatchObject({ "x.py": "", "s/a.py": "s", "s/lib/b.py": "s", "s/lib/t/c.py": "s/lib/t" });
  });

  it("gives a skill within a skill after it, and a package only where no SKILL.md is above", () => {
    const root = tree({
      "SKILL.md": "",
      "a/SKILL.md": "",
      "a/1.py": "1",
      "b/2.py": "1",
      "b/package.json": "{}",
    });
    expect(items(root).map(({ skill, file }) => `${skill} ${file}`)).toEqual([
      " SKILL.md",
      " b/2.py",
      " b/package.json",
      "a a/1.py",
      "a a/SKILL.md",
    ]);
    const loose = tree({ "x.py": "1", "p/package.json": "{}", "p/lib/y.py": "1", "q/pyproject.toml": "" });
    expect(items(loose).map(({ skill, file }) => `${skill} ${file}`)).toEqual([
      " x.py",
      "p p/package.json",
      "p p/lib/y.py",
      "q q/pyproject.toml",
    ]);
  });

  it("tells each item's path within its skill", () => {
    const root = tree({ "s/SKILL.md": "", "s/lib/b.py": "1", "c.py": "1" });
    const paths = [...collect([{ kind: "path", path: root }])].map(({ path }) => path);
    expect(paths).toEqual(["c.py", "SKILL.md", "lib/b.py"]);
  });

  it("reads files of every kind, dotfiles and empty ones too", () => {
    const root = tree({ "SKILL.md": "# x", ".env": "A=b", "logo.png": "\x89PNG", "empty.py": "" });
    expect(items(root)).toEqual([
      { skill: "", file: ".env", kind: "file", bytes: Buffer.from("A=b") },
      { skill: "", file: "SKILL.md", kind: "file", bytes: Buffer.from("# x") },
      { skill: "", file: "empty.py", kind: "file", bytes: Buffer.alloc(0) },
      { skill: "", file: "logo.png", kind: "file", bytes: Buffer.from("\x89PNG") },
    ]);
  });

  it("opens neither links, FIFOs nor sockets, and does not wait for them", async () => {
    const root = tree({ "a.py": "1" });
    symlinkSync("/etc/passwd", join(root, "link.py"));
    symlinkSync(".", join(root, "loop"));
    execFileSync("mkfifo", [join(root, "pipe.py")]);
    const server = createServer().listen(join(root, "socket.py"));
    await new Promise((done) => server.once("listening", done));
    const met = items(root);
    server.close();
    expect(met.filter(({ kind }) => kind !== "file")).toMatchObject([
      { file: "link.py", kind: "link", target: "/etc/passwd", leadsOut: true },
      { file: "loop", kind: "link", target: ".", leadsOut: false },
      { file: "pipe.py", kind: "refused", cause: "not-a-file", reason: "a FIFO" },
      { file: "socket.py", kind: "refused", cause: "not-a-file", reason: "a socket" },
    ]);
  });

  it.each([
    ["../b.py", false],
    ["../../out", true],
    ["x/../../../out", true],
    ["../..x", false],
    ["/etc", true],
    ["../..", true],
  ])("tells whether the link lib/link to %s leads out of its skill", (target, leadsOut) => {
    const root = tree({ "s/SKILL.md": "", "s/lib/a.py": "" });
    symlinkSync(target, join(root, "s/lib/link"));
    expect(items(root)).toContainEqual({ skill: "s", file: "s/lib/link", kind: "link", target, leadsOut });
  });

  it("opens a file whose name is not UTF-8", () => {
    const root = tree({});
    writeFileSync(Buffer.concat([Buffer.from(`${root}/`), Buffer.from([0xff, 0xfe]), Buffer.from(".py")]), "import os");
    expect(items(root)).toEqual([
      { skill: "", file: "\ufffd\ufffd.py", kind: "file", bytes: Buffer.from("import os") },
    ]);
  });

  it("records what it may not read", () => {
    const root = tree({ "a.py": "1", "locked/b.py": "1" });
    chmodSync(root, 0o755);
    chmodSync(join(root, "a.py"), 0);
    chmodSync(join(root, "locked"), 0);
    expect(unprivileged(() => items(root))).toEqual([
      { skill: "", file: "a.py", kind: "refused", cause: "unreadable", reason: "permission denied" },
      { skill: "", file: "locked", kind: "refused", cause: "unreadable", reason: "permission denied" },
    ]);
    chmodSync(join(root, "locked"), 0o700);
  });

  it("reads only the beginning of a file that is too large", () => {
    const root = tree({ "big.py": "import os\n" });
    truncateSync(join(root, "big.py"), 2 ** 40);
    const [found] = collect([{ kind: "path", path: root }]);
    expect(found).toMatchObject({ path: "big.py", kind: "file", size: 2 ** 40 });
    expect(found?.kind === "file" && found.bytes.length).toBeLessThan(10_000);
  });

  it("stops reading a skill that is too large, and goes on with the next", () => {
    const code = "x".repeat(60);
    const root = tree({
      "a/SKILL.md": "",
      "a/1.py": code,
      "a/2.py": code,
      "a/3.py": code,
      "b/SKILL.md": "",
      "b/1.py": code,
    });
    const found = items(root, { fileBytes: 100, skillBytes: 100, totalBytes: 1000 });
    expect(found.map(({ file, kind }) => `${file} ${kind}`)).toEqual([
      "a/1.py file",
      "a/2.py over-budget",
      "a/3.py over-budget",
      "a/SKILL.md over-budget",
      "b/1.py file",
      "b/SKILL.md file",
    ]);
  });

  it("stops reading when all skills together are too large", () => {
    const files = Object.fromEntries(Array.from({ length: 5 }, (_, n) => [`s${n}/a.py`, "x".repeat(60)]));
    const skills = Object.fromEntries(Array.from({ length: 5 }, (_, n) => [`s${n}/SKILL.md`, ""]));
    const found = items(tree({ ...files, ...skills }), { fileBytes: 100, skillBytes: 100, totalBytes: 150 });
    expect(found.filter(({ kind, file }) => kind === "file" && String(file).endsWith(".py"))).toHaveLength(2);
    expect(found.filter(({ kind }) => kind === "over-budget")).not.toHaveLength(0);
  });

  it("counts git's objects instead of reading them, and reads what only looks like one", () => {
    const object = `.git/objects/ab/${"c".repeat(38)}`;
    const pack = `.git/objects/pack/pack-${"d".repeat(40)}.pack`;
    const root = tree({
      [object]: "x",
      [pack]: "x",
      ".git/hooks/pre-commit": "#!/usr/bin/python3\n",
      ".git/objects/ab/evil.py": "1",
    });
    const found = items(root);
    expect(found.filter(({ kind }) => kind === "file").map(({ file }) => file)).toEqual([
      ".git/hooks/pre-commit",
      ".git/objects/ab/evil.py",
    ]);
    expect(found.at(-1)).toEqual({ skill: "", file: object, kind: "git-objects", count: 2 });
  });
});

describe("walk", () => {
  const listed = (root: string, limits: { entries: number; depth: number }) =>
    [...walk(rawPath(root), limits)].map((met) => `${met.kind} ${under(root, met.path)}`);

  it("says where it stopped for depth", () => {
    const root = tree({ "a/b/c/deep.py": "1", "a/x.py": "1" });
    expect(listed(root, { entries: 100, depth: 2 })).toEqual(["file a/x.py", "cut a/b"]);
    expect(listed(root, { entries: 100, depth: 3 })).toEqual(["file a/x.py", "file a/b/c/deep.py"]);
  });

  it("says where it stopped for number", () => {
    const root = tree({ "1.py": "", "2.py": "", "3.py": "", "sub/4.py": "" });
    const met = listed(root, { entries: 3, depth: 9 });
    expect(met.filter((each) => each.startsWith("file")).length).toBeLessThanOrEqual(3);
    expect(met).toContain("cut ");
    expect(met).not.toContain("file sub/4.py");
    expect(listed(root, { entries: 4, depth: 9 }).at(-1)).toBe("cut sub");
    expect(listed(root, { entries: 5, depth: 9 }).at(-1)).toBe("file sub/4.py");
  });

  it("lists nothing when nothing may be listed", () => {
    expect(listed(tree({ "a.py": "" }), { entries: 0, depth: 9 })).toEqual(["cut "]);
  });

  it("ends in a folder that is deeper than a path can be long", () => {
    const root = tree({});
    execFileSync("mkdir", ["-p", Array(60).fill("d".repeat(200)).join("/")], { cwd: root });
    const met = [...walk(rawPath(root))];
    expect(met).toHaveLength(1);
    expect(met[0]).toMatchObject({ kind: "passed-by", refused: { reason: "its path is too long" } });
  });
});

describe("collect, what is named", () => {
  it("reads a file of an unknown kind as Python, through a link too", () => {
    const root = tree({ "skill.txt": "import os" });
    symlinkSync("skill.txt", join(root, "link"));
    for (const name of ["skill.txt", "link"]) {
      const [item] = collect([{ kind: "path", path: join(root, name) }]);
      const file = join(root, name);
      const bytes = Buffer.from("import os");
      expect(item).toEqual({ kind: "file", unit: { path: file, key: file }, file, path: `${name}.py`, bytes });
    }
  });

  it.each([
    ["a.sh", "import os"],
    ["notes", "read the import os section"],
    ["tool", "#!/bin/sh\nimport -window root x.png"],
    ["README.md", "from here\nimport os"],
  ])("does not take %s for Python when it says %j", (name, text) => {
    const path = join(tree({ [name]: text }), name);
    expect([...collect([{ kind: "path", path }])]).toMatchObject([{ path: name }]);
  });

  it("gives code as it is, empty code too, and a lone surrogate as U+FFFD", () => {
    const code = (text: string): Item[] => [...collect([{ kind: "code", text } satisfies Target])];
    expect(code("eval(x)")).toEqual([
      { kind: "file", unit: { path: undefined }, path: "code.py", file: undefined, bytes: Buffer.from("eval(x)") },
    ]);
    expect(code("")).toMatchObject([{ bytes: Buffer.alloc(0) }]);
    expect(code("#!/bin/sh\nid")).toMatchObject([{ path: "code" }]);
    expect(code("---\nname: x\n---\n")).toMatchObject([{ path: "SKILL.md" }]);
    expect(code("\ud800")).toMatchObject([{ bytes: Buffer.from("\ufffd") }]);
  });

  it.each([
    ["a missing file", () => join(tree({}), "gone.py"), "not-found", "no such file"],
    ["a path through a file", () => join(tree({ a: "" }), "a/b.py"), "not-found", "no such file"],
    ["an empty file", () => join(tree({ "e.py": "" }), "e.py"), "unreadable", "it is empty"],
    ["an empty folder", () => tree({}), "not-found", "there is no file in it"],
    ["a device", () => "/dev/zero", "unreadable", "a device"],
  ])("stops at %s", (_, make, code, reason) => {
    expect(failure(make())).toMatchObject({ name: "SandboxError", code, message: expect.stringContaining(reason) });
  });

  it("stops at a FIFO without waiting, and at a file that is too large", () => {
    const root = tree({ "big.py": "" });
    execFileSync("mkfifo", [join(root, "pipe")]);
    truncateSync(join(root, "big.py"), 2 ** 30);
    expect(failure(join(root, "pipe"))).toMatchObject({
      code: "unreadable",
      message: expect.stringContaining("a FIFO"),
    });
    expect(failure(join(root, "big.py"))).toMatchObject({
      code: "unreadable",
      message: expect.stringContaining("larger than 16 MiB"),
    });
  });

  it("stops at what it may not read", () => {
    const root = tree({ "a.py": "1" });
    chmodSync(root, 0o755);
    mkdirSync(join(root, "locked"), { mode: 0 });
    chmodSync(join(root, "a.py"), 0);
    for (const name of ["a.py", "locked"]) {
      const error = unprivileged(() => failure(join(root, name)));
      expect(error).toMatchObject({ code: "unreadable", message: expect.stringContaining("permission denied") });
    }
  });
});
