import { SandboxError } from "../errors.ts";
import { quoted } from "./wasm/malformed.ts";

/** One file that the generator wrote. */
export interface GeneratedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Runs jco's bindings generator on a component.
 *
 * The generator (js-component-bindgen, Rust) is itself WebAssembly and is called here through its core exports: its
 * only imports are fourteen functions of WASI preview 1, and every one of them denies. So it computes files from
 * bytes and can do nothing else.
 *
 * @param compiled the generator's core module
 * @throws SandboxError `invalid-component` when the generator refuses the component
 */
export function generate(compiled: WebAssembly.Module, component: Uint8Array): readonly GeneratedFile[] {
  const { generator, complaint } = instantiate(compiled);
  const result = call(generator, component, complaint);
  const memory = new DataView(generator.memory.buffer);
  if (memory.getUint8(result) !== 0) throw refusal(text(memory, result + 4));
  return list(memory, result + 4, 16).map((at) => ({ name: text(memory, at), bytes: bytesAt(memory, at + 8) }));
}

interface Generator {
  readonly memory: WebAssembly.Memory;
  cabi_realloc(oldAt: number, oldSize: number, align: number, size: number): number;
  generate(argumentsAt: number): number;
}

/** A panic of the generator is a trap, after a last line on its stderr. */
function call(generator: Generator, component: Uint8Array, complaint: () => string): number {
  try {
    return generator.generate(writeArguments(generator, component));
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError) {
      throw refusal(`${error.message} ${complaint()}`);
    }
    throw error;
  }
}

function instantiate(compiled: WebAssembly.Module): { generator: Generator; complaint: () => string } {
  let memory: WebAssembly.Memory | undefined;
  let complaint = "";
  const view = () => new DataView(memory?.buffer ?? new ArrayBuffer(0));
  const onStderr = (text: string) => {
    complaint = (complaint + text).slice(0, MAX_COMPLAINT);
  };
  const instance = new WebAssembly.Instance(compiled, { wasi_snapshot_preview1: denyAll(view, onStderr) });
  const generator = instance.exports as unknown as Generator;
  memory = generator.memory;
  return { generator, complaint: () => complaint };
}

const MAX_COMPLAINT = 500;

/** No environment, no descriptors, no preopened folders; random bytes are zero, so the same bytes give the same files. */
function denyAll(view: () => DataView, onStderr: (text: string) => void): Record<string, WebAssembly.ImportValue> {
  const badDescriptor = () => ERRNO_BADF;
  return {
    environ_get: () => 0,
    environ_sizes_get: (countAt: number, sizeAt: number) => {
      view().setUint32(countAt, 0, true);
      view().setUint32(sizeAt, 0, true);
      return 0;
    },
    random_get: (at: number, length: number) => {
      new Uint8Array(view().buffer, at, length).fill(0);
      return 0;
    },
    proc_exit: (code: number) => {
      throw new SandboxError("internal", `The bindings generator exited with ${code}`);
    },
    fd_write: (_fd: number, vectorsAt: number, vectors: number, writtenAt: number) => {
      const pieces = Array.from({ length: vectors }, (_, index) => bytesAt(view(), vectorsAt + index * 8));
      onStderr(Buffer.concat(pieces).toString());
      view().setUint32(writtenAt, Buffer.concat(pieces).length, true);
      return 0;
    },
    fd_read: badDescriptor,
    fd_close: badDescriptor,
    fd_fdstat_get: badDescriptor,
    fd_filestat_get: badDescriptor,
    fd_prestat_get: badDescriptor,
    fd_prestat_dir_name: badDescriptor,
    fd_readdir: badDescriptor,
    path_filestat_get: badDescriptor,
    path_open: badDescriptor,
  };
}

const ERRNO_BADF = 8;

/** Lowers `generate(component, options)` as the canonical ABI has it: one record of 100 bytes. */
function writeArguments(generator: Generator, component: Uint8Array): number {
  const componentAt = write(generator, component);
  const name = new TextEncoder().encode(GENERATED_NAME);
  const nameAt = write(generator, name);
  const at = generator.cabi_realloc(0, 0, 4, ARGUMENT_BYTES);
  new Uint8Array(generator.memory.buffer, at, ARGUMENT_BYTES).fill(0);
  const memory = new DataView(generator.memory.buffer, at, ARGUMENT_BYTES);
  for (const [index, word] of [componentAt, component.length, nameAt, name.length].entries()) {
    memory.setUint32(index * 4, word, true);
  }
  for (const [offset, value] of Object.values(OPTIONS)) {
    memory.setUint8(offset, PRESENT);
    memory.setUint8(offset + 1, value);
  }
  return at;
}

/** The names of generated files start with it: `component.js`, `component.core.wasm`, `component.core2.wasm` … */
export const GENERATED_NAME = "component";
const ARGUMENT_BYTES = 100;
const PRESENT = 1;

/** Where each option that we give lies in the record, and its value; all others stay absent. */
const OPTIONS = {
  noTypescript: [16, 1],
  /** 1 is `sync`: one function, no import and no top-level await. */
  instantiation: [18, 1],
  noComponentErrorWrapping: [54, 1],
  /** V8 has several memories; without this the generator would rewrite modules, of which it sees only the shell. */
  multiMemory: [60, 1],
} as const;

function write(generator: Generator, bytes: Uint8Array): number {
  const at = generator.cabi_realloc(0, 0, 1, bytes.length);
  new Uint8Array(generator.memory.buffer, at, bytes.length).set(bytes);
  return at;
}

function list(memory: DataView, at: number, itemBytes: number): number[] {
  const first = memory.getUint32(at, true);
  return Array.from({ length: memory.getUint32(at + 4, true) }, (_, index) => first + index * itemBytes);
}

function text(memory: DataView, at: number): string {
  return new TextDecoder().decode(bytesAt(memory, at));
}

function bytesAt(memory: DataView, at: number): Uint8Array {
  return new Uint8Array(memory.buffer, memory.getUint32(at, true), memory.getUint32(at + 4, true)).slice();
}

function refusal(reason: string): SandboxError {
  return new SandboxError(
    "invalid-component",
    `The bindings generator refused the component: ${quoted(reason.trim(), MAX_COMPLAINT)}`,
  );
}
