import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import type { Unit } from "./units.ts";

/**
 * What package managers installed on this machine, for false alarms: each npm package, each package or module of
 * Python's site folders and of its standard library is one benign unit. None where there is no such folder.
 */
export function installedUnits(root: string): Unit[] {
  const { library, sites } = pythonFolders();
  return [
    ...npmPackages(join(root, "node_modules")).map((path) => benign("installed npm", path)),
    ...sites.flatMap(pythonModules).map((path) => benign("installed python", path)),
    ...pythonModules(library).map((path) => benign("python library", path)),
  ];
}

function benign(folder: string, path: string): Unit {
  const isFile = path.endsWith(".py");
  const name = /node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(path)?.[1] ?? basename(path);
  return { folder, name, path, label: "benign", lines: [], notLines: [], isFile, technique: "installed" };
}

function npmPackages(modules: string): string[] {
  return folders(modules).flatMap((path) => (basename(path).startsWith("@") ? folders(path) : [path]));
}

/** Tests of the library attack it on purpose; `site-packages` is listed by itself. */
const NOT_A_MODULE = /^(?:site-packages|dist-packages|test|tests|idle_test|lib2to3|__pycache__)$|\.(?:dist|egg)-info$/;

function pythonModules(folder: string | undefined): string[] {
  if (folder === undefined || !existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries
    .filter((entry) => (entry.isDirectory() ? !NOT_A_MODULE.test(entry.name) : entry.name.endsWith(".py")))
    .map(({ name }) => join(folder, name));
}

function folders(parent: string): string[] {
  if (!existsSync(parent)) return [];
  const entries = readdirSync(parent, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
    .map(({ name }) => join(parent, name));
}

function pythonFolders(): { library: string | undefined; sites: string[] } {
  const script = "import json, os, site; print(json.dumps([os.path.dirname(os.__file__), site.getsitepackages()]))";
  const { status, stdout } = spawnSync("python3", ["-c", script], { encoding: "utf8" });
  if (status !== 0) return { library: undefined, sites: [] };
  const [library, sites] = JSON.parse(stdout);
  return { library, sites };
}
