import { chmodSync, chownSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { type AuthorityRequest, resolveAuthority } from "../../src/policy/authority.ts";
import { ceilingPaths, readCeiling } from "../../src/policy/ceiling.ts";
import type { GrantFlags } from "../../src/policy/resolve.ts";
import { temporaryFolder } from "../support/files.ts";

let config = "";
let work = "";
beforeEach(() => {
  config = temporaryFolder();
  work = temporaryFolder();
});

function write(path: string, text: string, mode = 0o600): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  chmodSync(path, mode);
  return path;
}
const ceiling = (text: string) => write(join(config, "wasm-sandbox/policy.yaml"), text);
const policy = (text: string) => write(join(work, "policy.yaml"), text);
const authority = (flags: GrantFlags, more: Partial<AuthorityRequest> = {}) =>
  resolveAuthority({ flags, cwd: work, environment: { XDG_CONFIG_HOME: config, HOME: "/home/me" }, ...more });

describe("a policy file", () => {
  test("is united with the flags; what either denies is denied", async () => {
    policy("allow:\n  fs-read: [./a]\n  env: [HOME]\n  network: [example.com]\ndeny:\n  fs-write: [b/secret]\n");
    const flags = { fsRead: ["/c"], fsWrite: ["b", "b/secret/x"], deny: { network: ["example.com"] } };
    const { grants } = await authority(flags, { policy: "policy.yaml" });
    expect(grants.fsRead.paths).toEqual(["/c", join(work, "a")]);
    expect(grants.fsWrite).toEqual({ all: false, paths: [join(work, "b")], denied: [join(work, "b/secret")] });
    expect(grants.env).toEqual({ HOME: "/home/me" });
    expect(grants.network.hosts).toEqual([]);
    expect(grants.sources[`--allow-fs-read=${join(work, "a")}`]).toBe("policy.yaml:2");
  });

  test("gives limits and settings where the command line gives none", async () => {
    policy("limits: {timeout: 5s, fuel: 0}\nrequire-walls: true\nisolation: process\n");
    const { limits, settings } = await authority({}, { policy: "policy.yaml", limits: { timeoutMs: 1000 } });
    expect(limits).toMatchObject({ timeoutMs: 1000, fuel: 0, maxOutputBytes: 16 * 1024 * 1024 });
    expect(settings).toMatchObject({ requireWalls: true, isolation: "process" });
    const named = await authority({}, { policy: "policy.yaml", settings: { isolation: "auto" } });
    expect(named.settings.isolation).toBe("auto");
  });

  test.each([
    ["missing", undefined],
    ["malformed", "allow: ["],
    ["with an unknown key", "allow:\n  fs-raed: [a]\n"],
    ["with a wrong type", "allow:\n  fs-read: /etc\n"],
    ["that is not text", "\0\xff"],
    ["that is too large", `# ${"x".repeat(1024 * 1024)}`],
  ])("%s stops everything", async (_name, text) => {
    if (text !== undefined) writeFileSync(join(work, "policy.yaml"), text, "latin1");
    await expect(authority({}, { policy: "policy.yaml" })).rejects.toMatchObject({ code: "policy" });
  });

  test("a folder is none", async () => {
    await expect(authority({}, { policy: "." })).rejects.toMatchObject({
      code: "policy",
      message: expect.stringMatching(/folder|regular file/),
    });
  });

  test("no grant reaches the files that are believed", async () => {
    const { files } = await authority({});
    expect(files).toEqual(["/etc/wasm-sandbox", join(config, "wasm-sandbox")]);
    policy("");
    expect((await authority({}, { policy: "policy.yaml" })).files).toContain(join(work, "policy.yaml"));
  });
});

describe("a ceiling", () => {
  const everything: GrantFlags = {
    fsRead: [true, "/srv/a", "/etc"],
    fsWrite: [true],
    network: [true, "intranet", "tcp://db:1", "10.0.0.1:80"],
    env: ["HOME"],
    envValues: ["A=1"],
    dirs: ["/srv/a::/a", "/etc::/etc"],
  };

  test("without `allow` caps limits and adds denials, and no grant", async () => {
    ceiling("limits: {timeout: 1s}\ndeny:\n  fs-read: [/srv/a/secret]\n  env: [A]\n");
    const { grants, limits, capped } = await authority(everything);
    expect(limits.timeoutMs).toBe(1000);
    expect(grants.fsRead).toEqual({ all: true, paths: ["/srv/a", "/etc"], denied: ["/srv/a/secret"] });
    expect(grants.env).toEqual({ HOME: "/home/me" });
    expect(capped).toEqual([]);
  });

  test("with `allow` caps everything that it does not name", async () => {
    ceiling("allow:\n  fs-read: [/srv]\n  env: [A]\n");
    const { grants, capped } = await authority(everything);
    expect(grants.fsRead).toEqual({ all: false, paths: ["/srv/a"], ordinary: ["/srv"], denied: [] });
    expect(grants.fsWrite).toEqual({ all: false, paths: [], denied: [] });
    expect(grants.network).toEqual({ all: false, hosts: [], tcp: [], denied: [] });
    expect(grants.env).toEqual({ A: "1" });
    expect(grants.dirs).toEqual([{ host: "/srv/a", guest: "/a", readOnly: true }]);
    const by = `by ${join(config, "wasm-sandbox/policy.yaml")}`;
    expect(capped).toEqual(expect.arrayContaining([`--allow-fs-read, ${by}`, `--allow-network=tcp://db:1, ${by}`]));
    expect(capped.join()).not.toContain("A=1");
  });

  test("an empty `allow` allows nothing", async () => {
    ceiling("allow:\n");
    const { grants } = await authority(everything);
    const { grants: nothing } = await authority({});
    expect({ ...grants, sources: {} }).toEqual({ ...nothing, sources: {} });
  });

  test("of the public internet opens neither local names nor addresses of private networks, nor raw connections", async () => {
    ceiling("allow:\n  network: true\n");
    const { network } = (await authority(everything)).grants;
    expect(network.all).toBe(true);
    expect(network.tcp).toEqual([]);
    expect(network.hosts.map(({ text, literal }) => [text, literal])).toEqual([["10.0.0.1:80", false]]);
  });

  test("gives the most of each limit, also of one that is not counted otherwise", async () => {
    ceiling("limits: {timeout: 10s, fuel: 100, max-memory: 1GiB, max-output: 0}\n");
    expect((await authority({}, { limits: { timeoutMs: 60_000 } })).limits).toMatchObject({
      timeoutMs: 10_000,
      fuel: 100,
      maxMemoryBytes: 256 * 1024 * 1024,
      maxOutputBytes: 0,
    });
    expect((await authority({}, { limits: { timeoutMs: 0, fuel: 7 } })).limits).toMatchObject({
      timeoutMs: 0,
      fuel: 7,
    });
  });

  test("adds requirements; what contradicts one stops the run", async () => {
    ceiling("require-walls: true\nisolation: bubblewrap\naudit-log: /var/log/wasm-sandbox.jsonl\n");
    expect((await authority({})).settings).toMatchObject({
      requireWalls: true,
      isolation: "bubblewrap",
      auditLog: "/var/log/wasm-sandbox.jsonl",
    });
    for (const settings of [{ isolation: "process" }, { auditLog: "/tmp/mine.jsonl" }] as const)
      await expect(authority({}, { settings })).rejects.toMatchObject({ code: "policy" });
  });

  test("is not fooled by a link inside of what it allows", async () => {
    symlinkSync("/etc", join(work, "link"));
    mkdirSync(join(work, "real"));
    symlinkSync(work, join(config, "work"));
    ceiling(`allow:\n  fs-read: [${work}]\n`);
    const flags = {
      fsRead: ["link", "link/passwd", "real", join(config, "work/real")],
      dirs: ["link::/l", "real::/r"],
    };
    const { grants } = await authority(flags);
    expect(grants.fsRead.paths).toEqual([join(work, "real"), join(config, "work/real")]);
    expect(grants.dirs.map(({ guest }) => guest)).toEqual(["/r"]);
  });

  test("has no folders of its own", async () => {
    ceiling("dirs: [{host: /srv}]\n");
    await expect(authority({})).rejects.toMatchObject({
      code: "policy",
      message: expect.stringMatching(/a ceiling gives nothing/),
    });
  });

  test.each([
    ["malformed", "allow: [", 0o600],
    ["with an unknown key", "alow:\n", 0o600],
    ["that its group may write", "version: 1", 0o660],
    ["that everybody may write", "version: 1", 0o602],
    ["that is not text", "\0\xff", 0o600],
  ])("%s stops everything", async (_name, text, mode) => {
    ceiling(text);
    chmodSync(join(config, "wasm-sandbox/policy.yaml"), mode);
    writeFileSync(join(config, "wasm-sandbox/policy.yaml"), text, "latin1");
    await expect(authority({})).rejects.toMatchObject({ code: "policy" });
  });

  test("in a folder that everybody may write stops everything", async () => {
    const path = ceiling("version: 1");
    chmodSync(dirname(path), 0o777);
    await expect(authority({})).rejects.toMatchObject({
      code: "policy",
      message: expect.stringMatching(/can be written by others/),
    });
  });

  test.skipIf(process.getuid?.() !== 0)("that belongs to somebody else stops everything", async () => {
    chownSync(ceiling("version: 1"), 65_534, 65_534);
    await expect(authority({})).rejects.toMatchObject({
      code: "policy",
      message: expect.stringMatching(/belongs to somebody else/),
    });
  });

  test("that is a folder, or a link to nothing, stops everything", () => {
    const path = join(config, "wasm-sandbox/policy.yaml");
    mkdirSync(path, { recursive: true });
    expect(() => readCeiling(path)).toThrow(/nothing runs/);
    symlinkSync("/nowhere", join(config, "dangling"));
    expect(() => readCeiling(join(config, "dangling"))).toThrow(/a link to nothing/);
    expect(readCeiling(join(config, "missing/policy.yaml"))).toBeUndefined();
    expect(readCeiling(join(write(join(config, "file"), ""), "policy.yaml"))).toBeUndefined();
  });
});

describe("XDG_CONFIG_HOME", () => {
  test("must be absolute", () => {
    expect(() => ceilingPaths({ XDG_CONFIG_HOME: "config" }, [work])).toThrow(/is not an absolute path/);
  });

  test("may not lie in the current folder or beside the component, under any name", () => {
    const inside = join(work, "config");
    expect(() => ceilingPaths({ XDG_CONFIG_HOME: inside }, [work])).toThrow(/may not have written/);
    expect(() => ceilingPaths({ XDG_CONFIG_HOME: inside }, ["/elsewhere", work])).toThrow(/may not have written/);
    symlinkSync(work, join(config, "link"));
    expect(() => ceilingPaths({ XDG_CONFIG_HOME: join(config, "link/config") }, [work])).toThrow(
      /may not have written/,
    );
  });

  test("may lie below a folder that holds the home folder", () => {
    expect(ceilingPaths({ XDG_CONFIG_HOME: config }, ["/"])[1]).toBe(join(config, "wasm-sandbox/policy.yaml"));
  });
});

describe("a skill's manifest", () => {
  const asked: GrantFlags = {
    fsRead: ["data"],
    fsWrite: ["data"],
    network: ["example.com"],
    env: ["HOME"],
    dirs: ["/srv::data"],
  };
  const skill = (frontMatter: string) => write(join(work, "SKILL.md"), `---\n${frontMatter}---\n# A skill\n`);
  const component = "skill.wasm";

  test("takes away what it does not ask for", async () => {
    skill("name: x\ndescription: y\ncapabilities:\n  fs-read: [data]\n");
    const { grants, capped } = await authority(asked, { component });
    expect(grants.fsRead.paths).toEqual([join(work, "data")]);
    expect(grants.dirs).toEqual([{ host: "/srv", guest: "data", readOnly: true }]);
    expect([...grants.fsWrite.paths, ...grants.network.hosts, ...Object.keys(grants.env)]).toEqual([]);
    expect(capped).toContain("--allow-network=example.com, by SKILL.md");
  });

  test("gives nothing", async () => {
    skill("capabilities:\n  fs-read: true\n  fs-write: true\n  network: true\n  env: [HOME]\n");
    const { grants } = await authority({}, { component });
    expect({ ...grants, sources: {} }).toEqual({ ...(await authority({})).grants, sources: {} });
  });

  test.each([
    ["without capabilities", "name: x\nlicense: MIT\n"],
    ["that is empty", ""],
  ])("%s takes nothing away", async (_name, frontMatter) => {
    skill(frontMatter);
    expect((await authority(asked, { component })).grants).toEqual((await authority(asked)).grants);
  });

  test("in a file without front matter takes nothing away", async () => {
    write(join(work, "SKILL.md"), "# A skill\n---\ncapabilities: {}\n---\n");
    expect((await authority(asked, { component })).grants).toEqual((await authority(asked)).grants);
  });

  test.each([
    ["malformed", "capabilities: [\n"],
    ["with an unknown capability", "capabilities:\n  exec: true\n"],
    ["with a wrong type", "capabilities: all\n"],
    ["with two of one key", "capabilities: {}\ncapabilities:\n  fs-read: true\n"],
    ["too long", `x: ${"y".repeat(70_000)}\n`],
  ])("%s stops the run", async (_name, frontMatter) => {
    skill(frontMatter);
    await expect(authority(asked, { component })).rejects.toMatchObject({ code: "policy" });
  });

  test("without an end, or that is a link, stops the run", async () => {
    write(join(work, "SKILL.md"), "---\ncapabilities: {}\n");
    await expect(authority({}, { component })).rejects.toMatchObject({
      message: expect.stringMatching(/front matter has no end/),
    });
    mkdirSync(join(work, "other"));
    symlinkSync("/etc/passwd", join(work, "other/SKILL.md"));
    await expect(authority({}, { component: "other/skill.wasm" })).rejects.toMatchObject({
      message: expect.stringMatching(/symbolic link/),
    });
  });

  test("by name is the one that counts, and must exist", async () => {
    skill("capabilities:\n  fs-read: [data]\n");
    write(join(work, "other.yaml"), "capabilities:\n  env: [HOME]\n");
    const { grants } = await authority(asked, { component, manifest: "other.yaml" });
    expect(grants.fsRead.paths).toEqual([]);
    expect(grants.env).toEqual({ HOME: "/home/me" });
    await expect(authority(asked, { component, manifest: "missing.yaml" })).rejects.toMatchObject({ code: "policy" });
  });
});
