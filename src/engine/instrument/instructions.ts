import { malformed } from "../wasm/malformed.ts";
import {
  BLOCK,
  BR_ON_CAST,
  BR_ON_CAST_FAIL,
  BR_TABLE,
  COLLECTED,
  F32_CONST,
  FLOAT,
  IMMEDIATES,
  INDEX,
  MEMORY,
  NONE,
  OP,
  opensBlock,
  PREFIX,
  SELECT_TYPED,
  TRY_TABLE,
  TWO,
} from "./opcodes.ts";

/**
 * Steps through instructions and knows where each ends. Every byte of a body is read by V8 too: for whatever V8 accepts
 * this finds the same boundaries, and what it does not know is refused, so that the two can never see different code.
 */
export class Instructions {
  /** Opcode; one with a prefix is `prefix << 16 | code`. */
  op = 0;
  /** Where it starts and where the next one does. */
  at = 0;
  next: number;
  /** The first index among its immediates, and the second one. */
  index = 0;
  second = 0;
  /** How many instructions the last step passed over. */
  passed = 0;

  readonly #bytes: Uint8Array;
  readonly #end: number;
  readonly #passing: Uint8Array;
  /** How many blocks are open, the function's own among them. */
  #depth = 1;

  /** @param passing opcodes that need no look: made by `passingOver`; none that opens or ends a block is among them */
  constructor(bytes: Uint8Array, start: number, end: number, passing: Uint8Array) {
    this.#bytes = bytes;
    this.#end = end;
    this.#passing = passing;
    this.next = start;
  }

  /** Moves to the next instruction that needs a look; false at the end of the stretch. */
  step(): boolean {
    this.#pass();
    this.#checkDepth();
    if (this.next >= this.#end) return false;
    this.at = this.next;
    this.op = this.#byte();
    this.#skipImmediates(IMMEDIATES[this.op]);
    if (this.next > this.#end) throw this.#pastEnd();
    if (opensBlock(this.op)) this.#depth += 1;
    else if (this.op === OP.end || this.op === OP.delegate) this.#depth -= 1;
    return true;
  }

  /** Nearly all instructions go this way, which is why it is written out, over plain variables. */
  #pass(): void {
    const [bytes, end, passing] = [this.#bytes, this.#end, this.#passing];
    let at = this.next;
    let passed = 0;
    for (; at < end; passed += 1) {
      const kind = passing[bytes[at] as number];
      if (kind === 0) break;
      at += 1;
      if (kind === NONE) continue;
      if (kind === FLOAT) at += bytes[at - 1] === F32_CONST ? 4 : 8;
      else {
        for (let numbers = numbersIn(kind as number, bytes[at] as number); numbers > 0; numbers -= 1) {
          while ((bytes[at] as number) >= 128) at += 1;
          at += 1;
        }
      }
    }
    if (at > end) throw this.#pastEnd();
    this.next = at;
    this.passed = passed;
  }

  /**
   * All blocks are closed at the end and not before. Whoever saw other code than V8 sees would hardly come out even, so
   * that a mistake here is a refusal and nothing that goes uncounted.
   */
  #checkDepth(): void {
    const over = this.next >= this.#end;
    if (!over && this.#depth > 0) return;
    if (over && this.#depth === 0 && this.passed === 0) return;
    throw malformed(this.next, "the blocks of a function do not end where it ends");
  }

  #pastEnd(): Error {
    return malformed(this.next, "an instruction runs past the end of its function");
  }

  /** The labels of the `br_table` that was stepped to. */
  labels(): number[] {
    const after = this.next;
    this.next = this.at + 1;
    const labels = Array.from({ length: this.#leb() + 1 }, () => this.#leb());
    this.next = after;
    return labels;
  }

  /** Past the last byte of the file this reads 0, which ends every number; `step` then finds that it went too far. */
  #byte(): number {
    const byte = this.#bytes[this.next] ?? 0;
    this.next += 1;
    return byte;
  }

  #leb(): number {
    const first = this.#byte();
    return first < 128 ? first : this.#longLeb(first);
  }

  #longLeb(first: number): number {
    let value = first & 127;
    for (let scale = 128; ; scale *= 128) {
      const byte = this.#byte();
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  }

  #skipImmediates(kind: number | undefined): void {
    if (kind === INDEX || kind === TWO) this.index = this.#leb();
    if (kind === TWO) this.second = this.#leb();
    else if (kind === BLOCK) this.#blockType();
    else if (kind === MEMORY) this.#memoryArgument();
    else if (kind === FLOAT) this.next += this.op === F32_CONST ? 4 : 8;
    else if (kind === PREFIX) this.#prefixed();
    else if (kind !== NONE && kind !== INDEX) this.#rare();
  }

  /** `index` is 0x40 for a block without parameters and results, and anything else otherwise. */
  #blockType(): void {
    this.index = this.#bytes[this.next] ?? 0;
    this.#valueType();
  }

  /**
   * A value type, or (of a block) nothing or a type index: a number, unless it is a reference with its heap type. The
   * byte decides, not the number: type 99 is written E3 00, whose value is that of the byte for a reference.
   */
  #valueType(): void {
    const first = this.#bytes[this.next];
    this.#leb();
    if (first === REFERENCE || first === REFERENCE_OR_NULL) this.#leb();
  }

  /** Bit 6 of the alignment announces the index of a memory. */
  #memoryArgument(): void {
    if ((this.#leb() & 64) !== 0) this.#leb();
    this.#leb();
  }

  #rare(): void {
    if (this.op === BR_TABLE) this.#each(() => this.#leb(), 1);
    else if (this.op === SELECT_TYPED) this.#each(() => this.#valueType());
    else if (this.op === TRY_TABLE) {
      this.#blockType();
      this.#each(() => this.#catchClause());
    } else throw this.#unknown();
  }

  /** Each item takes a byte at least, so that a count can cost no more than the function has bytes. */
  #each(item: () => void, extra = 0): void {
    const count = this.#leb() + extra;
    if (count > this.#end - this.next) throw malformed(this.at, `a list of ${count} items runs past the end`);
    for (let done = 0; done < count; done += 1) item();
  }

  /** `catch` and `catch_ref` name a tag before their label, the `catch_all`s do not. */
  #catchClause(): void {
    if (this.#byte() < 2) this.#leb();
    this.#leb();
  }

  #prefixed(): void {
    const prefix = this.op;
    const code = this.#leb();
    this.op = prefix * 65_536 + code;
    if (prefix === 0xfc) this.#bulk(code);
    else if (prefix === 0xfd) this.#vector(code);
    else if (prefix === 0xfe) this.#atomic(code);
    else this.#collected(code);
  }

  #bulk(code: number): void {
    if (code > 17) throw this.#unknown();
    if (code < 8) return;
    this.index = this.#leb();
    if (code === 8 || code === 10 || code === 12 || code === 14) this.second = this.#leb();
  }

  #vector(code: number): void {
    if (code > 0x113) throw this.#unknown();
    if (code <= 11 || (code >= 84 && code <= 93)) this.#memoryArgument();
    if (code === 12 || code === 13) this.next += 16;
    if ((code >= 21 && code <= 34) || (code >= 84 && code <= 91)) this.next += 1;
  }

  #atomic(code: number): void {
    if (code > 0x4e || (code > 3 && code < 0x10)) throw this.#unknown();
    if (code === 3) this.next += 1;
    else this.#memoryArgument();
  }

  /** Structures, arrays and casts. */
  #collected(code: number): void {
    const immediates = COLLECTED[code];
    if (immediates === undefined) throw this.#unknown();
    // A cast that branches has a byte of flags before its label.
    if (code === BR_ON_CAST || code === BR_ON_CAST_FAIL) this.next += 1;
    if (immediates > 0) this.index = this.#leb();
    for (let left = immediates; left > 1; left -= 1) this.#leb();
  }

  #unknown(): Error {
    return malformed(this.at, `unknown instruction 0x${this.op.toString(16)}`);
  }
}

/** How many numbers follow an opcode whose immediates start with `first`. */
function numbersIn(kind: number, first: number): number {
  if (kind === MEMORY) return (first & 64) === 0 ? 2 : 3;
  return kind === BLOCK && (first === REFERENCE || first === REFERENCE_OR_NULL) ? 2 : 1;
}

const REFERENCE_OR_NULL = 0x63;
const REFERENCE = 0x64;
