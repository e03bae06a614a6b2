import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { scan } from "../../src/scan.ts";
import { loadBuiltIn } from "../../src/scanner/built-in.ts";
import type { ScanReport } from "../../src/scanner/report.ts";
import { pngFile } from "../skill/support/image-file.ts";
import { tarFile } from "../skill/support/tar-file.ts";
import { zipFile } from "../skill/support/zip-file.ts";
import { amount } from "../support/amount.ts";
import { cli, ROOT } from "../support/cli.ts";
import { temporaryFolder } from "../support/files.ts";

/** Beside what is made to stop the scanner: it must still be seen. */
const PLANT = "import os\nos.system(x)\n";
/** Processor time of a whole scan of one such skill, in milliseconds, on a machine that does other things too. */
const BOUND_MS = 4_000;

type Files = Readonly<Record<string, string | Uint8Array>>;

/** A skill of these files, scanned by the scanner that was built. */
async function scanned(files: Files, prepare: (root: string) => void = () => {}): Promise<ScanReport> {
  const root = temporaryFolder();
  for (const [path, content] of Object.entries({ "SKILL.md": "# A skill", "plant.py": PLANT, ...files })) {
    mkdirSync(join(root, path, ".."), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  prepare(root);
  const before = process.cpuUsage();
  const report = await scan({
    targets: [{ kind: "path", path: root }],
    scanner: loadBuiltIn(join(ROOT, "dist/scanner")),
  });
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(BOUND_MS);
  return report;
}

const rulesOf = ({ findings }: ScanReport) => findings.map(({ rule }) => rule);

function expectPlantSeen(report: ScanReport): void {
  expect(report.findings.some(({ file }) => file?.endsWith("plant.py") === true)).toBe(true);
}

const nested = (depth: number): Buffer =>
  zipFile([{ name: "a.zip", content: depth === 0 ? Buffer.alloc(2_000_000) : nested(depth - 1) }]);
const textBomb = Buffer.concat([Buffer.from("k\0\0"), deflateSync(Buffer.alloc(1_000_000, "x"))]);

describe("A28: what is made to stop the scanner is bounded, told, and hides nothing beside it", () => {
  test.each<[string, Files, string]>([
    ["a zip bomb", { "a.zip": zipFile([{ name: "a", content: Buffer.alloc(15_000_000) }]) }, "archive-limit-reached"],
    ["archives without end in archives", { "a.zip": nested(8) }, "archive-limit-reached"],
    [
      "ten thousand archives",
      { "a.tar": tarFile(Array.from({ length: 10_001 }, (_, n) => ({ name: `${n}.zip`, content: "PK\x05\x06" }))) },
      "archive-limit-reached",
    ],
    ["a damaged archive", { "a.zip": zipFile([{ name: "a", content: "1" }]).fill(1, 10, 60) }, "archive-not-unpacked"],
    ["UTF-16 with half a character", { "a.py": Buffer.from("\ufeffx = 1\ud800", "utf16le") }, "undecodable-text"],
    ["a script of no known encoding", { "a.py": "# coding: utf-7\nx = 1" }, "undecoded-encoding"],
  ])("%s", async (_, files, rule) => {
    const report = await scanned(files);
    expect(rulesOf(report)).toContain(rule);
    expectPlantSeen(report);
  });

  test.each<[string, Files]>([
    ["a line of a megabyte", { "a.js": `x=[${"1,".repeat(500_000)}]`, "a.sh": `echo ${"a ".repeat(500_000)}` }],
    ["100,000 brackets", { "a.py": "(".repeat(100_000), "a.js": "[".repeat(100_000), "a.sh": "$(".repeat(50_000) }],
    ["500,000 continuations", { "a.py": `x = 1 + ${"\\\n".repeat(500_000)}1`, "a.sh": "\\\n".repeat(500_000) }],
    ["NULs", { "a.py": Buffer.alloc(1_000_000), "SKILL.md": Buffer.alloc(100_000) }],
    ["Markdown of fences and brackets", { "a.md": "```\n".repeat(100_000), "b.md": "[(".repeat(200_000) }],
    ["an image with thousands of packed texts", { "a.png": pngFile(...Array(5_000).fill(["zTXt", textBomb])) }],
    ["a PDF of brackets", { "a.pdf": `%PDF-1.7\n${"(".repeat(500_000)}${"stream\n".repeat(50_000)}` }],
    ["a notebook of ten thousand cells", { "a.ipynb": notebook(10_000) }],
    ["a document of brackets", { "a.docx": documentOf("<".repeat(500_000)) }],
    [
      "thousands of files",
      Object.fromEntries(Array.from({ length: amount(3_000, 10_000) }, (_, n) => [`d/${n}.txt`, "x"])),
    ],
  ])("%s", async (_, files) => expectPlantSeen(await scanned(files)));

  test("loops of links, FIFOs and sparse files of a terabyte", async () => {
    const report = await scanned({ "d/a.py": "x = 1", "big.py": "x", "big.bin": "" }, (root) => {
      symlinkSync("..", join(root, "d/up"));
      symlinkSync("loop", join(root, "loop"));
      symlinkSync("/dev/zero", join(root, "zero.py"));
      execFileSync("mkfifo", [join(root, "pipe.py")]);
      truncateSync(join(root, "big.py"), 2 ** 40);
      truncateSync(join(root, "big.bin"), 2 ** 40);
    });
    expect(rulesOf(report)).toEqual(expect.arrayContaining(["file-too-large", "file-not-opened", "link-leads-out"]));
    expectPlantSeen(report);
  });

  test("none of it by the command line, which says what it did not read", async () => {
    const root = temporaryFolder();
    writeFileSync(join(root, "plant.py"), PLANT);
    writeFileSync(join(root, "a.zip"), zipFile([{ name: "a", content: Buffer.alloc(15_000_000) }]));
    const { stdout, code } = await cli(["scan", "--format=json", root], { timeout: 20_000 });
    expect(code).toBe(1);
    const [skill] = (JSON.parse(stdout) as ScanReport).skills;
    expect(skill?.files).toContainEqual(expect.objectContaining({ state: "skipped", language: "packed entry" }));
    expect(skill?.verdict).not.toBe("safe");
  });
});

function notebook(count: number): string {
  const cells = Array.from({ length: count }, (_, n) => ({
    cell_type: "code",
    source: `x${n} = x${n - 1}`,
    outputs: [],
  }));
  return JSON.stringify({ cells, metadata: {}, nbformat: 4 });
}

function documentOf(xml: string): Buffer {
  return zipFile([{ name: "[Content_Types].xml" }, { name: "word/document.xml", content: xml, stored: true }]);
}
