/** One system call: its number on x86-64 and its arguments; a text becomes the address of its bytes, with a zero. */
export type Call = readonly [number: number, ...args: readonly (number | string)[]];

const BASE = 0x400000;
const HEADERS = 64 + 56;
const REGISTERS = [
  [0x48, 0xbf], // rdi
  [0x48, 0xbe], // rsi
  [0x48, 0xba], // rdx
  [0x49, 0xba], // r10
  [0x49, 0xb8], // r8
  [0x49, 0xb9], // r9
] as const;

/** Machine code of two bytes by which a call is made: as 64-bit programs do, or as 32-bit programs do, by other numbers. */
const SYSCALL = [0x0f, 0x05] as const;
export const INT_80 = [0xcd, 0x80] as const;

/**
 * A program for Linux on x86-64, without a compiler: it makes the calls in order, writes what each gave to stdout as
 * signed 64-bit integers, and ends. It stands for native code in the place of the engine.
 */
export function syscallProgram(calls: readonly Call[], way: readonly [number, number] = SYSCALL): Buffer {
  const texts = new Map<string, number>();
  const codeSize = calls.length * CALL_SIZE + 2 * CALL_SIZE;
  const results = BASE + HEADERS + codeSize;
  let free = results + calls.length * 8;
  const addressOf = (text: string) => {
    const known = texts.get(text);
    if (known !== undefined) return known;
    texts.set(text, free);
    free += Buffer.byteLength(text) + 1;
    return free - Buffer.byteLength(text) - 1;
  };
  const code = calls.map((call, index) => callCode(call, results + index * 8, addressOf, way));
  code.push(callCode([1, 1, results, calls.length * 8], results, addressOf), callCode([60, 0], results, addressOf));
  const data = [...texts.keys()].map((text) => Buffer.from(`${text}\0`));
  const body = Buffer.concat([...code, Buffer.alloc(calls.length * 8), ...data]);
  return Buffer.concat([headers(HEADERS + body.length), body]);
}

/** Six registers and the number by 10 bytes each, the call by 2, its result by 10. */
const CALL_SIZE = 7 * 10 + 2 + 10;

function callCode(
  [number, ...args]: Call,
  result: number,
  addressOf: (text: string) => number,
  way: readonly [number, number] = SYSCALL,
): Buffer {
  const load = (opcode: readonly number[], value: number) => {
    const bytes = Buffer.alloc(10);
    bytes.set(opcode);
    bytes.writeBigInt64LE(BigInt(value), 2);
    return bytes;
  };
  const values = args.map((argument) => (typeof argument === "string" ? addressOf(argument) : argument));
  const registers = REGISTERS.map((opcode, index) => load(opcode, values[index] ?? 0));
  // mov rax, number; the call; mov [result], rax
  return Buffer.concat([load([0x48, 0xb8], number), ...registers, Buffer.of(...way), load([0x48, 0xa3], result)]);
}

/** ELF header and one segment that may be read, written and executed. */
function headers(size: number): Buffer {
  const bytes = Buffer.alloc(HEADERS);
  bytes.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]);
  bytes.writeUInt16LE(2, 16); // ET_EXEC
  bytes.writeUInt16LE(62, 18); // EM_X86_64
  bytes.writeUInt32LE(1, 20);
  bytes.writeBigUInt64LE(BigInt(BASE + HEADERS), 24); // entry
  bytes.writeBigUInt64LE(64n, 32); // program headers
  bytes.writeUInt16LE(64, 52);
  bytes.writeUInt16LE(56, 54);
  bytes.writeUInt16LE(1, 56);
  bytes.writeUInt32LE(1, 64); // PT_LOAD
  bytes.writeUInt32LE(7, 68);
  for (const at of [80, 88]) bytes.writeBigUInt64LE(BigInt(BASE), at);
  for (const at of [96, 104]) bytes.writeBigUInt64LE(BigInt(size), at);
  bytes.writeBigUInt64LE(0x1000n, 112);
  return bytes;
}
