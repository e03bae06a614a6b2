// The operators of arithmetic: how they bind, and what they become in the tree.
import { N } from "../ast";
import { Op } from "../python/lexer-tokens";
import { Ch } from "./reader";

/** Precedence of `?:`, of assignments, and what stands above all binary operators. */
export const CONDITION: i32 = 2;
export const LOWEST: i32 = 0;

export const AND: i32 = Ch.AMP | (Ch.AMP << 8);
export const OR: i32 = Ch.PIPE | (Ch.PIPE << 8);

export function precedence(op: i32): i32 {
  switch (op) {
    case Ch.QUESTION: return CONDITION;
    case OR: return 3;
    case AND: return 4;
    case Op.PIPE: return 5;
    case Op.CARET: return 6;
    case Op.AMP: return 7;
    case Op.EQEQ: case Op.NE: return 8;
    case Op.LT: case Op.GT: case Op.LE: case Op.GE: return 9;
    case Op.SHL: case Op.SHR: return 10;
    case Op.PLUS: case Op.MINUS: return 11;
    case Op.STAR: case Op.SLASH: case Op.PERCENT: return 12;
    case Op.POW: return 13;
    default: return CONDITION - 1;
  }
}

export function kindOf(op: i32): i32 {
  switch (precedence(op)) {
    case 3: case 4: return N.Bool;
    case 8: case 9: return N.Compare;
    default: return N.Bin;
  }
}
