import { execFileSync } from "node:child_process";
import { symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type ScanRequest, scan } from "../../src/scan.ts";
import { loadBuiltIn } from "../../src/scanner/built-in.ts";
import type { ScanReport } from "../../src/scanner/report.ts";
import type { Reply, ScannedFile, Scanner } from "../../src/scanner/scanner.ts";
import { buildFakeScanner, RULES, SEEN } from "./support/fake-scanner.ts";
import { tree } from "./support/tree.ts";

let folder: string;
beforeAll(async () => {
  folder = await buildFakeScanner();
});

function scanWith(scanner: Scanner, path: string, rest: Partial<ScanRequest> = {}): Promise<ScanReport> {
  return scan({ targets: [{ kind: "path", path }], scanner, ...rest });
}

const scanPath = (path: string) => scanWith(loadBuiltIn(folder, { deadlineMs: 400 }), path);

const PYTHON: ScannedFile = { language: "python", state: "analysed" };

/** A scanner that answers every skill alike and notes what it was asked. */
function scannerThatSays(reply: Reply, heard: string[] = []): Scanner {
  return {
    identity: { name: "stub", digest: "0".repeat(64), external: false },
    renew: () => void heard.push("renew"),
    scan: (files) => {
      heard.push(files.map(({ content }) => Buffer.from(content).toString()).join("+"));
      return reply.kind === "findings" ? { ...reply, files: files.map(() => PYTHON) } : reply;
    },
  };
}

/** A scanner whose memory is used up after so many files, and that finds something in each that it reads. */
function scannerThatReads(most: number, heard: string[]): Scanner {
  return {
    ...scannerThatSays({ kind: "findings", observations: [], files: [] }),
    scan: (files) => {
      heard.push(files.map(({ content }) => Buffer.from(content).toString()).join("+"));
      const states = files.map((_, at) =>
        at < most ? PYTHON : ({ ...PYTHON, state: "partly", reason: "out-of-memory" } as const),
      );
      return { kind: "findings", observations: files.map((_, file) => ({ ...SEEN, file })), files: states };
    },
  };
}

describe("scan", () => {
  it("gives the findings of each file with its path, counted and weighed by us", async () => {
    const root = tree({ "a.py": "x = 1", "b/c.py": "clean" });
    expect(await scanPath(root)).toEqual({
      verdict: "block",
      skills: [
        {
          path: root,
          verdict: "block",
          confidence: "high",
          safety_score: 0.29,
          reasons: [`High, ${join(root, "a.py")}, line 3: a shell command is run`],
          findings_by_severity: { critical: 0, high: 1, medium: 0, low: 0 },
          files: [
            { file: join(root, "a.py"), language: "python", state: "analysed" },
            { file: join(root, "b/c.py"), language: "python", state: "analysed" },
          ],
        },
      ],
      findings: [
        { ...SEEN, skill: root, file: join(root, "a.py"), fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/) },
      ],
      safety_score: 0.29,
      summary: "DANGEROUS: Found 1 issues (1 high). Categories: dangerous imports.",
      total_findings: 1,
      findings_by_severity: { critical: 0, high: 1, medium: 0, low: 0 },
      coverage: { files: 2, analysed: 2, skipped: [] },
      scanner: { name: "built-in", digest: "d".repeat(64), rules: RULES, external: false },
    });
  });

  it("gives findings in code without a file", async () => {
    const report = await scan({ targets: [{ kind: "code", text: "x" }], scanner: loadBuiltIn(folder) });
    expect(report.findings).toEqual([{ ...SEEN, fingerprint: expect.any(String) }]);
    expect(report.skills).toMatchObject([{ files: [{ language: "python", state: "analysed" }] }]);
    expect(report.skills[0]).not.toHaveProperty("path");
    expect(report.coverage).toEqual({ files: 1, analysed: 1, skipped: [] });
  });

  it("says SAFE of a clean folder", async () => {
    const report = await scanPath(tree({ "a.py": "clean" }));
    expect(report).toMatchObject({ safety_score: 1, summary: "SAFE: No issues detected.", findings: [] });
  });

  it("puts the findings of a file in the order of its lines", async () => {
    const at = (line: number, column: number) => ({ ...SEEN, file: 0, line, column });
    const scanner = scannerThatSays({ kind: "findings", observations: [at(9, 1), at(2, 8), at(2, 3)], files: [] });
    const { findings } = await scanWith(scanner, tree({ "a.py": "" }));
    expect(findings.map(({ line, column }) => [line, column])).toEqual([
      [2, 3],
      [2, 8],
      [9, 1],
    ]);
  });

  it("renews the scanner for each skill, and decodes what it reads", async () => {
    const heard: string[] = [];
    const root = tree({
      "a/SKILL.md": "",
      "a/1.py": "1",
      "a/2.py": "2",
      "b/SKILL.md": "",
      "b/3.py": Buffer.from("\ufeff3", "utf16le"),
    });
    await scanWith(scannerThatSays({ kind: "findings", observations: [], files: [] }, heard), root);
    expect(heard).toEqual(["renew", "1+2+", "renew", "3+"]);
  });
});

describe("what was not analysed", () => {
  const rules = ({ findings }: ScanReport) => findings.map(({ rule, severity, file }) => [rule, severity, file]);

  it("is one low finding for all files of other kinds of a skill", async () => {
    const database = Buffer.from("SQLite format 3\0 and so on");
    const root = tree({
      "s/SKILL.md": "",
      "s/a.db": database,
      "s/b.db": database,
      "s/noise": Buffer.from([0, 1, 2, 3, 0, 5, 6, 7]),
      "t/SKILL.md": "",
      "t/x.db": database,
    });
    const report = await scanPath(root);
    expect(report.findings).toMatchObject([
      {
        rule: "file-kind-not-analysed",
        category: "unanalysable",
        severity: "low",
        file: join(root, "s/a.db"),
        line: 1,
      },
      { rule: "file-kind-not-analysed", file: join(root, "t/x.db") },
    ]);
    expect(report.findings[0]?.description).toContain("sqlite database (2), unknown binary (1)");
    expect(report.skills[0]?.files).toContainEqual({
      file: join(root, "s/b.db"),
      language: "sqlite database",
      state: "partly",
      reason: "only the words in it were read",
    });
    expect(report).toMatchObject({ verdict: "safe", safety_score: 0.98 });
    expect(report.skills[0]?.confidence).toBe("medium");
  });

  it("is a finding when it is a link or a FIFO, which is no file", async () => {
    const root = tree({ "a.py": "clean" });
    symlinkSync("/etc/passwd", join(root, "link.py"));
    symlinkSync("pipe.py", join(root, "near.py"));
    execFileSync("mkfifo", [join(root, "pipe.py")]);
    const report = await scanPath(root);
    expect(rules(report)).toEqual([
      ["link-leads-out", "medium", join(root, "link.py")],
      ["file-not-opened", "low", join(root, "near.py")],
    ]);
    expect(report.findings[0]?.description).toContain("/etc/passwd");
    expect(report.coverage).toMatchObject({ files: 1, analysed: 1 });
    expect(report.coverage.skipped.map(({ reason }) => reason)).toEqual([
      "a symbolic link that leads out of the skill: /etc/passwd",
      "a symbolic link",
      "a FIFO",
    ]);
  });

  it("is a grave finding when the file is too large, hangs the scanner or breaks it; the rest is analysed", async () => {
    const root = tree({ "big.py": "", "hang.py": "h", "trap.py": "t", "z.py": "x" });
    truncateSync(join(root, "big.py"), 2 ** 30);
    const report = await scanPath(root);
    expect(rules(report)).toEqual([
      ["file-too-large", "high", join(root, "big.py")],
      ["scan-timed-out", "high", join(root, "hang.py")],
      ["files-scanned-apart", "medium", join(root, "hang.py")],
      ["scanner-failed", "high", join(root, "trap.py")],
      ["command-executed", "high", join(root, "z.py")],
    ]);
    expect(report.coverage).toMatchObject({ files: 4, analysed: 1 });
    expect(report.skills).toMatchObject([{ verdict: "block" }]);
  });

  it("is scanned by itself when the files before it used up the memory", async () => {
    const heard: string[] = [];
    const scanner = scannerThatReads(2, heard);
    const report = await scanWith(scanner, tree({ "1.py": "1", "2.py": "2", "3.py": "3", "4.py": "4", "5.py": "5" }));
    expect(heard).toEqual(["1+2+3+4+5", "3+4+5", "5"]);
    const apart = rules(report).filter(([rule]) => rule === "files-scanned-apart");
    expect(apart).toEqual([["files-scanned-apart", "medium", expect.stringContaining("3.py")]]);
    const seen = rules(report).filter(([rule]) => rule === SEEN.rule);
    expect(seen.map(([, , file]) => file?.slice(-4))).toEqual(["1.py", "2.py", "3.py", "4.py", "5.py"]);
    expect(report.skills[0]?.files.map(({ state }) => state)).toEqual(Array(5).fill("analysed"));
  });

  it("keeps what was seen only beside the other files, and tells it once", async () => {
    const flow = { ...SEEN, file: 1, line: 9 };
    const cut = { ...SEEN, rule: "not-read", category: "unanalysable", file: 1 };
    const scanner: Scanner = {
      ...scannerThatReads(1, []),
      scan: (files) => ({
        kind: "findings",
        observations: files.length === 1 ? [{ ...SEEN, file: 0 }] : [{ ...SEEN, file: 1 }, flow, cut],
        files: files.map((_, at) => (at === 0 ? PYTHON : { ...PYTHON, state: "partly", reason: "out-of-memory" })),
      }),
    };
    const { findings } = await scanWith(scanner, tree({ "1.py": "1", "2.py": "2" }));
    expect(findings.map(({ rule, line }) => [rule, line])).toEqual([
      ["files-scanned-apart", 1],
      [SEEN.rule, SEEN.line],
      [SEEN.rule, 9],
    ]);
  });

  it("is scanned by itself when even the first file was not read to its end", async () => {
    const heard: string[] = [];
    const report = await scanWith(scannerThatReads(0, heard), tree({ "1.py": "1", "2.py": "2", "3.py": "3" }));
    expect(heard).toEqual(["1+2+3", "1", "2+3", "2", "3"]);
    expect(report.skills[0]?.files).toHaveLength(3);
  });

  it("is scanned file by file where it was scanned together too often", async () => {
    const heard: string[] = [];
    const files = Object.fromEntries(Array.from({ length: 12 }, (_, n) => [`${n + 10}.py`, String(n)]));
    const report = await scanWith(scannerThatReads(1, heard), tree(files));
    expect(heard.slice(8)).toEqual(["8+9+10+11", "9", "10", "11"]);
    expect(report.skills[0]?.files.map(({ state }) => state)).toEqual(Array(12).fill("analysed"));
  });

  it("is no bytecode whose texts are not those of its source: they are read", async () => {
    const heard: string[] = [];
    const scanner = scannerThatSays({ kind: "findings", observations: [], files: [] }, heard);
    const compiled = Buffer.from(`\xcb\x0d\r\n${"\0".repeat(12)}\xe3\0\0z\x0bhidden word\0`, "latin1");
    const files = { "a.py": "hidden = 1", "b.py": "hidden = 'word'" };
    const cached = { "__pycache__/a.cpython-312.pyc": compiled, "__pycache__/b.cpython-312.pyc": compiled };
    await scanWith(scanner, tree({ ...files, ...cached }));
    expect(heard).toEqual(["renew", "hidden = 1+hidden = 'word'", "renew", "hidden word"]);
  });

  it("is a finding beside the others when the text is in doubt", async () => {
    const root = tree({
      "bad.py": Buffer.from([0x78, 0xff]),
      "hidden.py": "# coding: utf-7",
      "ok.py": "c",
    });
    const report = await scanPath(root);
    expect(rules(report)).toEqual([
      ["command-executed", "high", join(root, "bad.py")],
      ["undecoded-encoding", "high", join(root, "hidden.py")],
    ]);
  });

  it("is all the rest, said once, after the scanner hung three times", async () => {
    const names = ["1", "2", "3", "4", "5"];
    const heard: string[] = [];
    const scanner = scannerThatSays({ kind: "timed-out", afterMs: 5000 }, heard);
    const report = await scanWith(scanner, tree(Object.fromEntries(names.map((name) => [`${name}.py`, name]))));
    expect(heard).toEqual(["renew", "1+2+3+4+5", "renew", "1", "renew", "2"]);
    expect(rules(report).map(([rule]) => rule)).toEqual([
      "scan-timed-out",
      "files-scanned-apart",
      "scan-timed-out",
      "scan-limit-reached",
    ]);
    expect(report.coverage).toMatchObject({ files: 5, analysed: 0 });
  });

  it("is listed up to a thousand entries, and counted beyond", async () => {
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${"0".repeat(64)}\nsize 1\n`;
    const root = tree(Object.fromEntries(Array.from({ length: 1003 }, (_, n) => [`${n}.db`, pointer])));
    const { coverage, total_findings } = await scanPath(root);
    expect(coverage.skipped).toHaveLength(1000);
    expect(coverage).toMatchObject({ files: 1003, analysed: 0, skipped_omitted: 3 });
    expect(total_findings).toBe(1);
  });
});

describe("a long scan", () => {
  it("lets others have their turn, and stops when told to", async () => {
    const controller = new AbortController();
    const heard: string[] = [];
    const slow: Scanner = {
      ...scannerThatSays({ kind: "findings", observations: [], files: [] }),
      scan: () => {
        heard.push("scan");
        const end = performance.now() + 60;
        while (performance.now() < end);
        return { kind: "findings", observations: [], files: [PYTHON, PYTHON] };
      },
    };
    setImmediate(() => controller.abort());
    const root = tree(Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`${n}/SKILL.md`, "c"])));
    for (let skill = 0; skill < 20; skill++) writeFileSync(join(root, `${skill}/a.py`), "c");
    await scanWith(slow, root, { signal: controller.signal });
    expect(heard.length).toBeLessThan(5);
  });

  it("tells how many files it has met", async () => {
    const seen: number[] = [];
    const root = tree({ "1.py": "c", "2.py": "c", "3.md": "" });
    await scanWith(loadBuiltIn(folder), root, { onProgress: (files) => seen.push(files) });
    expect(seen).toEqual([0, 1, 2]);
  });
});
