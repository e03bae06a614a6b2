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

export interface CountingScanner {
  /** Scans in one instance after the other scans; a trap is thrown, and the next scan gets a fresh instance. */
  scan(code: string | Uint8Array): Report;
  /** Steps of the engine for this code: tokens, nodes, bytes matched and folded. */
  steps(code: string | Uint8Array): number;
  /** The rules of the findings, in order of lines. */
  rules(code: string): string[];
  memoryBytes(): number;
  renew(): void;
}

interface Exports {
  readonly memory: WebAssembly.Memory;
  cabi_realloc(old: number, oldSize: number, align: number, size: number): number;
  scan_code(code: number, length: number): number;
  post_scan_code(result: number): void;
  resetSteps(): void;
  stepCount(): number;
}

/** The scanner under test, compiled with step counters. */
export async function loadCountingScanner(options: { takeBackMemory?: boolean } = {}): Promise<CountingScanner> {
  const module = new WebAssembly.Module(await countingScanner(options.takeBackMemory));
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
  return {
    scan,
    steps: (code) => {
      exports.resetSteps();
      scan(code);
      return exports.stepCount();
    },
    rules: (code) => scan(code).findings.map(({ rule }) => rule),
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
  const code = bytes.length === 0 ? 1 : exports.cabi_realloc(0, 0, 1, bytes.length);
  new Uint8Array(exports.memory.buffer, code, bytes.length).set(bytes);
  const result = exports.scan_code(code, bytes.length);
  const [address = 0, length = 0] = new Uint32Array(exports.memory.buffer, result, 2);
  const text = new TextDecoder("utf-8", { fatal: true }).decode(new Uint8Array(exports.memory.buffer, address, length));
  exports.post_scan_code(result);
  return text;
}
