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

/** Skills that are scanned within one deadline: setting it takes longer than to scan most of them. */
const TOGETHER = 32;

/** The scanner by language: no text may trap it, hang it, fill its memory, or make it answer with what is no answer. */
export const scans: readonly Target[] = (Object.keys(TOKENS) as ScannedLanguage[]).map((language) =>
  defineTarget<readonly Skill[]>({
    name: `scan-${language}`,
    inputs: fc.array(
      fc.noBias(fc.nat(0x7fff_ffff)).map((seed) => mixture(language, seed)),
      { minLength: 1, maxLength: TOGETHER, size: "max" },
    ),
    executions: (skills) => skills.length,
    gateRuns: 25,
    check: checkScans,
  }),
);

type Skill = readonly NamedText[];

async function checkScans(skills: readonly Skill[]): Promise<void> {
  compiled ??= compile();
  current ??= instantiateScanner(await compiled);
  const instance = current;
  current = undefined; // after a trap it is not used again
  instance.restore();
  const outcome = callWithin(HANGS_MS, () => {
    for (const files of skills) checkScan(instance, files);
  });
  assert(outcome !== "timed-out", "a scan does not end");
  if (instance.memoryBytes() < RENEWED_MEMORY) current = instance;
}

function checkScan(instance: ScannerInstance, files: Skill): void {
  const before = process.cpuUsage().user;
  const answer = scan(instance, files);
  const ms = (process.cpuUsage().user - before) / 1000;
  assert(ms < SLOW_MS, `the scan takes ${ms} ms`);
  const memory = instance.memoryBytes();
  assert(memory < MOST_MEMORY, `the scan takes ${memory} bytes`);
  checkAnswer(answer, files);
}

let compiled: Promise<WebAssembly.Module> | undefined;
let current: ScannerInstance | undefined;

async function compile(): Promise<WebAssembly.Module> {
  const core = onlyCoreModule(readFileSync(join(await builtScanner(), "scanner.wasm")));
  assert(core !== undefined);
  return new WebAssembly.Module(core);
}

function scan(instance: ScannerInstance, files: Skill): string {
  return instance.scanSkill(files.map(({ path, text }) => ({ path, content: Buffer.from(text) })));
}

interface Answer {
  readonly files: readonly unknown[];
  readonly findings: readonly { readonly file: number; readonly line: number; readonly column: number }[];
}

/** A place that no reader of the report finds would be as good as none. */
function checkAnswer(json: string, files: Skill): void {
  const answer = JSON.parse(json) as Answer;
  assert.equal(answer.files.length, files.length);
  for (const { file, line, column } of answer.findings) {
    const lines = files[file]?.text.split(/\r\n|\r|\n/).length ?? 0;
    assert(line >= 1 && line <= lines && column >= 1, `a place outside: file ${file}, line ${line}, column ${column}`);
  }
}
