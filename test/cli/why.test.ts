import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { longer } from "../support/amount.ts";
import { cli } from "../support/cli.ts";
import { componentFile, temporaryFolder } from "../support/files.ts";

const folder = temporaryFolder();
const home = temporaryFolder();
const policy = join(folder, "policy.yaml");
beforeAll(() => {
  mkdirSync(join(folder, "data/secret"), { recursive: true });
  writeFileSync(join(folder, "data/notes.txt"), "the notes");
  writeFileSync(join(folder, "data/secret/key"), "the key");
  symlinkSync("data/secret", join(folder, "link"));
  mkdirSync(join(home, ".ssh"));
  mkdirSync(join(home, ".config"));
  writeFileSync(join(home, ".ssh/id_ed25519"), "the key");
  writeFileSync(
    policy,
    `allow:
  fs-read: [data, link]
  network: [example.com, 10.0.0.1:8080]
  env: [LANG, NOPE]
deny:
  fs-read: [data/secret]
  fs-write: true
  network: ['*.evil.example']
  env: [TOKEN]
`,
  );
});

async function why(...args: string[]) {
  const { code, stdout, stderr } = await cli(["why", "--json", ...args], {
    cwd: folder,
    env: { HOME: home, LANG: "C" },
  });
  return { code, stderr, verdicts: stdout === "" ? [] : JSON.parse(stdout).verdicts };
}

describe("why --host of a raw connection", () => {
  test.each([
    ["tcp://x.example:443", ["--allow-network=tcp://x.example:443"], true, "--allow-network=tcp://x.example:443"],
    ["tcp://x.example:443", ["--allow-network"], false, "default-deny"],
    [
      "tcp://x.example:443",
      ["--allow-network=tcp://x.example:443", "--deny-network=https://x.example"],
      false,
      "--deny-network=https://x.example",
    ],
    ...longer(
      ["tcp://10.0.0.1:5432", ["--allow-network=tcp://10.0.0.1:5432"], true, "--allow-network=tcp://10.0.0.1:5432"],
      ["tcp://x.example:444", ["--allow-network=tcp://x.example:443"], false, "default-deny"],
    ),
  ])("%s with %j", async (host, flags, allowed, rule) => {
    const { verdicts } = await why("--host", host, ...flags);
    expect(verdicts).toMatchObject([{ request: `connect to ${host}`, allowed, rule }]);
    if (rule === "default-deny") expect(verdicts[0].hint).toBe(`--allow-network=${host}`);
  });

  test("without a port is wrong", async () => {
    expect(await why("--host", "tcp://x.example")).toMatchObject({ code: 2, stderr: expect.stringContaining("port") });
  });
});

describe("why", () => {
  test("names the grant and its line for what is allowed", async () => {
    const { code, verdicts } = await why("--path", "data/notes.txt", "--policy", "policy.yaml");
    expect(code).toBe(1);
    expect(verdicts).toMatchObject([
      { request: "read data/notes.txt", allowed: true, rule: `--allow-fs-read=${folder}/data (policy.yaml:2)` },
      { request: "write data/notes.txt", allowed: false, rule: "--deny-fs-write (policy.yaml:7)" },
    ]);
    expect(verdicts[1].hint).toBeUndefined();
  });

  test.each(["data/secret/key", "link/key"])("names the denial that shuts %s, and no flag", async (path) => {
    const { verdicts } = await why("--path", path, "--policy", "policy.yaml");
    expect(verdicts[0]).toMatchObject({ allowed: false, rule: `--deny-fs-read=${folder}/data/secret (policy.yaml:6)` });
    expect(verdicts[0].hint).toBeUndefined();
  });

  test("names the built-in rule, and the flag that opens what it shuts", async () => {
    const key = join(home, ".ssh/id_ed25519");
    const { verdicts } = await why("--path", key, "--allow-fs-read");
    expect(verdicts[0]).toMatchObject({ allowed: false, rule: "credential-places", hint: `--allow-fs-read=${key}` });
    expect((await why("--path", key, `--allow-fs-read=${key}`)).verdicts[0]).toMatchObject({ allowed: true });
  });

  test("judges without touching: no file is made, and none is read", async () => {
    const { verdicts } = await why("--path", "new.txt", "--allow-fs-write");
    expect(verdicts[1]).toMatchObject({ allowed: true, rule: "--allow-fs-write" });
    expect(() => readFileSync(join(folder, "new.txt"))).toThrow(/ENOENT/);
  });

  test("our own files are shut for every grant, and no flag is named", async () => {
    const { verdicts } = await why("--path", join(home, ".config/wasm-sandbox/policy.yaml"), "--allow-fs-write=/");
    expect(verdicts[1]).toMatchObject({ allowed: false, rule: "own-files" });
    expect(verdicts[1].hint).toBeUndefined();
  });

  test.each([
    ["example.com", true, "--allow-network=example.com (policy.yaml:3)", undefined],
    ["10.0.0.2:80", false, "default-deny", "--allow-network=10.0.0.2:80"],
    ...longer(
      ["example.com:8443", false, "default-deny", "--allow-network=example.com:8443"],
      ["http://10.0.0.1:8080", true, "--allow-network=10.0.0.1:8080 (policy.yaml:3)", undefined],
    ),
  ])("--host %s", async (host, allowed, rule, hint) => {
    const { verdicts } = await why("--host", host, "--policy", "policy.yaml");
    expect(verdicts[0]).toMatchObject({ allowed, rule });
    expect(verdicts[0].hint).toBe(hint);
  });

  test("a private address under the public internet names the address to write", async () => {
    const { verdicts } = await why("--host", "169.254.169.254:80", "--allow-network");
    expect(verdicts).toMatchObject([
      { allowed: false, rule: "private-address", hint: "--allow-network=169.254.169.254:80" },
    ]);
  });

  test.each([
    ["LANG", true, "--allow-env=LANG (policy.yaml:4)"],
    ["TOKEN", false, "--deny-env=TOKEN (policy.yaml:9)"],
    ...longer(["NOPE", true, "--allow-env=NOPE (policy.yaml:4)"], ["HOME", false, "default-deny"]),
  ])("--env %s", async (name, allowed, rule) => {
    const { code, verdicts } = await why("--env", name, "--policy", "policy.yaml");
    expect(code).toBe(allowed ? 0 : 1);
    expect(verdicts).toMatchObject([{ allowed, rule }]);
  });

  test("a flag that a ceiling makes useless is not named", async () => {
    const capped = temporaryFolder();
    const ceiling = join(capped, ".config/wasm-sandbox/policy.yaml");
    mkdirSync(join(ceiling, ".."), { recursive: true });
    writeFileSync(ceiling, `allow:\n  fs-read: [${folder}]\n`, { mode: 0o600 });
    const { stdout } = await cli(["why", "--path", "/etc/passwd"], { env: { HOME: capped } });
    expect(stdout).toContain("no flag would allow it");
    expect(stdout).toContain(ceiling);
    expect(stdout).not.toContain("would allow it: ");
  });

  test("--dir opens a path to a WASI guest, under the name that it has there", async () => {
    const { verdicts } = await why("--path", "data/notes.txt", "--dir", "data::/d");
    const place = `${folder}/data/notes.txt, for a WASI guest /d/notes.txt`;
    expect(verdicts).toMatchObject([
      { request: "read data/notes.txt", allowed: false },
      { request: "write data/notes.txt", allowed: false },
      { request: `read ${place}`, allowed: true, rule: `--dir=${folder}/data::/d` },
      { request: `write ${place}`, allowed: true, rule: `--dir=${folder}/data::/d` },
    ]);
  });

  test("--dir to read only says so, and what would open it for writing", async () => {
    const { verdicts } = await why("--path", "link/key", "--dir", "data::/d:ro");
    expect(verdicts.slice(2)).toMatchObject([
      { request: `read ${folder}/data/secret/key, for a WASI guest /d/secret/key`, allowed: true },
      { allowed: false, rule: `--dir=${folder}/data::/d:ro`, reason: "the folder is read-only" },
    ]);
    expect(verdicts[3].hint).toBe(`--dir=${folder}/data::/d`);
  });

  test("a folder of a policy, with what is shut in it for a WASI guest too", async () => {
    const dirs = join(folder, "dirs.yaml");
    writeFileSync(dirs, "dirs:\n  - {host: data, guest: /d}\ndeny:\n  fs-read: [data/secret]\n");
    const open = await why("--path", "data/notes.txt", "--policy", "dirs.yaml");
    expect(open.verdicts[2]).toMatchObject({ allowed: true, rule: `--dir=${folder}/data::/d (dirs.yaml:2)` });
    const shut = await why("--path", "data/secret/key", "--policy", "dirs.yaml");
    const rule = `--deny-fs-read=${folder}/data/secret (dirs.yaml:4)`;
    expect(shut.verdicts[2]).toMatchObject({ allowed: false, rule });
    const later = await why("--path", ".bashrc", "--dir", ".::/d");
    expect(later.verdicts.slice(2)).toMatchObject([{ allowed: true }, { allowed: false, rule: "executed-later" }]);
    expect((await why("--path", "/etc/hostname", "--dir", "data::/d")).verdicts).toHaveLength(2);
  });

  test("--dir=/ opens the places for credentials to a WASI guest, as a run does", async () => {
    const { verdicts } = await why("--path", join(home, ".ssh/id_ed25519"), "--dir=/::/all");
    expect(verdicts[2]).toMatchObject({ allowed: true, rule: "--dir=/::/all" });
  });

  test("--dir=/ leaves shut what is executed later, also where credentials lie, and at the top", async () => {
    for (const path of [join(home, ".ssh/authorized_keys"), "/.ssh/authorized_keys"]) {
      const { verdicts } = await why("--path", path, "--dir=/::/all");
      expect(verdicts[3], path).toMatchObject({ allowed: false, rule: "executed-later" });
    }
  });

  test("each path and each host is answered", async () => {
    const { verdicts } = await why("--path=a", "--path=b", "--host=x.example:80", "--host=y.example:80");
    expect(verdicts.map(({ request }: { request: string }) => request)).toEqual([
      "read a",
      "write a",
      "read b",
      "write b",
      "reach http://x.example:80",
      "reach http://y.example:80",
    ]);
  });

  test.each([
    [["3f2a", "--audit-log", "log", "--path", "x"], "--path is asked beside it"],
    [["3f2a", "--audit-log", "log", "--allow-fs-read"], "--allow-fs-read is asked beside it"],
    [["--path", "x", "--audit-log", "log"], "an audit log answers for a run"],
    ...longer([["", "--audit-log", "log"], "the id of a run is empty"], [["--path", ""], "--path has an empty value"]),
  ])("%j would not be answered, and is refused", async (args, message) => {
    expect(await why(...args)).toMatchObject({ code: 2, verdicts: [], stderr: expect.stringContaining(message) });
  });

  test.each([[["--env", "A B"]], [["--path", "x", "--policy", "missing.yaml"]], ...longer([[]], [["3f2a"]])])(
    "%j is wrong usage",
    async (args) => {
      expect(await why(...args)).toMatchObject({ code: 2, verdicts: [] });
    },
  );
});

describe("why RUN-ID", () => {
  const log = join(folder, "audit.jsonl");
  let id = "";
  beforeAll(async () => {
    const component = await componentFile([
      { read: join(folder, "data/notes.txt") },
      { read: "/etc/\u001b]0;title\u0007" },
      { read: "/etc/shadow" },
      { read: "/etc/shadow" },
    ]);
    await cli(["run", "--policy", policy, "--audit-log", log, component]);
    id = JSON.parse(readFileSync(log, "utf8").split("\n")[0] ?? "").run;
  });

  test("lists what was decided, by which rule and how often", async () => {
    const { code, stdout } = await cli(["why", id.slice(0, 8), "--audit-log", log]);
    expect(code).toBe(0);
    expect(stdout).toContain(`Run ${id} of guest: returned\n`);
    expect(stdout).toContain(
      `allowed filesystem-read.read-file("${folder}/data/notes.txt") by --allow-fs-read=${folder}/data (${policy}:2)\n`,
    );
    expect(stdout).toContain(`denied  filesystem-read.read-file("/etc/shadow") by default-deny, 2 times\n`);
    expect(stdout).not.toContain("\u001b");
  });

  test("a run or a log that is not there is nothing to read", async () => {
    expect((await cli(["why", "ffffffff-", "--audit-log", log])).code).toBe(3);
    expect((await cli(["why", id, "--audit-log", join(folder, "missing")])).code).toBe(3);
    expect((await cli(["why", id, "--audit-log", folder])).code).toBe(3);
  });

  test("a line that is not ours is passed over", async () => {
    const odd = join(folder, "odd.jsonl");
    writeFileSync(odd, `not json\n[]\n{"run":5}\n${readFileSync(log, "utf8")}{"cut`);
    const { stdout } = await cli(["why", id, "--audit-log", odd, "--json"]);
    expect(JSON.parse(stdout).decisions).toHaveLength(3);
  });
});

test("policy explain says each grant with its line, and what a ceiling leaves of it", async () => {
  const capped = temporaryFolder();
  const ceiling = join(capped, ".config/wasm-sandbox/policy.yaml");
  mkdirSync(join(ceiling, ".."), { recursive: true });
  writeFileSync(ceiling, `allow:\n  fs-read: [${folder}]\n  env: [NOPE]\nlimits: {timeout: 5s}\n`, { mode: 0o600 });
  const { code, stdout } = await cli(["policy", "explain", "policy.yaml"], { cwd: folder, env: { HOME: capped } });
  expect(code).toBe(0);
  expect(stdout).toMatch(new RegExp(`may read ${folder}/data +policy\\.yaml:2\n`));
  expect(stdout).toMatch(/sees the variable NOPE +policy\.yaml:4\n/);
  expect(stdout).toContain("timeout 5000 ms");
  expect(stdout).toContain(`Not granted: policy.yaml:3, by ${ceiling}\n`);
  expect(stdout).not.toContain("may reach example.com");
  expect(stdout).toContain("Settings: isolation auto, require-walls no, deterministic no, audit-log none\n");
  expect((await cli(["policy", "explain", "missing.yaml"])).code).toBe(2);
});

test("policy explain says how it would be run too", async () => {
  const strict = join(folder, "strict.yaml");
  writeFileSync(strict, "isolation: process\nrequire-walls: true\ndeterministic: true\naudit-log: log.jsonl\n");
  const { stdout } = await cli(["policy", "explain", strict]);
  const log = join(folder, "log.jsonl");
  expect(stdout).toContain(`Settings: isolation process, require-walls yes, deterministic yes, audit-log ${log}\n`);
});
