import type { SourceFile } from "./scanner.ts";

/** One instance of the built-in scanner's core module, called by the canonical ABI. */
export interface ScannerInstance {
  /** `scan-skill`, with contents in UTF-8. Throws what the engine throws: a trap, a stack overflow, memory that cannot grow. */
  scanSkill(files: readonly SourceFile[]): string;
  /** Puts the memory back to what it was before the first call, so that no table can have been changed by what was scanned. */
  restore(): void;
  memoryBytes(): number;
}

interface Abi {
  readonly memory: WebAssembly.Memory;
  readonly realloc: (old: number, oldSize: number, align: number, size: number) => number;
  readonly scanSkill: (list: number, count: number) => number;
  readonly postReturn: (result: number) => void;
}

/**
 * Instantiates the module with no imports at all: a module that has any does not link.
 *
 * The generated glue does the same for any signature, and costs 3 ms of start-up; this is its one line for
 * `scan-skill: func(files: list<source-file>) -> string`.
 * https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md
 */
export function instantiateScanner(module: WebAssembly.Module): ScannerInstance {
  const abi = readAbi(new WebAssembly.Instance(module).exports);
  let untouched: Uint8Array | undefined;
  return {
    scanSkill: (files) => scanSkill(abi, files),
    restore: () => {
      untouched ??= initialMemory(module); // many a scan is over after the first skill
      new Uint8Array(abi.memory.buffer).set(untouched);
    },
    memoryBytes: () => abi.memory.buffer.byteLength,
  };
}

function initialMemory(module: WebAssembly.Module): Uint8Array {
  return new Uint8Array(readAbi(new WebAssembly.Instance(module).exports).memory.buffer);
}

const SCAN_SKILL = "sandbox:skill/skill-scanner#scan-skill";

function readAbi(exports: WebAssembly.Exports): Abi {
  return {
    memory: exports["memory"] as WebAssembly.Memory,
    realloc: exports["cabi_realloc"] as Abi["realloc"],
    scanSkill: exports[SCAN_SKILL] as Abi["scanSkill"],
    postReturn: exports[`cabi_post_${SCAN_SKILL}`] as Abi["postReturn"],
  };
}

function scanSkill(abi: Abi, files: readonly SourceFile[]): string {
  const result = abi.scanSkill(lowerFiles(abi, files), files.length);
  const text = lift(abi.memory, result);
  abi.postReturn(result);
  return text;
}

/** An element is two strings, path and content, each an address and a length of four bytes. */
const ELEMENT_BYTES = 16;
const ELEMENT_ALIGNMENT = 4;

function lowerFiles(abi: Abi, files: readonly SourceFile[]): number {
  if (files.length === 0) return ELEMENT_ALIGNMENT;
  const list = abi.realloc(0, 0, ELEMENT_ALIGNMENT, files.length * ELEMENT_BYTES) >>> 0;
  for (const [index, { path, content }] of files.entries()) {
    const name = Buffer.from(path, "utf8");
    const words = [lower(abi, name), name.length, lower(abi, content), content.length];
    // Not kept from one file to the next: when the memory grows, its buffer is another.
    new Uint32Array(abi.memory.buffer, list + index * ELEMENT_BYTES, words.length).set(words);
  }
  return list;
}

/** Where nothing is passed, any aligned pointer but 0 will do: an allocator may take 0 for a failure. */
function lower(abi: Abi, bytes: Uint8Array): number {
  if (bytes.length === 0) return 1;
  const pointer = abi.realloc(0, 0, 1, bytes.length) >>> 0;
  new Uint8Array(abi.memory.buffer, pointer, bytes.length).set(bytes);
  return pointer;
}

function lift(memory: WebAssembly.Memory, result: number): string {
  const view = new DataView(memory.buffer);
  const pointer = view.getUint32(result, true);
  return Buffer.from(memory.buffer, pointer, view.getUint32(result + 4, true)).toString("utf8");
}
