/** One instance of a scanner's core module, called by the canonical ABI of `scan-code: func(code: string) -> string`. */
export interface ScannerInstance {
  /** `source` is UTF-8. Throws what the engine throws: a trap, a stack overflow, memory that cannot grow. */
  scanCode(source: Uint8Array): string;
  memoryBytes(): number;
}

interface Abi {
  readonly memory: WebAssembly.Memory;
  readonly realloc: (old: number, oldSize: number, align: number, size: number) => number;
  readonly scanCode: (pointer: number, length: number) => number;
  readonly postReturn: (result: number) => void;
}

/**
 * Instantiates the module with no imports at all: a module that has any does not link.
 *
 * The generated glue does the same for any signature, and costs 3 ms of start-up; this is its one line for strings.
 * https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md
 */
export function instantiateScanner(module: WebAssembly.Module): ScannerInstance {
  const abi = readAbi(new WebAssembly.Instance(module).exports);
  return {
    scanCode: (source) => scanCode(abi, source),
    memoryBytes: () => abi.memory.buffer.byteLength,
  };
}

function readAbi(exports: WebAssembly.Exports): Abi {
  return {
    memory: exports["memory"] as WebAssembly.Memory,
    realloc: exports["cabi_realloc"] as Abi["realloc"],
    scanCode: exports["sandbox:skill/scanner#scan-code"] as Abi["scanCode"],
    postReturn: exports["cabi_post_sandbox:skill/scanner#scan-code"] as Abi["postReturn"],
  };
}

function scanCode(abi: Abi, source: Uint8Array): string {
  const result = abi.scanCode(lower(abi, source), source.length);
  const text = lift(abi.memory, result);
  abi.postReturn(result);
  return text;
}

/** Where nothing is passed, any aligned pointer but 0 will do: an allocator may take 0 for a failure. */
function lower(abi: Abi, source: Uint8Array): number {
  if (source.length === 0) return 1;
  const pointer = abi.realloc(0, 0, 1, source.length) >>> 0;
  new Uint8Array(abi.memory.buffer, pointer, source.length).set(source);
  return pointer;
}

function lift(memory: WebAssembly.Memory, result: number): string {
  const view = new DataView(memory.buffer);
  const pointer = view.getUint32(result, true);
  return Buffer.from(memory.buffer, pointer, view.getUint32(result + 4, true)).toString("utf8");
}
