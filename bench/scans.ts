import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findEngine } from "../src/isolation/engine.ts";
import { loadBuiltIn } from "../src/scanner/built-in.ts";
import type { Figure } from "./figure.ts";
import { type Command, interleaved, median, run } from "./measure.ts";
import { type Library, standardLibrary } from "./standard-library.ts";

const root = join(import.meta.dirname, "..");
const MIB = 2 ** 20;

/**
 * `scan` against bare node, and the scanner against CPython's own parser on the same files of the standard library. The
 * ceilings are those of the whole engine: ARCHITECTURE.md says what the first one kept to.
 */
export async function scans(): Promise<Figure[]> {
  const library = standardLibrary();
  return [...startUp(), ...(library === undefined ? [] : await throughput(library))];
}

function startUp(): Figure[] {
  const folder = mkdtempSync(join(tmpdir(), "wasm-sandbox-bench-"));
  const node = findEngine(root).path;
  const file = join(folder, "skill.py");
  writeFileSync(file, "import json\n\n\ndef run(text):\n    return json.loads(text)\n");
  const env = { HOME: folder, PATH: "/usr/bin:/bin" };
  const scan: Command = {
    file: node,
    args: ["--no-warnings", join(root, "bin/wasm-sandbox.js"), "scan", "--file", file],
    env,
  };
  const wall = interleaved({ bare: { file: node, args: ["-e", "0"], env }, scan }, 20);
  rmSync(folder, { recursive: true });
  return [
    { name: "scan --file of a small file, over bare node", value: wall.scan / wall.bare, unit: "x wall", atMost: 2.3 },
  ];
}

async function throughput({ folder, files }: Library): Promise<Figure[]> {
  const sources = files.map((path) => readFileSync(path));
  const rounds: { readonly ours: number; readonly peer: number }[] = [];
  for (let round = 0; round < 7; round++) rounds.push({ ours: await scanAll(sources), peer: parseAll(files) });
  const ours = median(rounds.map((round) => round.ours));
  const peer = median(rounds.map((round) => round.peer));
  return [
    {
      name: `full analysis over CPython's ast.parse, ${files.length} files`,
      value: peer / ours,
      unit: "x CPU",
      atLeast: 1.5,
    },
    {
      name: "scan of the standard library, peak resident",
      value: scanResident(folder) / MIB,
      unit: "MiB",
      atMost: 640,
    },
  ];
}

/** Processor time of one pass over all files by one instance, in milliseconds. */
async function scanAll(sources: readonly Buffer[]): Promise<number> {
  const scanner = loadBuiltIn(join(root, "dist/scanner"));
  await scanner.scan([{ path: "warm.py", content: Buffer.from("warm = 1\n") }]);
  const before = process.cpuUsage();
  for (const content of sources) await scanner.scan([{ path: "file.py", content }]);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function parseAll(files: readonly string[]): number {
  const script = `
import ast, json, sys, time, warnings
warnings.simplefilter("ignore")
sources = [open(path, "rb").read() for path in json.load(sys.stdin)]
start = time.process_time()
for source in sources:
    try: ast.parse(source)
    except (SyntaxError, ValueError): pass
print(1000 * (time.process_time() - start))`;
  const { stdout } = spawnSync("python3", ["-c", script], { input: JSON.stringify(files), encoding: "utf8" });
  return Number(stdout);
}

/** Largest resident size of the whole command in bytes, as the kernel counted it up to its exit. */
function scanResident(folder: string): number {
  const entries = readdirSync(folder).filter((name) => name !== "site-packages");
  const report = join(mkdtempSync(join(tmpdir(), "wasm-sandbox-bench-")), "report.cjs");
  const write = `require("node:fs").writeFileSync(${JSON.stringify(`${report}.rss`)}, String(process.resourceUsage().maxRSS))`;
  writeFileSync(report, `process.on("exit", () => ${write});`);
  const args = [
    "--no-warnings",
    "--require",
    report,
    join(root, "bin/wasm-sandbox.js"),
    "scan",
    "--fail-on=never",
    ...entries,
  ];
  run({ file: findEngine(root).path, args, cwd: folder, env: { HOME: tmpdir() } });
  return 1024 * Number(readFileSync(`${report}.rss`, "utf8"));
}
