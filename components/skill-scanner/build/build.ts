import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rules } from "../rules/index.ts";
import { compileCore } from "./compile-core.ts";
import { compileRules } from "./compile-rules.ts";
import { COMPONENT_EXPORTS, wrapComponent } from "./component.ts";
import { hashRules } from "./rules-hash.ts";
import { rulesJson } from "./rules-json.ts";
import { hashSources } from "./sources-hash.ts";
import { optionsSource, type TableOptions, tablesSource } from "./tables.ts";

export interface BuiltScanner {
  /** A component that imports nothing. */
  readonly wasm: Uint8Array;
  /** SHA-256 of the rules that are inside, in hexadecimal; the component tells the same. */
  readonly rulesHash: string;
}

/**
 * Builds the scanner component, and writes into `outDir`: `scanner.wasm`; `scanner.json`, with its digest, that of the
 * rules and that of all sources; `rules.json`, with what there is to say about each rule. The same sources give the same bytes.
 *
 * @throws Error when a rule or the engine does not compile
 */
export async function buildScanner(outDir: string, tables = rulesTables()): Promise<BuiltScanner> {
  const rulesHash = hashRules();
  const core = await scannerCore("component.ts", tables);
  const wasm = await wrapComponent(core);
  mkdirSync(outDir, { recursive: true });
  writeFileSync(join(outDir, "scanner.wasm"), wasm);
  const manifest = { digest: sha256(wasm), rules: rulesHash, sources: hashSources() };
  writeFileSync(join(outDir, "scanner.json"), `${JSON.stringify(manifest)}\n`);
  writeFileSync(join(outDir, "rules.json"), rulesJson(rules, rulesHash));
  return { wasm, rulesHash };
}

/** What the rules are compiled into: see `tablesSource`. */
export function rulesTables(): string {
  return tablesSource(compileRules(rules), hashRules());
}

/** The scanner as a core module, with the exports of this entry of `assembly/`; the options are for tests. */
export async function scannerCore(
  entry: string,
  tables: string,
  options: Partial<TableOptions> = {},
): Promise<Uint8Array> {
  const { countSteps = false, takeBackMemory = true } = options;
  const rename = entry === "component.ts" ? COMPONENT_EXPORTS : {};
  const source = optionsSource({ countSteps, takeBackMemory }) + tables;
  return await compileCore({ entry, tables: source, rename, optimize: countSteps ? 1 : 3 });
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
