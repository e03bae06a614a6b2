import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CapabilityDecision } from "../../src/broker/broker.ts";
import { learntPolicy } from "../../src/learn/learn.ts";
import { observe } from "../../src/learn/observations.ts";
import { isProblems } from "../../src/policy/parse-document.ts";
import { parsePolicy } from "../../src/policy/policy-file.ts";
import { resolveGrants } from "../../src/policy/resolve.ts";
import { amount } from "../support/amount.ts";
import { cli } from "../support/cli.ts";
import { componentFile, temporaryFolder } from "../support/files.ts";

const ASKED = { capability: "filesystem-read", operation: "read-file", argument: "/x", rule: "default-deny" };

function learnt(decisions: readonly Partial<CapabilityDecision>[], flags = {}): string {
  const observations = observe();
  for (const each of decisions) observations.add({ ...ASKED, allowed: false, hint: undefined, ...each });
  const grants = resolveGrants(flags, "/work", { LANG: "C" });
  return learntPolicy(observations, { name: "skill", digest: "d1", grants, cwd: "/work", path: "/work/out.yaml" });
}

/** What stands in a learnt policy. */
function granted(text: string) {
  const policy = parsePolicy(text, "out.yaml", "/work");
  if (isProblems(policy)) throw new Error(JSON.stringify(policy));
  const { allow, dirs } = policy.layer;
  return {
    read: allow.fsRead.map(({ value }) => value.path),
    write: allow.fsWrite.map(({ value }) => value.path),
    network: allow.network.map(({ value }) => (value.kind === "host" ? value.host.text : value.kind)),
    env: allow.env.map(({ value }) => value),
    dirs: dirs.map(({ value }) => value),
  };
}

describe("a learnt policy", () => {
  test("of a run that asked for nothing allows nothing", () => {
    const text = learnt([]);
    expect(granted(text)).toEqual({ read: [], write: [], network: [], env: [], dirs: [] });
    expect(text).toContain("NOT SIGNED OFF");
  });

  test("holds what was denied, with how often and by which decision", () => {
    const denied = { argument: "data/x", hint: "--allow-fs-read=/work/data/x" };
    const text = learnt([denied, denied]);
    expect(granted(text).read).toEqual(["/work/data/x"]);
    expect(text).toContain('# denied 2 times: filesystem-read.read-file("data/x"), by default-deny\n');
  });

  test("holds the grants that were used, and not the others", () => {
    const used = { allowed: true, rule: "--allow-fs-read=/data", argument: "/data/a" };
    const text = learnt([used, { ...used, argument: "/data/b" }], { fsRead: ["/data", "/other"] });
    expect(granted(text).read).toEqual(["/data"]);
    expect(text).toContain("allowed 2 times");
  });

  test("of a bare grant holds only what was asked for", () => {
    const text = learnt(
      [
        { allowed: true, rule: "--allow-fs-read", argument: "notes.txt" },
        { allowed: true, rule: "--allow-network", capability: "network", argument: "https://example.com/a?b" },
        { allowed: true, rule: "--allow-network", capability: "network", argument: "http://example.com:8080/" },
      ],
      { fsRead: [true], network: [true] },
    );
    expect(granted(text)).toMatchObject({
      read: ["/work/notes.txt"],
      network: ["https://example.com", "http://example.com:8080"],
    });
  });

  test("knows where a rule was written, also when the path looks like that", () => {
    const sourced = { allowed: true, rule: "--allow-fs-read=/a (b:1)" };
    expect(granted(learnt([sourced], { fsRead: ["/a (b:1)"] })).read).toEqual(["/a (b:1)"]);
  });

  test("holds folders, writable only when they were written", () => {
    const read = { allowed: true, rule: "--dir=/srv::/data:ro" };
    const write = { capability: "filesystem-write", hint: "--dir=/srv::/data" };
    expect(granted(learnt([read])).dirs).toEqual([{ host: "/srv", guest: "/data", readOnly: true }]);
    expect(granted(learnt([read, write])).dirs).toEqual([{ host: "/srv", guest: "/data", readOnly: false }]);
  });

  test("names the variables that were granted, and no value", () => {
    const text = learnt([], { env: ["LANG"], envValues: ["TOKEN=sk-live-1"] });
    expect(granted(text).env).toEqual(["LANG"]);
    expect(text).toContain("# a variable that looks like a secret may be seen: - TOKEN\n");
    expect(text).not.toContain("sk-live");
  });

  test.each([
    [
      "a credential place",
      { rule: "credential-places", hint: "--allow-fs-read=/root/.ssh/id_ed25519" },
      "a place for credentials",
    ],
    [
      "one that nothing was granted for",
      { hint: "--allow-fs-read=/home/me/.aws/credentials" },
      "a place for credentials",
    ],
    [
      "one that was granted by name",
      { allowed: true, rule: "--allow-fs-read=/home/me/.netrc" },
      "a place for credentials",
    ],
    [
      "what is executed later",
      { rule: "executed-later", hint: "--allow-fs-write=/work/.git/hooks/pre-commit" },
      "may be executed later",
    ],
    [
      "the metadata service",
      { capability: "network", rule: "private-address", hint: "--allow-network=169.254.169.254:80" },
      "not public (link-local)",
    ],
    ["loopback", { capability: "network", hint: "--allow-network=127.0.0.1:8080" }, "not public (loopback)"],
    ["loopback of IPv6", { capability: "network", hint: "--allow-network=[::1]:8080" }, "not public (loopback)"],
    [
      "a raw connection to it",
      { capability: "network", hint: "--allow-network=tcp://10.0.0.1:22" },
      "not public (private)",
    ],
    ["the whole file system", { hint: "--allow-fs-read=/" }, "the whole file system may be read"],
    ["all of a home", { hint: `--allow-fs-write=${homedir()}` }, "the whole home folder may be written"],
    [
      "a start-up file of the shell",
      { allowed: true, rule: "--allow-fs-write", capability: "filesystem-write", argument: `${homedir()}/.bashrc` },
      "what is written there may be executed later",
    ],
    ["a folder above the home", { hint: "--dir=/::/all" }, "the whole file system may be read"],
    [
      "a folder of scripts, to write",
      { allowed: true, rule: "--dir=/srv/.git/hooks::/h" },
      "what is written there may be executed later",
    ],
    [
      "a whole domain",
      { capability: "network", hint: "--allow-network=*.com" },
      "every name under a whole domain of the internet may be reached",
    ],
    ["a local name", { capability: "network", hint: "--allow-network=intranet" }, "a name of the local network"],
  ])("does not grant %s: it is a comment with the reason", (_name, decision, reason) => {
    const text = learnt([decision]);
    expect(granted(text)).toEqual({ read: [], write: [], network: [], env: [], dirs: [] });
    expect(text).toMatch(new RegExp(`^ *# .*${reason.replace(/[()]/g, "\\$&")}: - `, "m"));
  });

  test("does not open a folder for writing because it was read first", () => {
    const read = { allowed: true, rule: "--dir=/srv/.git/hooks::/h:ro" };
    const write = { capability: "filesystem-write", hint: "--dir=/srv/.git/hooks::/h" };
    expect(granted(learnt([read, write])).dirs).toEqual([]);
    expect(granted(learnt([write, read])).dirs).toEqual([]);
  });

  test("does not follow a link into a credential place", () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, ".ssh"));
    symlinkSync(".ssh", join(folder, "keys"));
    expect(granted(learnt([{ hint: `--allow-fs-read=${folder}/keys` }])).read).toEqual([]);
  });

  test.each([
    ["own-files", "--allow-fs-read=/opt/wasm-sandbox"],
    ["denied-by-operator", "--allow-fs-read=/secret"],
    ["--deny-network=x.example", "--allow-network=x.example"],
    ["default-deny", "--allow-network=tcp://db:PORT"],
    ["default-deny", undefined],
  ])("says that no grant opens what %s shut (%s)", (rule, hint) => {
    const text = learnt([{ rule, hint }]);
    expect(granted(text)).toEqual({ read: [], write: [], network: [], env: [], dirs: [] });
    expect(text).toContain("# No grant opens these:");
  });

  test("is bounded, and says what it left out", () => {
    const many = Array.from({ length: 3000 }, (_, index) => ({ hint: `--allow-fs-read=/f${index}` }));
    const text = learnt(many);
    expect(granted(text).read).toHaveLength(1000);
    expect(text).toContain("… and 2000 more requests");
  });

  test("is valid, and no more than it was told, whatever a guest puts into its requests", () => {
    const odd = fc.oneof(
      fc.string({ unit: "binary" }),
      fc
        .array(
          fc.constantFrom(
            "a",
            "/",
            "\n",
            "- ",
            '"',
            "'",
            "#",
            ": ",
            "\u2028",
            "\u0085",
            "\u202e",
            "\ud800",
            "\0",
            "::",
            ",",
          ),
          { maxLength: 12 },
        )
        .map((all) => all.join("")),
    );
    fc.assert(
      fc.property(odd, odd, fc.boolean(), (argument, name, allowed) => {
        const rule = allowed ? "--allow-fs-read" : "default-deny";
        const text = learnt([{ argument, allowed, rule, hint: `--allow-fs-read=/data/${name}` }], { fsRead: [true] });
        const { read, ...others } = granted(text);
        expect(read.length).toBeLessThanOrEqual(1);
        expect(others).toEqual({ write: [], network: [], env: [], dirs: [] });
      }),
      { numRuns: amount(100, 500) },
    );
  });
});

describe("run --learn", () => {
  test("denies as usual, writes a policy that passes the check, and with it the next run is served", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "notes.txt"), "the notes");
    const out = join(folder, "out.yaml");
    const component = await componentFile([
      { read: "notes.txt" },
      { read: "/root/.ssh/id_ed25519" },
      { get: "http://169.254.169.254/" },
    ]);
    const first = await cli(["run", "--learn", out, component], { cwd: folder });
    expect(first.code).toBe(0);
    expect(first.stdout).toMatch(/^(err Permission denied: .*\n){3}$/);
    expect(readFileSync(out, "utf8")).toContain("NOT SIGNED OFF");
    expect((await cli(["policy", "check", out])).code).toBe(0);
    const second = await cli(["run", "--policy", out, component], { cwd: folder });
    expect(second.stdout).toMatch(/^ok the notes\nerr Permission denied: .*\nerr Permission denied: .*\n$/);
    expect(readdirSync(folder).sort()).toEqual(["notes.txt", "out.yaml"]);
  });

  test("leaves an existing file as it is, and runs nothing, unless --force is there", async () => {
    const out = join(temporaryFolder(), "out.yaml");
    writeFileSync(out, "mine");
    const component = await componentFile([{ say: "ran" }]);
    const refused = await cli(["run", "--learn", out, component]);
    expect(refused).toMatchObject({ code: 125, stdout: "" });
    expect(readFileSync(out, "utf8")).toBe("mine");
    expect((await cli(["run", "--learn", out, "--force", component])).stdout).toBe("ran");
    expect(readFileSync(out, "utf8")).toContain("version: 1");
  });

  test("no grant lets the guest write the policy that is being learnt", async () => {
    const folder = temporaryFolder();
    const out = join(folder, "out.yaml");
    const component = await componentFile([{ write: out, content: "allow: {fs-read: true}" }]);
    const { stdout } = await cli(["run", "--learn", out, `--allow-fs-write=${folder}`, component]);
    expect(stdout).toMatch(/^err Permission denied/);
    expect(readFileSync(out, "utf8")).not.toContain("fs-read: true");
  });

  test("a place that cannot be written stops the run before it starts", async () => {
    const component = await componentFile([{ say: "ran" }]);
    for (const out of ["/nowhere/out.yaml", dirname(component)]) {
      expect(await cli(["run", "--learn", out, component])).toMatchObject({ code: 125, stdout: "" });
    }
    expect(existsSync("/nowhere")).toBe(false);
  });
});
