import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const SCANNER = join(import.meta.dirname, "..");

/** SHA-256 of the rules' sources, in hexadecimal: the files of `rules/` and `vocabulary/` and the language they are written in. */
export function hashRules(): string {
  const hash = createHash("sha256");
  for (const file of [
    "match.ts",
    "match-conditions.ts",
    "match-prose.ts",
    "rule.ts",
    ...filesIn("rules"),
    ...filesIn("vocabulary"),
  ]) {
    const content = readFileSync(join(SCANNER, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

function filesIn(folder: string): string[] {
  return readdirSync(join(SCANNER, folder))
    .sort()
    .map((file) => `${folder}/${file}`);
}
