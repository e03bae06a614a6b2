import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const FOLDER = join(import.meta.dirname, "corpus");

/** Every input that was worth keeping for a target: seeds, and whatever once broke a promise. */
export function corpusOf(target: string): unknown[] {
  const folder = join(FOLDER, target);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")));
}

/** Keeps an input under the digest of its text, and gives the path. */
export function keep(target: string, input: unknown): string {
  const json = `${JSON.stringify(input)}\n`;
  const name = `${createHash("sha256").update(json).digest("hex").slice(0, 16)}.txt`;
  mkdirSync(join(FOLDER, target), { recursive: true });
  writeFileSync(join(FOLDER, target, name), json);
  return join("fuzz/corpus", target, name);
}
