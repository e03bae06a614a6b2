import { spawnSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { findEngine } from "../src/isolation/engine.ts";
import { loadBuiltIn } from "../src/scanner/built-in.ts";
import type { Scanner } from "../src/scanner/scanner.ts";
import { folderFigures } from "./detection/folder-figures.ts";
import { installedUnits } from "./detection/installed.ts";
import { measureDetection } from "./detection/measure-detection.ts";
import { scanUnit } from "./detection/scan-unit.ts";
import type { Unit } from "./detection/units.ts";
import type { Figure } from "./figure.ts";
import { median, run, slowness, wall } from "./measure.ts";
import { standardLibrary } from "./standard-library.ts";

const root = join(import.meta.dirname, "..");

/** How fast whole skills are analysed, with reading and counting: by language, by skill, and against bandit. */
export async function analysis(): Promise<Figure[]> {
  const library = standardLibrary();
  return [
    ...(await speed("CPython's library", "python library", /\.pyw?$/, 20)),
    ...(await speed("npm packages", "installed npm", /\.(?:[cm]?[jt]s|[jt]sx)$/, 10)),
    ...(await perSkill()),
    ...(library === undefined ? [] : againstBandit(library.folder)),
  ];
}

/**
 * @param sources what counts as the text that was analysed
 * @param floor in MB/s on one core of the machine that promises are made for
 */
async function speed(name: string, folder: string, sources: RegExp, floor: number): Promise<Figure[]> {
  const units = installedUnits(root).filter((unit) => unit.folder === folder && bytesOf(unit, sources) > 0);
  if (units.length === 0) return [];
  const scanner = loadBuiltIn(join(root, "dist/scanner"));
  const passes = [await cpuTime(scanner, units), await cpuTime(scanner, units), await cpuTime(scanner, units)];
  const bytes = units.reduce((sum, unit) => sum + bytesOf(unit, sources), 0);
  const atLeast = floor / slowness({ file: findEngine(root).path, args: ["-e", "0"] });
  return [{ name: `full analysis of ${name}`, value: bytes / median(passes), unit: "MB/s CPU", atLeast }];
}

/** In microseconds. */
async function cpuTime(scanner: Scanner, units: readonly Unit[]): Promise<number> {
  const before = process.cpuUsage();
  for (const unit of units) await scanUnit(scanner, unit);
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

function bytesOf({ path, isFile }: Unit, sources: RegExp): number {
  if (isFile) return statSync(path).size;
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && sources.test(entry.name))
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
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

/** Packages of the library that bandit reads in some seconds. */
const PACKAGES = ["asyncio", "email", "http", "importlib", "json", "multiprocessing", "unittest", "xml"];

function againstBandit(library: string): Figure[] {
  const bandit = findBandit();
  if (bandit === undefined) {
    console.log("skipped: files per second against bandit (none in PATH; --bandit=FILE names one)");
    return [];
  }
  const folders = PACKAGES.map((name) => join(library, name));
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
