import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { MIB } from "../../src/policy/limits.ts";
import { instantiateScanner, type ScannerInstance } from "../../src/scanner/core-module.ts";
import { callWithin } from "../../src/scanner/deadline.ts";
import { onlyCoreModule } from "../../src/scanner/only-core-module.ts";
import { builtScanner } from "../../test/scanner/engine-build.ts";
import type { NamedText } from "../../test/scanner/rule-examples.ts";
import { defineTarget, type Target } from "../target.ts";
import { mixture } from "./scan-mixtures.ts";
import { type ScannedLanguage, TOKENS } from "./scan-tokens.ts";

const HANGS_MS = 10_000;
/** Of processor time; inputs are of some kilobytes and take about one. */
const SLOW_MS = 1_000;
/** Memory that one scan of so small a skill may take. */
const MOST_MEMORY = 64 * MIB;
/** What an instance keeps is its largest scan's; a fresh one shows what the next takes. */
const RENEWED_MEMORY = 8 * MIB;

/** The scanner by language: no text may trap it, hang it, fill its memory, or make it answer with what is no answer. */
export const scans: readonly Target[] = (Object.keys(TOKENS) as ScannedLanguage[]).map((language) =>
  defineTarget<readonly NamedText[]>({
    name: `scan-${language}`,
    inputs: fc.nat(0x7fff_ffff).map((seed) => mixture(language, seed)),
    gateRuns: 100,
    check: checkScan,
  }),
);

async function checkScan(files: readonly NamedText[]): Promise<void> {
  compiled ??= compile();
  current ??= instantiateScanner(await compiled);
  const instance = current;
  current = undefined; // after a trap it is not used again
  const before = process.cpuUsage().user;
  const outcome = callWithin(HANGS_MS, () => scan(instance, files));
  assert(outcome !== "timed-out", "the scan does not end");
  const ms = (process.cpuUsage().user - before) / 1000;
  assert(ms < SLOW_MS, `the scan takes ${ms} ms`);
  const memory = instance.memoryBytes();
  assert(memory < MOST_MEMORY, `the scan takes ${memory} bytes`);
  checkAnswer(outcome.done, files);
  if (memory < RENEWED_MEMORY) current = instance;
}

let compiled: Promise<WebAssembly.Module> | undefined;
let current: ScannerInstance | undefined;

async function compile(): Promise<WebAssembly.Module> {
  const core = onlyCoreModule(readFileSync(join(await builtScanner(), "scanner.wasm")));
  assert(core !== undefined);
  return new WebAssembly.Module(core);
}

function scan(instance: ScannerInstance, files: readonly NamedText[]): string {
  return instance.scanSkill(files.map(({ path, text }) => ({ path, content: Buffer.from(text) })));
}

interface Answer {
  readonly files: readonly unknown[];
  readonly findings: readonly { readonly file: number; readonly line: number; readonly column: number }[];
}

/** A place that no reader of the report finds would be as good as none. */
function checkAnswer(json: string, files: readonly NamedText[]): void {
  const answer = JSON.parse(json) as Answer;
  assert.equal(answer.files.length, files.length);
  for (const { file, line, column } of answer.findings) {
    const lines = files[file]?.text.split(/\r\n|\r|\n/).length ?? 0;
    assert(line >= 1 && line <= lines && column >= 1, `a place outside: file ${file}, line ${line}, column ${column}`);
  }
}
