import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync, zstdCompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { tree } from "../../scan/support/tree.ts";
import { tarFile } from "../support/tar-file.ts";
import { told } from "../support/told.ts";
import { zipFile } from "../support/zip-file.ts";

describe("archives", () => {
  it("give their files, whatever they are called", () => {
    const zip = zipFile([
      { name: "lib/" },
      { name: "lib/a.py", content: "import os" },
      { name: "b", content: "é", stored: true },
    ]);
    const texts = { "t!/lib/a.py": "import os", "t!/b": "é" };
    expect(told("t", zip)).toEqual({ texts, facts: [], files: { t: "zip archive, analysed" } });
    expect(told("t.jar", zip).facts).toEqual([]);
  });

  it("within archives give theirs, to a depth", () => {
    const nested = (depth: number): Buffer =>
      depth === 0
        ? zipFile([{ name: "x.sh", content: "id" }])
        : zipFile([{ name: "in.zip", content: nested(depth - 1) }]);
    expect(told("a.zip", nested(3)).texts).toEqual({ "a.zip!/in.zip!/in.zip!/in.zip!/x.sh": "id" });
    const deep = told("a.zip", nested(4));
    expect(deep.texts).toEqual({});
    expect(deep.facts).toEqual([
      "archive-limit-reached a.zip!/in.zip!/in.zip!/in.zip!/in.zip: lies too deep inside of other archives",
    ]);
  });

  it("packed with gzip and Zstandard are unpacked, tar archives in them too", () => {
    const tar = tarFile([
      { name: "setup.sh", content: "curl" },
      { name: "lib", type: "5" },
    ]);
    expect(told("x.tgz", gzipSync(tar)).texts).toEqual({ "x.tgz!/x.tar!/setup.sh": "curl" });
    expect(told("x.tar.zst", zstdCompressSync(tar)).texts).toEqual({ "x.tar.zst!/content!/setup.sh": "curl" });
    expect(told("notes.md.gz", gzipSync("# hi")).texts).toEqual({ "notes.md.gz!/notes.md": "# hi" });
  });

  it("of gzip with something behind them give that too, and say so", () => {
    const two = told("x.gz", Buffer.concat([gzipSync("first"), gzipSync("second")]));
    expect(two.texts).toEqual({ "x.gz!/x": "first", "x.gz!/appended!/appended": "second" });
    expect(two.facts).toEqual([expect.stringMatching(/^appended-data x\.gz: goes on for \d+ bytes/)]);
    expect(told("x.gz", Buffer.concat([gzipSync("first"), Buffer.alloc(512)])).facts).toEqual([]);
  });

  it("pay for what does not fit as for what does", () => {
    const bombs = Array.from({ length: 4 }, (_, n) => ({ name: `bomb-${n}`, content: Buffer.alloc(2_000_000) }));
    const zip = zipFile([...bombs, { name: "small.py", content: "import os" }]);
    expect(told("a.zip", zip, { bytes: 4 * 1024 * 1024 }).texts).toEqual({});
    expect(told("a.zip", zip, { bytes: 5 * 1024 * 1024 }).texts).toEqual({ "a.zip!/small.py": "import os" });
  });

  it("of GNU tar and pax give their long names", () => {
    const name = `${"n".repeat(120)}/${"f".repeat(90)}.py`;
    const root = tree({ [name]: "import os" });
    for (const format of ["gnu", "pax"]) {
      execFileSync("tar", ["-cf", "x.tar", `--format=${format}`, name], { cwd: root });
      expect(told("x.tar", readFileSync(join(root, "x.tar"))).texts).toEqual({ [`x.tar!/${name}`]: "import os" });
    }
  });

  it("that are no longer whole say so", () => {
    const tar = tarFile([
      { name: "a.py", content: "1" },
      { name: "b.py", content: "2" },
    ]);
    const damaged = told("x.tar", tar.fill(65, 1024, 1100));
    expect(damaged).toMatchObject({
      texts: { "x.tar!/a.py": "1" },
      facts: [expect.stringMatching(/^archive-not-unpacked/)],
    });
    const cut = zipFile([{ name: "a.py", content: "1" }]).subarray(0, 40);
    expect(told("x.zip", cut).facts).toEqual(["archive-not-unpacked x.zip: is a zip archive that cannot be read"]);
  });

  it("of other kinds are told to be closed", () => {
    const { files, facts } = told("x.7z", Buffer.from("7z\xbc\xaf\x27\x1c\0\x04", "latin1"));
    expect(files).toEqual({ "x.7z": "7z archive, skipped" });
    expect(facts).toEqual(["archive-not-unpacked x.7z: is a 7z archive, which is not unpacked here"]);
  });

  it("with a password are told, and the rest of them is read", () => {
    const zip = zipFile([
      { name: "a.sh", content: "id", encrypted: true },
      { name: "b.sh", content: "ls" },
    ]);
    expect(told("x.zip", zip)).toEqual({
      texts: { "x.zip!/b.sh": "ls" },
      facts: ["archive-encrypted x.zip: has an encrypted entry: a.sh"],
      files: { "x.zip": "zip archive, partly", "x.zip!/a.sh": "encrypted entry, skipped" },
    });
  });

  it.each(["../x", "a/../../x", "/etc/passwd", "C:\\x", "..\\x", "\\\\host\\x"])(
    "with an entry %s are told, and it stays below them",
    (name) => {
      const { facts, texts } = told("x.zip", zipFile([{ name, content: "1" }]));
      expect(facts).toEqual([`archive-entry-leads-out x.zip: has an entry whose name leads out of it: ${name}`]);
      expect(Object.keys(texts)).toEqual([`x.zip!/${name}`]);
      expect(told("x.tar", tarFile([{ name, content: "1" }])).facts).toEqual([
        expect.stringMatching(/^archive-entry-leads-out/),
      ]);
    },
  );

  it("with links are told where they lead, and follow none", () => {
    const near = zipFile([{ name: "l", content: "real", stored: true, link: true }]);
    expect(told("x.zip", near).facts).toEqual(["archive-link x.zip: has a link as an entry: l"]);
    const out = tarFile([
      { name: "l", type: "2", target: "../../.ssh/id_rsa" },
      { name: "h", type: "1", target: "/etc/x" },
    ]);
    expect(told("x.tar", out)).toMatchObject({
      texts: {},
      facts: ["archive-entry-leads-out x.tar: has a link that leads out of it: l (and 1 more)"],
    });
  });
});

describe("archives that two readers understand differently", () => {
  const content = "print(1)";
  it.each([
    ["two names", [{ name: "a.py", localName: "b.py", content }], "an entry has two names"],
    ["two sizes", [{ name: "a.py", localSize: 3, content }], "an entry has two sizes"],
    [
      "a hidden entry",
      [
        { name: "a.py", content },
        { name: "evil.py", content, unlisted: true },
      ],
      "it holds entries that it does not list",
    ],
    [
      "one name twice",
      [
        { name: "a.py", content },
        { name: "a.py", content },
      ],
      "two entries have one name",
    ],
  ])("by %s are told", (_, members, what) => {
    expect(told("x.zip", zipFile(members)).facts).toEqual([
      `archive-inconsistent x.zip: is a zip archive in which ${what}`,
    ]);
  });

  it("because one stands before the other are told", () => {
    const two = Buffer.concat([zipFile([{ name: "a.py", content }]), zipFile([{ name: "b.py", content }])]);
    expect(told("x.zip", two).facts).toEqual([expect.stringMatching(/^polyglot-file x.zip: is two zip archives/)]);
  });
});

describe("archives that are made to exhaust", () => {
  it("stop at the size of an entry, at the ratio, and at the bytes of all", () => {
    const bomb = zipFile([{ name: "a.txt", content: Buffer.alloc(3_000_000) }]);
    expect(told("x.zip", bomb).facts).toEqual([
      "archive-limit-reached x.zip: has an entry that is larger unpacked than what is unpacked here: x.zip!/a.txt",
    ]);
    const many = zipFile(Array.from({ length: 9 }, (_, n) => ({ name: `${n}.txt`, content: "x".repeat(1000) })));
    expect(Object.keys(told("x.zip", many, { bytes: 5_500 }).texts)).toHaveLength(5);
    expect(Object.keys(told("x.zip", many, { entries: 4 }).texts)).toHaveLength(4);
    expect(told("x.zip", many, { entries: 4 }).facts).toEqual([expect.stringMatching(/^archive-limit-reached/)]);
    expect(told("x.zip", many, { entryBytes: 0 }).texts).toEqual({});
  });

  it("cost little, however many entries they have", () => {
    const packed = zipFile([{ name: "a", content: Buffer.alloc(2_000_000) }]);
    const bombs = zipFile(
      Array.from({ length: 3_000 }, (_, n) => ({ name: `${n}.zip`, content: packed, stored: true })),
    );
    const start = process.cpuUsage();
    const { facts } = told("x.zip", bombs);
    expect(facts.some((fact) => fact.startsWith("archive-limit-reached"))).toBe(true);
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(20_000);
  });
});
