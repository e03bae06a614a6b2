import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "@bytecodealliance/jco";
import { describe, expect, test } from "vitest";
import { scan } from "../../src/scan.ts";
import { externalScanner } from "../../src/scanner/external.ts";
import { tarFile } from "../skill/support/tar-file.ts";
import { zipFile } from "../skill/support/zip-file.ts";
import { cli } from "../support/cli.ts";
import { temporaryFolder } from "../support/files.ts";

const UGLY = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b]|##vso\[/;
const NAME =
  "::error::x\n::set-output name=a::b\x1b]0;owned\x07\u202e]]><script>alert(1)</script>|`x`##vso[task.complete]";
const FORMATS = ["text", "json", "sarif", "html", "markdown", "junit", "github"];

describe("A33: names within archives, links and folders stay inert in every format", () => {
  test.each(FORMATS)("%s", async (format) => {
    const root = temporaryFolder();
    const skill = join(root, NAME.replaceAll("/", "_"));
    mkdirSync(skill);
    writeFileSync(join(skill, "SKILL.md"), "# A skill");
    writeFileSync(join(skill, "a.zip"), zipFile([{ name: `../${NAME}`, content: "import os\nos.system(x)" }]));
    writeFileSync(join(skill, "a.tar"), tarFile([{ name: "l", type: "2", target: NAME.slice(0, 90) }]));
    const { stdout, stderr } = await cli(["scan", "--format", format, "."], { cwd: root });
    expect(stdout).not.toMatch(UGLY);
    expect(stdout).not.toMatch(/^\s*::(?!error (?:file|title)=|warning |notice |error::wasm-sandbox)/m);
    if (format === "html" || format === "junit") expect(stdout).not.toMatch(/<script>alert/);
    expect(stdout).toContain("owned");
    expect(stderr).toBe("");
  });
});

describe("A33: a scanner of others that lies", () => {
  const seen = { rule: "r", category: "c", severity: "high", line: 1, context: "", description: "d" };

  test.each([
    [
      "about its totals",
      {
        findings: [seen],
        files: [{ language: "python", state: "analysed" }],
        safety_score: 1,
        total_findings: 0,
        verdict: "safe",
      },
    ],
    [
      "about whose findings they are",
      {
        findings: [{ ...seen, external: false, fingerprint: "0" }],
        files: [{ language: "python", state: "analysed" }],
      },
    ],
  ])("%s is counted again, and marked", async (_, answer) => {
    const report = await scanBy(JSON.stringify(answer));
    expect(report).toMatchObject({ verdict: "review", total_findings: 1, scanner: { external: true } });
    expect(report.findings).toMatchObject([{ external: true, fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/) }]);
  });

  test.each([
    [
      "of a file that it was not given",
      { findings: [{ ...seen, file: 1 }], files: [{ language: "python", state: "analysed" }] },
    ],
    [
      "with commands for names",
      { findings: [{ ...seen, rule: "::error::" }], files: [{ language: "python", state: "analysed" }] },
    ],
    ["of no file at all", { findings: [] }],
    ["of files without a state", { findings: [], files: [{}] }],
  ])("%s is a scanner that failed", async (_, answer) => {
    const report = await scanBy(JSON.stringify(answer));
    expect(report.findings.map(({ rule }) => rule)).toEqual(["scanner-failed"]);
    expect(report).toMatchObject({ verdict: "review", coverage: { analysed: 0 } });
  });

  test("by saying that it skipped everything is no clean bill", async () => {
    const report = await scanBy(JSON.stringify({ findings: [], files: [{ language: "python", state: "skipped" }] }));
    expect(report.skills).toMatchObject([{ verdict: "safe", confidence: "low", files: [{ state: "skipped" }] }]);
    expect(report.findings).toMatchObject([{ rule: "file-kind-not-analysed" }]);
  });
});

describe("A33: a scanner of others that reads files", () => {
  test("is granted none, and its word is all that it gives", async () => {
    const folder = temporaryFolder();
    const [secret, scanner] = [join(folder, "secret"), join(folder, "scanner.wasm")];
    writeFileSync(secret, JSON.stringify({ findings: [] }));
    const answer = {
      findings: [{ rule: "denied", category: "c", severity: "high", line: 1, context: "", description: "d" }],
    };
    writeFileSync(scanner, await readingScanner(secret, JSON.stringify(answer)));
    const { stdout, code } = await cli(["scan", "--format=json", "--scanner", scanner, "--code", "x = 1"]);
    const { findings, scanner: by } = JSON.parse(stdout);
    expect([code, findings.map(({ rule }: { rule: string }) => rule), by.external]).toEqual([1, ["denied"], true]);
  });
});

/** Answers with the contents of a file, and with these words when it is not given them. */
function readingScanner(path: string, otherwise: string): Promise<Uint8Array> {
  const [at, length] = [1024, Buffer.byteLength(otherwise)];
  const text = (value: string) => `"${value.replace(/["\\]/g, "\\$&")}"`;
  return parse(`(component
    (import "sandbox:skill/filesystem-read" (instance $read
      (export "read-file" (func (param "path" string) (result (result string (error string)))))))
    (core module $libc (memory (export "memory") 2) (global $top (mut i32) (i32.const 8192))
      (func (export "realloc") (param i32 i32 i32 i32) (result i32)
        (global.get $top) (global.set $top (i32.add (global.get $top) (i32.and (i32.add (local.get 3) (i32.const 7)) (i32.const -8))))))
    (core instance $libc (instantiate $libc))
    (core func $read (canon lower (func $read "read-file") (memory (core memory $libc "memory")) (realloc (core func $libc "realloc"))))
    (core module $main (import "libc" "memory" (memory 0)) (import "host" "read" (func $read (param i32 i32 i32)))
      (data (i32.const 512) ${text(path)}) (data (i32.const ${at}) ${text(otherwise)})
      (func (export "scan") (param i32 i32) (result i32)
        (call $read (i32.const 512) (i32.const ${path.length}) (i32.const 16))
        (if (i32.load8_u (i32.const 16)) (then
          (i32.store (i32.const 20) (i32.const ${at})) (i32.store (i32.const 24) (i32.const ${length}))))
        (i32.const 20)))
    (core instance $main (instantiate $main (with "libc" (instance $libc)) (with "host" (instance (export "read" (func $read))))))
    (func $scan (param "code" string) (result string)
      (canon lift (core func $main "scan") (memory (core memory $libc "memory")) (realloc (core func $libc "realloc"))))
    (instance $scanner (export "scan-code" (func $scan))) (export "sandbox:skill/scanner" (instance $scanner)))`);
}

function scanBy(answer: string) {
  const run = { code: async () => answer, skill: async () => answer };
  const scanner = externalScanner({ name: "other", digest: "0".repeat(64) }, run);
  return scan({ targets: [{ kind: "code", text: "x = 1" }], scanner });
}
