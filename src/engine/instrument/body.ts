import { skipValueType } from "../wasm/core-module.ts";
import { malformed } from "../wasm/malformed.ts";
import { Reader } from "../wasm/reader.ts";
import { type Edit, leb } from "./edits.ts";
import { Instructions } from "./instructions.ts";
import type { FunctionType } from "./types.ts";

/** The body of one function: its declarations of locals start at `start`. */
export interface Body {
  /** Of the function, imported ones counted. */
  readonly index: number;
  readonly bytes: Uint8Array;
  /** Where its length stands. */
  readonly at: number;
  readonly start: number;
  readonly end: number;
  /** Undefined when its index is no function's, which V8 will refuse. */
  readonly type: FunctionType | undefined;
}

/** Declarations of locals: how many locals there are, parameters included, and where the code starts. */
export interface Locals {
  readonly count: number;
  readonly end: number;
  /** How many declarations there are, and where their list starts. */
  readonly runs: number;
  readonly listStart: number;
}

export function localsOf({ bytes, start, end, type }: Body): Locals {
  const reader = new Reader(bytes, start, end);
  const runs = reader.u32();
  const listStart = reader.offset;
  let count = type?.parameters ?? 0;
  for (let left = runs; left > 0; left -= 1) {
    count += reader.u32();
    skipValueType(reader);
  }
  if (count > MAX_LOCALS) throw malformed(start, `a function of ${count} locals`);
  return { count, end: reader.offset, runs, listStart };
}

/** Declares one more, a 64-bit integer whose index is `count`. */
export function oneMoreLocal({ start }: Body, { runs, listStart, end }: Locals): Edit[] {
  const more = { at: start, remove: listStart - start, insert: leb(runs + 1) };
  return [more, { at: end, remove: 0, insert: [1, I64] }];
}

export function instructionsOf(body: Body, locals: Locals, passing: Uint8Array): Instructions {
  return new Instructions(body.bytes, locals.end, body.end, passing);
}

/** V8 allows 50,000, and parameters beside them: https://github.com/v8/v8/blob/main/src/wasm/wasm-limits.h */
const MAX_LOCALS = 51_000;
const I64 = 0x7e;
