import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const PACKAGES = join(import.meta.dirname, "../../../node_modules");

/** Files of the installed packages with such a name, sorted, each content once. */
export function installedFiles(name: RegExp): string[] {
  const files = readdirSync(PACKAGES, { recursive: true, withFileTypes: true });
  const paths = files
    .filter((file) => file.isFile() && name.test(file.name) && !file.parentPath.includes("/."))
    .map((file) => join(file.parentPath, file.name));
  const byContent = new Map(
    paths.sort().map((path) => [createHash("sha1").update(readFileSync(path)).digest("hex"), path]),
  );
  return [...byContent.values()];
}
