import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

const SCANNER = join(import.meta.dirname, "..");

/** SHA-256 of everything that the component is built from, in hexadecimal: the same sources give the same bytes. */
export function hashSources(): string {
  const hash = createHash("sha256");
  for (const file of globSync("**/*.ts", { cwd: SCANNER }).sort()) {
    const content = readFileSync(join(SCANNER, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}
