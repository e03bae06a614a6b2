import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";

export interface Library {
  readonly folder: string;
  readonly files: readonly string[];
}

/** The sources of the standard library of the `python3` that is found, without its tests; undefined when there is none. */
export function standardLibrary(): Library | undefined {
  const asked = spawnSync("python3", ["-c", "import os; print(os.path.dirname(os.__file__))"], { encoding: "utf8" });
  const folder = asked.stdout?.trim();
  if (asked.status !== 0 || folder === undefined) {
    console.log("skipped: throughput over the standard library (no python3 here)");
    return undefined;
  }
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".py"))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/\/(site-packages|test|tests|idle_test|lib2to3)\//.test(path));
  return { folder, files };
}
