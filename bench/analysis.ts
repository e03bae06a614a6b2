import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, relative } from "node:path";
import { findEngine } from "../src/isolation/engine.ts";
import { scan } from "../src/scan.ts";
import { loadBuiltIn } from "../src/scanner/built-in.ts";
import type { Scanner } from "../src/scanner/scanner.ts";
import { folderFigures } from "./detection/folder-figures.ts";
import { installedUnits } from "./detection/installed.ts";
import { measureDetection } from "./detection/measure-detection.ts";
import type { Figure } from "./figure.ts";
import { median, run, slowness, wall } from "./measure.ts";
import { standardLibrary } from "./standard-library.ts";

const root = join(import.meta.dirname, "..");

/** How fast whole skills are analysed, with reading and counting: by language, by skill, and against bandit. */
export async function analysis(): Promise<Figure[]> {
  return [
    ...(await withSources(async (folder) => [
      ...(await speed("CPython's library", [folder], 20)),
      ...againstBandit(folder),
    ])),
    ...(await speed("CPython's library as installed", units("python library"))),
    ...(await speed("npm packages", units("installed npm"), 10)),
    ...(await perSkill()),
  ];
}

function units(folder: string): string[] {
  return installedUnits(root)
    .filter((unit) => unit.folder === folder)
    .map(({ path }) => path);
}

/** The library's sources by themselves: bytecode and bundled wheels beside them are read too, and are no text. */
async function withSources(measure: (folder: string) => Promise<Figure[]>): Promise<Figure[]> {
  const library = standardLibrary();
  if (library === undefined) return [];
  const copy = mkdtempSync(join(tmpdir(), "wasm-sandbox-bench-"));
  try {
    for (const file of library.files) {
      const to = join(copy, relative(library.folder, file));
      mkdirSync(dirname(to), { recursive: true });
      copyFileSync(file, to);
    }
    return await measure(copy);
  } finally {
    rmSync(copy, { recursive: true });
  }
}

/**
 * By the text that the engine was given to analyse: what is taken out of archives and programs too that have no name of
 * source.
 *
 * @param floor in MB/s on one core of the machine that promises are made for
 */
async function speed(name: string, paths: readonly string[], floor?: number): Promise<Figure[]> {
  if (paths.length === 0) return [];
  const scanner = counting(loadBuiltIn(join(root, "dist/scanner")));
  const passes = [await cpuTime(scanner, paths), await cpuTime(scanner, paths), await cpuTime(scanner, paths)];
  const value = scanner.bytes() / passes.length / median(passes);
  const atLeast =
    floor === undefined ? {} : { atLeast: floor / slowness({ file: findEngine(root).path, args: ["-e", "0"] }) };
  return [{ name: `full analysis of ${name}`, value, unit: "MB/s CPU", ...atLeast }];
}

function counting(scanner: Scanner): Scanner & { bytes(): number } {
  let bytes = 0;
  return {
    ...scanner,
    bytes: () => bytes,
    scan: (files) => {
      bytes += files.reduce((sum, { content }) => sum + content.length, 0);
      return scanner.scan(files);
    },
  };
}

/** In microseconds. */
async function cpuTime(scanner: Scanner, paths: readonly string[]): Promise<number> {
  const before = process.cpuUsage();
  for (const path of paths) await scan({ targets: [{ kind: "path", path }], scanner });
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

async function perSkill(): Promise<Figure[]> {
  // The first pass warms up.
  await measureDetection({ folders: ["benign-skills"] });
  const results = await measureDetection({ folders: ["benign-skills"] });
  if (results.length === 0) return [];
  const atMost = 25 * slowness({ file: findEngine(root).path, args: ["-e", "0"] });
  const { p95Ms } = folderFigures("benign-skills", results);
  return [{ name: "scan of a published skill, 95th percentile", value: p95Ms, unit: "ms CPU", atMost }];
}

function againstBandit(library: string): Figure[] {
  const bandit = findBandit();
  if (bandit === undefined) {
    console.log("skipped: files per second against bandit (none in PATH; --bandit=FILE names one)");
    return [];
  }
  const folders = readdirSync(library).map((name) => join(library, name));
  const env = { HOME: tmpdir(), PATH: "/usr/bin:/bin" };
  const theirs = { file: bandit, args: ["--recursive", "--quiet", "--exit-zero", ...folders], env };
  const node = findEngine(root).path;
  const launcher = join(root, "bin/wasm-sandbox.js");
  const ours = { file: node, args: ["--no-warnings", launcher, "scan", "--fail-on=never", ...folders], env };
  run(ours);
  return [
    {
      name: "files per second, over bandit's, same tree",
      value: wall(theirs) / wall(ours),
      unit: "x wall",
      atLeast: 20,
    },
  ];
}

function findBandit(): string | undefined {
  const named = process.argv.find((word) => word.startsWith("--bandit="))?.slice("--bandit=".length);
  const places = (process.env["PATH"] ?? "").split(delimiter).map((folder) => join(folder, "bandit"));
  return (named === undefined ? places : [named]).find((file) => spawnSync(file, ["--version"]).status === 0);
}
