import { Failure } from "./errno.ts";

/** As long as Linux takes them; no guest makes us decode more. */
const MAX_PATH_BYTES = 4096;

/** The guest's linear memory. Every pointer and length is the guest's word and checked here, at each use. */
export class GuestMemory {
  #memory: WebAssembly.Memory | undefined;
  #whole = new Uint8Array();

  /** The memory is known only when the module is instantiated, and its functions are needed before that. */
  attach(memory: WebAssembly.Memory): void {
    this.#memory = memory;
  }

  /** @throws Failure `fault` when not all of it lies within the memory */
  bytes(pointer: number, length: number): Uint8Array {
    const whole = this.#current();
    if (pointer + length > whole.length) throw new Failure("fault");
    return whole.subarray(pointer, pointer + length);
  }

  /** @throws Failure `fault` */
  view(pointer: number, length: number): DataView {
    const { buffer, byteOffset } = this.bytes(pointer, length);
    return new DataView(buffer, byteOffset, length);
  }

  /** @throws Failure `fault` */
  setU32(pointer: number, value: number): void {
    this.view(pointer, 4).setUint32(0, value, true);
  }

  /** @throws Failure `fault` */
  setU64(pointer: number, value: bigint): void {
    this.view(pointer, 8).setBigUint64(0, value, true);
  }

  /** @throws Failure `nametoolong`, `fault`, `ilseq` when it is not UTF-8, `inval` when it holds a NUL */
  path(pointer: number, length: number): string {
    if (length > MAX_PATH_BYTES) throw new Failure("nametoolong");
    const text = decoded(this.bytes(pointer, length));
    if (text.includes("\0")) throw new Failure("inval");
    return text;
  }

  /** Growing a memory gives it another buffer and detaches the one before. */
  #current(): Uint8Array {
    if (this.#memory === undefined) throw new Error("the module called WASI before its memory was known");
    if (this.#whole.buffer !== this.#memory.buffer) this.#whole = new Uint8Array(this.#memory.buffer);
    return this.#whole;
  }
}

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function decoded(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) throw new Failure("ilseq");
    throw error;
  }
}
