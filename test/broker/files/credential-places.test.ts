import { execFileSync } from "node:child_process";
import { linkSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { CREDENTIAL_PLACES, foldName, isCredentialPlace } from "../../../src/policy/protected-places.ts";
import { EVERYTHING, guest, only, WAYS } from "./support/guest.ts";
import { bindMount } from "./support/mounts.ts";
import { layOut } from "./support/tree.ts";

const DENIAL = {
  kind: "denied",
  rule: "credential-places",
  reason: "a place for credentials opens only to a grant that names it",
};

describe.each(WAYS)("a bare grant, by %s", (_, way) => {
  test("reads /etc/passwd", async () => {
    const files = guest(way, { read: EVERYTHING });
    expect(await files.readFile("/etc/passwd")).toMatchObject({ kind: "done", rule: "--allow-fs-read" });
  });

  test.each([
    "/etc/shadow",
    "/etc/sudoers",
    "/etc/sudoers.d/x",
    "/run/secrets/token",
    "/var/run/secrets/token",
    "/root/.ssh/id_rsa",
  ])("does not open %s, there or not, and says which flag does", async (path) => {
    const files = guest(way, { read: EVERYTHING, write: EVERYTHING });
    expect(await files.readFile(path)).toEqual({ ...DENIAL, hint: `--allow-fs-read=${path}` });
    expect(await files.writeFile(path, Buffer.from("x"))).toMatchObject({
      kind: "denied",
      rule: path.startsWith("/etc/") ? "executed-later" : "credential-places",
      hint: `--allow-fs-write=${path}`,
    });
  });

  test.each([
    ".ssh/id_rsa",
    ".SSH/id_rsa",
    ".ſsh/id_rsa",
    ".\u200bssh/id_rsa",
    ".config/gcloud/x",
    "a/b/.aws/credentials",
    ".mozilla/x",
    ".bash_history",
    "keys.kdbx",
  ])("does not open %s in any folder", async (place) => {
    const base = layOut({});
    const files = guest(way, { read: EVERYTHING });
    execFileSync("mkdir", ["-p", `${base}/${place}`]);
    expect(await files.readFile(`${base}/${place}`)).toMatchObject(DENIAL);
  });

  test("opens what only looks like one", async () => {
    const base = layOut({
      ".sshx": { f: "1" },
      "x.ssh": { f: "2" },
      etc: { shadow: "3" },
      config: { gcloud: "4" },
      ".config": { other: "5" },
    });
    const files = guest(way, { read: EVERYTHING });
    for (const path of [".sshx/f", "x.ssh/f", "etc/shadow", "config/gcloud", ".config/other"]) {
      expect(await files.readFile(`${base}/${path}`)).toMatchObject({ kind: "done" });
    }
  });

  test("knows the home's places by what they are: linked away, linked hard", async () => {
    const home = layOut({
      ".aws": ["dotfiles/cloud"],
      dotfiles: { cloud: { credentials: "SECRET" } },
      ".netrc": "SECRET",
      plain: "p",
    });
    linkSync(`${home}/.netrc`, `${home}/innocent`);
    const files = guest(way, { read: EVERYTHING, write: EVERYTHING }, { home });
    expect(await files.readFile(`${home}/dotfiles/cloud/credentials`)).toMatchObject(DENIAL);
    expect(await files.readFile(`${home}/innocent`)).toMatchObject(DENIAL);
    expect(await files.readFile(`${home}/plain`)).toMatchObject({ kind: "done" });
  });

  test("knows a place that is mounted elsewhere", async ({ skip }) => {
    const home = layOut({ ".ssh": { key: "SECRET" }, elsewhere: {} });
    if (!bindMount(`${home}/.ssh`, `${home}/elsewhere`)) skip("needs the right to mount");
    const files = guest(way, { read: EVERYTHING }, { home });
    expect(await files.readFile(`${home}/elsewhere/key`)).toMatchObject(DENIAL);
  });

  test("stays shut when it is spelled as a grant on the root", async () => {
    const home = layOut({ ".ssh": { key: "SECRET" } });
    const files = guest(way, { read: only("/") });
    expect(await files.readFile(`${home}/.ssh/key`)).toMatchObject(DENIAL);
  });

  test("beside a grant that names the place, or something below it, opens that", async () => {
    const home = layOut({ ".ssh": { key: "k", config: "c" }, ".aws": { config: "a" } });
    const files = guest(
      way,
      { read: { all: true, paths: [`${home}/.ssh/config`, `${home}/.aws`], denied: [] } },
      { home },
    );
    expect(await files.readFile(`${home}/.ssh/config`)).toMatchObject({ value: "c" });
    expect(await files.readFile(`${home}/.aws/config`)).toMatchObject({ value: "a" });
    expect(await files.readFile(`${home}/.ssh/key`)).toMatchObject(DENIAL);
  });
});

describe("the published list", () => {
  test("each place is recognised by its own name and below it", () => {
    for (const place of CREDENTIAL_PLACES) {
      const location = foldName(place.startsWith("/") ? place : `/home/u/${place}`).replaceAll("*", "x");
      expect([place, isCredentialPlace(location)]).toEqual([place, true]);
      expect([place, isCredentialPlace(`${location}/below`)]).toEqual([place, true]);
    }
  });

  test("spells names of one file alike", () => {
    expect(foldName(".SSH")).toBe(".ssh");
    expect(foldName(".ＳＳＨ")).toBe(".ssh");
    expect(foldName(".s\u200dsh")).toBe(".ssh");
    expect(foldName("ﬁle")).toBe("file");
  });
});
