import { symlinkSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { rules } from "../../components/skill-scanner/rules/index.ts";
import { scan } from "../../src/scan.ts";
import { loadBuiltIn } from "../../src/scanner/built-in.ts";
import { HOST_RULES, type HostRule } from "../../src/scanner/host-rules.ts";
import { omissionOf } from "../../src/scanner/omission.ts";
import { pngFile } from "../skill/support/image-file.ts";
import { tarFile } from "../skill/support/tar-file.ts";
import { zipFile } from "../skill/support/zip-file.ts";
import { buildFakeScanner } from "./support/fake-scanner.ts";
import { tree } from "./support/tree.ts";

const hosts = rules.filter(({ match }) => [match].flat().some(({ kind }) => kind === "host"));

const ELF = Buffer.from("\x7fELF\x02\x01\x01\0\0\0", "latin1");
const bytecode = (words: string, flags = 0) =>
  Buffer.from(`\xcb\x0d\r\n${String.fromCharCode(flags)}${"\0".repeat(11)}\xe3\0\0\0${words}`, "latin1");
const names = (...list: string[]) => list.map((name) => `\xda${String.fromCharCode(name.length)}${name}`).join("");
const PICKLE = Buffer.from("\x80\x04\x95\x0a\0.", "latin1");

/** For each rule a skill that breaks it, and one that nearly does. */
const EXAMPLES: Readonly<Partial<Record<HostRule, readonly [bad: Files, good: Files]>>> = {
  "active-document": [{ "a.pdf": "%PDF-1.7 <</S/Launch>>" }, { "a.pdf": "%PDF-1.7 <</S/URI>>" }],
  "appended-data": [{ "a.png": behind("w".repeat(100)) }, { "a.png": pngFile() }],
  "archive-encrypted": [
    { "a.zip": zipFile([{ name: "a", content: "1", encrypted: true }]) },
    { "a.zip": zipFile([{ name: "a", content: "1" }]) },
  ],
  "archive-entry-leads-out": [
    { "a.tar": tarFile([{ name: "../../.profile", content: "1" }]) },
    { "a.tar": tarFile([{ name: "lib/setup.sh", content: "1" }]) },
  ],
  "archive-inconsistent": [
    { "a.zip": zipFile([{ name: "a", localName: "b", content: "1" }]) },
    { "a.zip": zipFile([{ name: "a", localName: "a", content: "1" }]) },
  ],
  "archive-limit-reached": [
    { "a.zip": zipFile([{ name: "a", content: Buffer.alloc(3_000_000) }]) },
    { "a.zip": zipFile([{ name: "a", content: Buffer.alloc(3_000) }]) },
  ],
  "archive-link": [
    { "a.tar": tarFile([{ name: "a", type: "2", target: "b" }]) },
    { "a.tar": tarFile([{ name: "a", type: "5" }, { name: "a/b" }]) },
  ],
  "archive-not-unpacked": [
    { "a.7z": Buffer.from("7z\xbc\xaf\x27\x1c", "latin1") },
    { "a.zip": zipFile([{ name: "a", content: "1" }]) },
  ],
  "bytecode-differs": [
    { "a.py": "x = 1\n", "__pycache__/a.cpython-312.pyc": bytecode(names("urlopen", "environ", "b64decode")) },
    {
      "a.py": "import os\nos.environ\n",
      "__pycache__/a.cpython-312.pyc": bytecode(names("environ", "__qualname__", "_A__hidden")),
    },
  ],
  "bytecode-shipped": [{ "a.class": Buffer.from("\xca\xfe\xba\xbe\0\0\0\x41", "latin1") }, { "a.java": "class a {}" }],
  "bytecode-unchecked": [
    { "a.py": "x = 1\n", "__pycache__/a.cpython-312.pyc": bytecode("", 1) },
    { "a.py": "x = 1\n", "__pycache__/a.cpython-312.pyc": bytecode("", 3) },
  ],
  "bytecode-without-source": [
    { "lib/a.pyc": bytecode("\0") },
    { "lib/a.py": "", "lib/__pycache__/a.cpython-312.opt-1.pyc": bytecode("\0") },
  ],
  "disguised-program": [{ "a.png": ELF }, { a: ELF }],
  "file-kind-not-analysed": [{ "a.dat": Buffer.from([0, 1, 2, 3, 0, 5, 6, 7]) }, { "a.dat": "text" }],
  "misnamed-file": [{ "a.png": zipFile([]) }, { "a.zip": zipFile([]) }],
  "pickle-shipped": [{ "a.pkl": PICKLE }, { "a.json": "{}" }],
  "polyglot-file": [{ "a.png": behind(zipFile([{ name: "a", content: "1" }])) }, { "a.png": pngFile() }],
  "program-shipped": [{ convert: ELF }, { convert: "#!/bin/sh" }],
  "scan-timed-out": [{ "a.py": "h" }, { "a.py": "clean" }],
  "scanner-failed": [{ "a.py": "t" }, { "a.py": "clean" }],
  "undecoded-encoding": [{ "a.py": "# coding: utf-7" }, { "a.py": "# coding: latin-1" }],
};

type Files = Readonly<Record<string, string | Uint8Array>>;

function behind(rest: string | Uint8Array): Buffer {
  return Buffer.concat([pngFile(), Buffer.from(rest)]);
}

let folder: string;
beforeAll(async () => {
  folder = await buildFakeScanner();
});

async function rulesIn(path: string): Promise<string[]> {
  const scanner = loadBuiltIn(folder, { deadlineMs: 500 });
  const { findings } = await scan({ targets: [{ kind: "path", path }], scanner });
  return findings.map(({ rule }) => rule);
}

describe("what the host finds by itself", () => {
  it("has a page for each rule, with the same levels", () => {
    const levels = hosts.map(({ id, category, severity, confidence }) => [id, [category, severity, confidence]]);
    expect(Object.fromEntries(levels)).toEqual(HOST_RULES);
    for (const { id, match } of hosts) expect(match).toEqual({ kind: "host", rule: id });
  });

  it.each(Object.entries(EXAMPLES))(
    "%s is found once, and not in what is nearly the same",
    async (rule, [bad, good]) => {
      expect((await rulesIn(tree(bad))).filter((each) => each === rule)).toEqual([rule]);
      expect(await rulesIn(tree(good))).not.toContain(rule);
    },
  );

  it("finds links, by where they lead", async () => {
    const root = tree({ "SKILL.md": "" });
    symlinkSync("SKILL.md", join(root, "near"));
    expect(await rulesIn(root)).toEqual([]);
    symlinkSync("../../etc/passwd", join(root, "out"));
    expect(await rulesIn(root)).toContain("link-leads-out");
  });

  it("finds what is too large: a script, and a skill", async () => {
    const root = tree({ "a.py": "", "a.mp4": "\0\0\0\x18ftypmp42" });
    truncateSync(join(root, "a.py"), 17 * 2 ** 20);
    truncateSync(join(root, "a.mp4"), 17 * 2 ** 20);
    expect(await rulesIn(root)).toEqual(["file-too-large"]);
    const parts = tree({ "a.py": `c${"x".repeat(5 * 2 ** 20)}`, "b.py": `c${"x".repeat(5 * 2 ** 20)}` });
    expect(await rulesIn(parts)).toEqual(["files-scanned-apart"]);
  });

  it("finds what could not be read, or lies beyond a limit", () => {
    const place = { unit: { path: "s" }, file: "s/a", path: "a" };
    const unreadable = omissionOf({ ...place, kind: "refused", cause: "unreadable", reason: "permission denied" });
    expect(unreadable).toMatchObject({ rule: "file-unreadable", isFile: true });
    expect(omissionOf({ ...place, kind: "cut", reason: "deeper than 64 folders" }).rule).toBe("scan-limit-reached");
    expect(omissionOf({ ...place, kind: "over-budget", reason: "more than 256 MiB" }).rule).toBe("scan-limit-reached");
  });
});
