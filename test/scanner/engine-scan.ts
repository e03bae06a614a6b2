import type { Example } from "../../components/skill-scanner/rule.ts";
import { countingScanner } from "./engine-build.ts";

/** One finding, with the keys of the component's JSON. */
export interface ReportedFinding {
  readonly rule: string;
  readonly category: string;
  readonly severity: string;
  readonly confidence: string;
  readonly line: number;
  readonly column: number;
  readonly context: string;
  readonly context_column: number;
  readonly description: string;
}

export interface Report {
  readonly findings: readonly ReportedFinding[];
  readonly safety_score: number;
  readonly summary: string;
  readonly total_findings: number;
  readonly findings_by_severity: Readonly<Record<string, number>>;
  readonly engine: { readonly rules: string };
}

/** A finding of `scan-skill`: its file is an index into `files`. */
export interface SkillFinding extends ReportedFinding {
  readonly file: number;
  readonly flow?: readonly { readonly file: number; readonly line: number; readonly what: string }[];
  readonly layers?: readonly string[];
}

export interface SkillReport {
  readonly findings: readonly SkillFinding[];
  readonly files: readonly { readonly language: string; readonly state: string; readonly reason?: string }[];
  readonly engine: { readonly rules: string };
}

export interface CountingScanner {
  /** Scans in one instance after the other scans; a trap is thrown, and the next scan gets a fresh instance. */
  scan(code: string | Uint8Array): Report;
  /** Steps of the engine for this example: tokens, nodes, bytes matched and folded. */
  steps(example: Example | Uint8Array): number;
  /** The rules of the findings, file by file in order of lines. */
  rules(example: Example): string[];
  /** Files by their paths, scanned as one skill. */
  scanSkill(files: Readonly<Record<string, string>>): SkillReport;
  memoryBytes(): number;
  renew(): void;
}

interface Exports {
  readonly memory: WebAssembly.Memory;
  cabi_realloc(old: number, oldSize: number, align: number, size: number): number;
  scan_code(code: number, length: number): number;
  post_scan_code(result: number): void;
  scan_skill(list: number, count: number): number;
  post_scan_skill(result: number): void;
  resetSteps(): void;
  stepCount(): number;
}

/** The scanner under test, compiled with step counters. */
export async function loadCountingScanner(options: { takeBackMemory?: boolean } = {}): Promise<CountingScanner> {
  const module = await countingScanner(options.takeBackMemory);
  let exports = instantiate(module);
  const scan = (code: string | Uint8Array): Report => {
    const bytes = typeof code === "string" ? new TextEncoder().encode(code) : code;
    try {
      return JSON.parse(call(exports, bytes)) as Report;
    } catch (error) {
      exports = instantiate(module);
      throw error;
    }
  };
  const scanSkill = (files: Readonly<Record<string, string>>): SkillReport => {
    try {
      return JSON.parse(callSkill(exports, files)) as SkillReport;
    } catch (error) {
      exports = instantiate(module);
      throw error;
    }
  };
  return {
    scan,
    steps: (example) => {
      exports.resetSteps();
      if (typeof example === "string" || example instanceof Uint8Array) scan(example);
      else scanSkill(example);
      return exports.stepCount();
    },
    rules: (example) =>
      (typeof example === "string" ? scan(example) : scanSkill(example)).findings.map(({ rule }) => rule),
    scanSkill,
    memoryBytes: () => exports.memory.buffer.byteLength,
    renew: () => {
      exports = instantiate(module);
    },
  };
}

function instantiate(module: WebAssembly.Module): Exports {
  return new WebAssembly.Instance(module).exports as unknown as Exports;
}

function call(exports: Exports, bytes: Uint8Array): string {
  const result = exports.scan_code(lower(exports, bytes), bytes.length);
  const text = lift(exports, result);
  exports.post_scan_code(result);
  return text;
}

function callSkill(exports: Exports, files: Readonly<Record<string, string>>): string {
  const strings = Object.entries(files).flat();
  const words = strings.flatMap((text) => {
    const bytes = new TextEncoder().encode(text);
    return [lower(exports, bytes), bytes.length];
  });
  const list = lower(exports, new Uint8Array(Uint32Array.from(words).buffer));
  const result = exports.scan_skill(list, strings.length / 2);
  const text = lift(exports, result);
  exports.post_scan_skill(result);
  return text;
}

function lower(exports: Exports, bytes: Uint8Array): number {
  if (bytes.length === 0) return 1;
  const address = exports.cabi_realloc(0, 0, 1, bytes.length);
  new Uint8Array(exports.memory.buffer, address, bytes.length).set(bytes);
  return address;
}

function lift(exports: Exports, result: number): string {
  const [address = 0, length = 0] = new Uint32Array(exports.memory.buffer, result, 2);
  return new TextDecoder("utf-8", { fatal: true }).decode(new Uint8Array(exports.memory.buffer, address, length));
}
