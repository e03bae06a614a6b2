import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { hashSources } from "../components/skill-scanner/build/sources-hash.ts";

/**
 * The tables of the scanner that was built last, for whoever compiles another module of the same sources: what tests
 * look at. Making them takes a third of that.
 */
const FILE = join(import.meta.dirname, "../node_modules/.cache/wasm-sandbox/scanner-tables.ts");

export function keepTables(tables: string): void {
  mkdirSync(dirname(FILE), { recursive: true });
  const draft = `${FILE}.${process.pid}`;
  writeFileSync(draft, head() + tables);
  renameSync(draft, FILE);
}

/** Undefined when the sources have changed since. */
export function keptTables(): string | undefined {
  const kept = existsSync(FILE) ? readFileSync(FILE, "utf8") : "";
  return kept.startsWith(head()) ? kept.slice(head().length) : undefined;
}

const head = () => `// ${hashSources()}\n`;
