// Operators of the languages that are read as islands: the longest that begins with these bytes.
import { Ch, Op } from "../javascript/tokens";

export const enum IslandOp {
  SCOPE = 58 | (58 << 8), ARROW = 45 | (62 << 8), SAFE_ARROW = 63 | (45 << 8) | (62 << 16), SAFE = 63 | (46 << 8), LEFT = 60 | (45 << 8), ELVIS = 63 | (58 << 8),
  LEFT_OUT = 60 | (60 << 8) | (45 << 16), JOIN = 46 | (46 << 8), MATCH = 61 | (126 << 8), NO_MATCH = 33 | (126 << 8), SURE = 33 | (33 << 8),
  DEFINE = 58 | (61 << 8), UNLIKE = 126 | (61 << 8), HALF_OPEN = 46 | (46 << 8) | (60 << 16), CLOSED = 46 | (46 << 8) | (61 << 16),
  ORDER = 60 | (61 << 8) | (62 << 16), FLOOR = 47 | (47 << 8), NE2 = 60 | (62 << 8), DOLLAR = 36, BACKSLASH = 92,
}

export function symbolLength(c: i32, d: i32, e: i32): i32 {
  switch (c) {
    case Op.LPAR: case Op.RPAR: case Op.LSQ: case Op.RSQ: case Op.LBRACE: case Op.RBRACE: case Op.SEMI: case Op.COMMA: case Op.AT:
    case Ch.BACKSLASH: case Ch.DOLLAR: case Ch.HASH:
      return 1;
    case Op.DOT: return d == Op.DOT ? (e == Op.DOT || e == Op.LT || e == Op.EQ ? 3 : 2) : d == Op.EQ ? 2 : 1;
    case Op.COLON: return d == Op.COLON || d == Op.EQ ? 2 : 1;
    case Op.EQ: return d == Op.EQ ? (e == Op.EQ ? 3 : 2) : d == Op.TILDE || d == Op.GT ? 2 : 1;
    case Op.BANG: return d == Op.EQ ? (e == Op.EQ ? 3 : 2) : d == Op.TILDE || d == Op.BANG ? 2 : 1;
    case Op.QUESTION: return d == Op.MINUS && e == Op.GT ? 3 : d == Op.QUESTION ? (e == Op.EQ ? 3 : 2) : d == Op.DOT || d == Op.COLON ? 2 : 1;
    case Op.MINUS: return d == Op.GT || d == Op.EQ || d == Op.MINUS ? 2 : 1;
    case Op.LT: return d == Op.LT ? (e == Op.EQ || e == Op.MINUS ? 3 : 2) : d == Op.EQ ? (e == Op.GT ? 3 : 2) : d == Op.MINUS || d == Op.GT ? 2 : 1;
    case Op.PLUS: case Op.STAR: case Op.GT: case Op.AMP: case Op.SLASH:
      return d == c ? (e == Op.EQ ? 3 : 2) : d == Op.EQ ? 2 : 1;
    case Op.PIPE: return d == c ? (e == Op.EQ ? 3 : 2) : d == Op.EQ || d == Op.GT ? 2 : 1;
    case Op.PERCENT: case Op.CARET: case Op.TILDE: return d == Op.EQ ? 2 : 1;
    default: return 0;
  }
}
