/** Instructions that something here asks for by name. */
export const OP = {
  unreachable: 0x00,
  block: 0x02,
  loop: 0x03,
  if: 0x04,
  else: 0x05,
  try: 0x06,
  catch: 0x07,
  throw: 0x08,
  rethrow: 0x09,
  throwRef: 0x0a,
  end: 0x0b,
  br: 0x0c,
  brIf: 0x0d,
  brTable: 0x0e,
  return: 0x0f,
  call: 0x10,
  callIndirect: 0x11,
  returnCall: 0x12,
  returnCallIndirect: 0x13,
  callRef: 0x14,
  returnCallRef: 0x15,
  delegate: 0x18,
  catchAll: 0x19,
  tryTable: 0x1f,
  globalGet: 0x23,
  globalSet: 0x24,
  tableGet: 0x25,
  tableSet: 0x26,
  memorySize: 0x3f,
  memoryGrow: 0x40,
  refFunc: 0xd2,
  brOnNull: 0xd5,
  brOnNonNull: 0xd6,
  tableInit: 0xfc_000c,
  tableCopy: 0xfc_000e,
  tableGrow: 0xfc_000f,
  tableSize: 0xfc_0010,
  tableFill: 0xfc_0011,
  brOnCast: 0xfb_0018,
  brOnCastFail: 0xfb_0019,
} as const;

export function opensBlock(op: number): boolean {
  return (op >= OP.block && op <= OP.if) || op === OP.try || op === OP.tryTable;
}

export const BR_TABLE = OP.brTable;
export const SELECT_TYPED = 0x1c;
export const TRY_TABLE = OP.tryTable;
export const F32_CONST = 0x43;
export const BR_ON_CAST = 24;
export const BR_ON_CAST_FAIL = 25;

/** Numbers after each instruction of the prefix 0xfb, in the order of their codes. */
export const COLLECTED = [1, 1, 2, 2, 2, 2, 1, 1, 2, 2, 2, 1, 1, 1, 1, 0, 1, 2, 2, 2, 1, 1, 1, 1, 3, 3, 0, 0, 0, 0, 0];

export const NONE = 1;
export const INDEX = 2;
export const TWO = 3;
export const BLOCK = 4;
export const MEMORY = 5;
export const FLOAT = 6;
export const PREFIX = 7;
const RARE = 8;
const PLAIN: ReadonlySet<number> = new Set([NONE, INDEX, BLOCK, MEMORY, FLOAT]);

/** Opcodes with plain immediates that a reader of instructions has no use for, as a table for `Instructions`. */
export function passingOver(ranges: readonly (readonly [number, number?])[]): Uint8Array {
  const table = new Uint8Array(256);
  for (const [first, last = first] of ranges) table.set(IMMEDIATES.subarray(first, last + 1), first);
  return table.map((kind) => (PLAIN.has(kind) ? kind : 0));
}

/**
 * What follows each opcode of one byte; 0: nothing that we know.
 * Source: https://webassembly.github.io/spec/core/appendix/index-instructions.html, and for 0x06 to 0x09, 0x18 and 0x19
 * https://github.com/WebAssembly/exception-handling/blob/main/proposals/exception-handling/legacy/Exceptions.md
 */
export const IMMEDIATES = immediates({
  [NONE]: [[0x00, 0x01], [0x05], [0x0a, 0x0b], [0x0f], [0x19, 0x1b], [0x45, 0xc4], [0xd1], [0xd3, 0xd4]],
  [INDEX]: [
    [0x07, 0x09],
    [0x0c, 0x0d],
    [0x10],
    [0x12],
    [0x14, 0x15],
    [0x18],
    [0x20, 0x26],
    [0x3f, 0x42],
    [0xd0],
    [0xd2],
    [0xd5, 0xd6],
  ],
  [TWO]: [[0x11], [0x13]],
  [BLOCK]: [[0x02, 0x04], [0x06]],
  [MEMORY]: [[0x28, 0x3e]],
  [FLOAT]: [[0x43, 0x44]],
  [PREFIX]: [[0xfb, 0xfe]],
  [RARE]: [[BR_TABLE], [SELECT_TYPED], [TRY_TABLE]],
});

function immediates(kinds: Readonly<Record<number, readonly (readonly [number, number?])[]>>): Uint8Array {
  const table = new Uint8Array(256);
  for (const [kind, ranges] of Object.entries(kinds)) {
    for (const [first, last = first] of ranges) table.fill(Number(kind), first, last + 1);
  }
  return table;
}
