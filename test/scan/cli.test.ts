import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ScanReport } from "../../src/scanner/report.ts";
import { longer } from "../support/amount.ts";
import { BIN, type CliResult, cli } from "../support/cli.ts";
import { tree } from "./support/tree.ts";

const MALICIOUS = 'import base64\nexec(base64.b64decode("cHJpbnQoMSk="))\n';
const BENIGN = "def add(a, b):\n    return a + b\n";

const reportOf = ({ stdout }: CliResult): ScanReport => JSON.parse(stdout);
const rulesOf = (result: CliResult) => reportOf(result).findings.map(({ rule }) => rule);

/** One clear error: its first line says what did not happen, nothing of our insides is shown, stdout stays empty. */
function expectError({ code, stdout, stderr }: CliResult, exit: number, message: RegExp): void {
  expect(stderr).toMatch(message);
  expect(stderr).toMatch(/^error: .+\n(?: {2}hint: .+\n)?$/);
  expect(stdout).toBe("");
  expect(code).toBe(exit);
}

describe("wasm-sandbox scan", () => {
  it("prints one JSON object into a pipe, and ends with 1 when something grave was found", async () => {
    const root = tree({ "skill.py": MALICIOUS });
    const result = await cli(["scan", "--file", "skill.py"], { cwd: root });
    expect(result.stderr).toBe("");
    expect(result.code).toBe(1);
    const report = reportOf(result);
    expect(report.findings).toContainEqual(
      expect.objectContaining({ file: "skill.py", line: 2, category: "obfuscated_code" }),
    );
    expect(report.summary).toMatch(/^(?:SUSPICIOUS|RISKY|DANGEROUS): Found \d+ issues/);
    expect(report.safety_score).toBeLessThan(0.8);
    expect(report.scanner.external).toBe(false);
  });

  it("can be read by the script of the older scanner's users", async () => {
    const { stdout } = await cli(["scan", "--code", MALICIOUS]);
    const lines = stdout.trim().split("\n");
    const start = lines.findIndex((line) => line.startsWith("{"));
    expect(start).toBe(0);
    expect(JSON.parse(lines.slice(start).join("\n")).safety_score).toBeLessThan(0.8);
  });

  it("ends with 0 when nothing was found, and says so", async () => {
    const result = await cli(["scan", "--code", BENIGN]);
    expect(result.code).toBe(0);
    expect(reportOf(result)).toMatchObject({
      summary: "SAFE: No issues detected.",
      safety_score: 1,
      total_findings: 0,
    });
  });

  it("reads the standard input", async () => {
    expect(rulesOf(await cli(["scan", "-"], { input: MALICIOUS }))).not.toEqual([]);
    expectError(await cli(["scan", "-"], { input: "" }), 3, /standard input: it is empty/);
  });

  it("prints text when asked", async () => {
    const root = tree({ "s/SKILL.md": "# s", "s/a.py": MALICIOUS });
    const { code, stdout } = await cli(["scan", "--format", "text", "s"], { cwd: root });
    expect(stdout).toMatch(/^s\/a\.py:2:\d+: (?:high|critical)\[[a-z-]+\] /m);
    expect(stdout).toMatch(/^2 of 2 files analysed$/m);
    expect(stdout).toMatch(/^Fails: \d+ findings? at or above high$/m);
    expect(code).toBe(1);
  });

  it.each([
    [["--fail-on", "never"], 0],
    [["--fail-on", "never", "--min-score", "1"], 1],
    [["--fail-on", "low"], 1],
    ...longer([["--fail-on", "never", "--min-score", "0"], 0]),
  ])("with %j ends with %d", async (flags, exit) => {
    expect((await cli(["scan", "--code", MALICIOUS, ...flags])).code).toBe(exit);
  });

  it.each([
    [[], /nothing to scan is named/],
    [["--min-score", "2", "x"], /--min-score/],
    [["--fail-on", "grave", "x"], /--fail-on/],
    [["--frobnicate", "x"], /--frobnicate/],
    [["a.wasm", "--scanner", "b.wasm", "--file", "c"], /two scanners/],
    ...longer(
      [["--min-score", "", "x"], /--min-score/],
      [["--format", "xml", "x"], /--format/],
      [["--file"], /--file/],
    ),
  ])("does nothing with wrong usage %j", async (args, message) => {
    expectError(await cli(["scan", ...args]), 2, message);
  });
});

describe("input that is not what it should be", () => {
  it("is one clear error with exit code 3", async () => {
    const root = tree({ "empty.py": "", "big.py": "", "dir/none": "" });
    truncateSync(join(root, "big.py"), 2 ** 30);
    execFileSync("mkfifo", [join(root, "pipe")]);
    symlinkSync("loop", join(root, "loop"));
    const scan = (path: string) => cli(["scan", path], { cwd: root });
    expectError(await scan("gone.py"), 3, /cannot scan gone\.py: no such file/);
    expectError(await scan("empty.py"), 3, /empty\.py: it is empty/);
    expectError(await scan("big.py"), 3, /big\.py: larger than 16 MiB/);
    expectError(await scan("pipe"), 3, /pipe: a FIFO/);
    expectError(await scan("loop"), 3, /loop: a symbolic link/);
    expectError(await scan("/dev/zero"), 3, /\/dev\/zero: a device/);
    expectError(await cli(["scan", tree({})]), 3, /there is no file in it/);
    expectError(await cli(["scan", "--file", "dir"], { cwd: tree({}) }), 3, /no such file/);
  });

  it.skipIf(process.getuid?.() === 0)("is one clear error when it may not be read", async () => {
    const root = tree({ "a.py": MALICIOUS });
    chmodSync(join(root, "a.py"), 0);
    expectError(await cli(["scan", "a.py"], { cwd: root }), 3, /a\.py: permission denied/);
  });

  it("does not stop a scan of the folder that it lies in", async () => {
    const root = tree({ "a.py": MALICIOUS, "empty.py": "", "big.py": "" });
    truncateSync(join(root, "big.py"), 2 ** 30);
    execFileSync("mkfifo", [join(root, "pipe.py")]);
    symlinkSync(".", join(root, "loop"));
    symlinkSync("/dev/zero", join(root, "zero.py"));
    const report = reportOf(await cli(["scan", "."], { cwd: root }));
    expect(report.coverage).toMatchObject({ files: 3, analysed: 2 });
    expect(report.coverage.skipped.map(({ file }) => file).toSorted()).toEqual([
      "big.py",
      "loop",
      "pipe.py",
      "zero.py",
    ]);
    expect(report.findings.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(["file-too-large", "file-not-opened"]),
    );
    expect(report.findings.map(({ file }) => file)).toContain("a.py");
  });

  it("is seen through, when it is UTF-16 or another encoding", async () => {
    const root = tree({
      "le.py": Buffer.from(`\ufeff${MALICIOUS}`, "utf16le"),
      "be.py": Buffer.from(`\ufeff${MALICIOUS}`, "utf16le").swap16(),
      "bare.py": Buffer.from(MALICIOUS, "utf16le"),
      "latin.py": Buffer.concat([
        Buffer.from("# coding: latin-1\nx = '"),
        Buffer.from([0xe9]),
        Buffer.from(`'\n${MALICIOUS}`),
      ]),
      "utf7.py": "# coding: utf-7\n+AGkAbQBwAG8AcgB0 os\n",
    });
    const { findings } = reportOf(await cli(["scan", "."], { cwd: root }));
    const found = (file: string) => findings.filter((each) => each.file === file).map(({ category }) => category);
    for (const file of ["le.py", "be.py", "bare.py", "latin.py"]) expect(found(file)).toContain("obfuscated_code");
    expect(findings).toContainEqual(
      expect.objectContaining({ file: "utf7.py", rule: "undecoded-encoding", severity: "high" }),
    );
  });
});

describe("a scanner that is named", () => {
  it("must be there and a component", async () => {
    const root = tree({ "a.py": BENIGN, "fake.wasm": "not wasm", "empty.wasm": "" });
    const scan = (scanner: string) => cli(["scan", scanner, "--file", "a.py"], { cwd: root });
    expectError(await scan("gone.wasm"), 3, /gone\.wasm/);
    expectError(await scan("fake.wasm"), 3, /fake\.wasm|component/);
    expectError(await scan("empty.wasm"), 3, /empty\.wasm/);
    expectError(await cli(["scan", "--scanner", root, "a.py"], { cwd: root }), 3, /folder/);
  });

  it("is run as a guest, named in the output, and its findings are marked", async () => {
    const scanner = join(import.meta.dirname, "../../dist/scanner/scanner.wasm");
    const result = await cli(["scan", scanner, "--code", MALICIOUS]);
    const report = reportOf(result);
    expect(report.scanner).toEqual({
      name: "scanner",
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      external: true,
    });
    expect(report.findings).toContainEqual(expect.objectContaining({ line: 2, external: true }));
    expect(result.code).toBe(1);
  });
});

describe("A33: what a file says about itself", () => {
  const NAME = "::error file=x::\x1b]0;owned\x07\n::set-output name=a::b\u202e.py";
  const CODE = `${MALICIOUS.trimEnd()} # ::error::\x1b[2J ##vso[task.complete result=Succeeded] \u202e\u200b\n`;

  it.each(["text", "json"])("does nothing in %s", async (format) => {
    const root = tree({});
    writeFileSync(join(root, NAME), CODE);
    const { stdout, stderr } = await cli(["scan", "--format", format, "."], { cwd: root });
    expect(stdout).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u202e]|##vso\[/);
    expect(stdout.split("\n").filter((line) => line.trim().startsWith("::"))).toEqual([]);
    expect(stdout).toContain("owned");
    expect(stderr).toBe("");
    if (format === "json") expect(JSON.parse(stdout).findings[0].file).toBe(NAME);
  });

  it("does nothing in an error either", async () => {
    const { stderr } = await cli(["scan", NAME]);
    expect(stderr).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]|^\s*::/m);
  });
});

describe("a scan that is interrupted", () => {
  it("ends with 130 and prints nothing that could be taken for a result", async () => {
    const big = `${"x = [1, 2, 3]\n".repeat(100_000)}`;
    const root = tree(Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`${n}.py`, big])));
    const child = spawn(BIN, ["scan", "-", ".", "."], { cwd: root, env: { HOME: root, PATH: "/usr/bin:/bin" } });
    let stdout = "";
    child.stdout.on("data", (chunk) => {
      stdout += chunk;
    });
    // More than a pipe holds: once it is taken, the command is at work and the files come next. Until it is, a signal
    // ends the command by itself.
    await new Promise<void>((done) => child.stdin.end(big, done));
    await new Promise((done) => setTimeout(done, 200));
    child.kill("SIGINT");
    const [code] = await once(child, "close");
    expect([code, stdout]).toEqual([130, ""]);
  });
});
